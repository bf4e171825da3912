"""Layers and sizes: folders import downwards, foreign packages stay in the files that know them."""

import ast
import doctest
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parent.parent
LAYERS = {
    "ontology": {"ontology"},
    "loaders": {"loaders", "ontology"},
    "queries": {"queries", "ontology"},
    "graph": {"graph", "queries", "ontology"},
    "cli": {"cli", "loaders", "graph", "queries", "ontology"},
}
# the files that may import a package; whatever is not named here, no file may import
FOREIGN = {
    "click": {"cli/*.py"},
    "jinja2": {"graph/page.py"},
    "markupsafe": {"graph/page.py"},
    "networkx": {"graph/*.py"},
    "numpy": {"graph/layout.py", "graph/spread.py"},
    "oxrdflib": {"graph/store.py"},
    "platformdirs": {"cli/options.py"},
    "pyoxigraph": {"graph/folder.py", "graph/store.py", "ontology/rdf.py"},
    "pyshacl": {"graph/checking.py"},
    "pyvis": {"graph/page.py"},
    "rdflib": {"graph/checking.py", "graph/store.py"},
    "scipy": {"graph/layout.py"},
}
HEAVY = set(FOREIGN) - {"click", "platformdirs", "pyoxigraph"}  # seconds, where a command has milliseconds
MODULE_LINES, FUNCTION_LINES = 250, 30
FILES = {path.relative_to(ROOT).as_posix(): path for layer in LAYERS for path in sorted((ROOT / layer).glob("*.py"))}
TREES = {name: ast.parse(path.read_text(encoding="utf-8"), name) for name, path in FILES.items()}
MODULES = {f"cajad.{name.removesuffix('.py').replace('/', '.')}".removesuffix(".__init__"): name for name in FILES}


def is_for_types_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def imports(tree: ast.AST, *, whole: bool) -> Iterator[str]:
    """Name the modules a file imports when it is itself imported, or with `whole` at any time it runs."""
    for node in ast.iter_child_nodes(tree):
        if is_for_types_only(node) or (isinstance(node, ast.FunctionDef) and not whole):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import: {ast.unparse(node)}"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else str(node.module) for name in names)
        else:
            yield from imports(node, whole=whole)


WHOLE = {name: set(imports(tree, whole=True)) for name, tree in TREES.items()}
AT_ONCE = {name: set(imports(tree, whole=False)) for name, tree in TREES.items()}
TYPED = {
    name: {
        i
        for node in ast.walk(tree)
        if is_for_types_only(node)
        for i in imports(ast.Module(node.body, []), whole=True)
    }
    for name, tree in TREES.items()
}


def own(found: set[str]) -> Iterator[str]:
    """Name the files of cajad among imported modules."""
    yield from (MODULES[module] for module in sorted(found) if module in MODULES)


def reached(module: str) -> set[str]:
    """Name all modules that are imported with a module of cajad."""
    found: set[str] = set()
    queue = [MODULES[module]]
    while queue:
        new = AT_ONCE[queue.pop()] - found
        found |= new
        queue += own(new)
    return found


def packages(modules: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}


def lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def without_docstring(tree: ast.AST) -> Iterator[str]:
    """Name the public classes, methods and functions of a module that say nothing of themselves."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            yield from [] if ast.get_docstring(node) else [node.name]
            yield from without_docstring(node) if isinstance(node, ast.ClassDef) else []


def circle(links: dict[str, set[str]]) -> dict[str, set[str]]:
    """Leave of the links between files only those that go round: none lead out, none lead nowhere."""
    left = dict(links)
    while ends := {name for name, found in left.items() if not found & left.keys()}:
        left = {name: found for name, found in left.items() if name not in ends}
    while starts := left.keys() - set().union(*left.values()):
        left = {name: found for name, found in left.items() if name not in starts}
    return {name: found & left.keys() for name, found in left.items()}


def offending(found: dict[str, list[str]]) -> dict[str, list[str]]:
    return {name: wrong for name, wrong in found.items() if wrong}


def test_every_folder_has_files_to_look_at() -> None:
    assert {name.partition("/")[0] for name in FILES} == set(LAYERS)


def test_imports_point_down() -> None:
    def upwards(name: str) -> list[str]:
        allowed = LAYERS[name.partition("/")[0]]
        own_modules = sorted(m for m in WHOLE[name] | TYPED[name] if m.startswith("cajad."))
        return [module for module in own_modules if module.split(".")[1] not in allowed]

    assert offending({name: upwards(name) for name in FILES}) == {}


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circle({name: set(own(found)) for name, found in WHOLE.items()}) == {}


def test_a_circle_is_found_among_what_leads_to_it_and_away() -> None:
    links = {"start": {"a"}, "a": {"b"}, "b": {"a", "end"}, "end": set()}

    assert circle(links) == {"a": {"b"}, "b": {"a"}}


def test_no_module_imports_from_the_init_of_a_folder() -> None:
    folders = {f"cajad.{layer}" for layer in LAYERS}

    assert offending({name: sorted((WHOLE[name] | TYPED[name]) & folders) for name in FILES}) == {}


def test_foreign_packages_stay_in_the_files_that_know_them() -> None:
    def strange(name: str) -> list[str]:
        places = {name, f"{name.partition('/')[0]}/*.py"}
        foreign = packages(WHOLE[name]) - sys.stdlib_module_names - {"cajad"}
        return sorted(package for package in foreign if not places & FOREIGN.get(package, set()))

    assert offending({name: strange(name) for name in FILES}) == {}


def test_help_needs_click_and_nothing_else_that_is_foreign() -> None:
    assert packages(reached("cajad.cli")) - sys.stdlib_module_names == {"cajad", "click"}


def test_a_command_loads_nothing_heavy_before_it_runs() -> None:
    commands = [module for module in MODULES if module.startswith("cajad.cli.")]

    assert offending({command: sorted(packages(reached(command)) & HEAVY) for command in commands}) == {}


def test_a_module_fits_in_two_hundred_and_fifty_lines() -> None:
    lines = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in FILES.items()}

    assert {name: count for name, count in lines.items() if count > MODULE_LINES} == {}


def test_a_function_fits_in_thirty_lines_without_its_docstring() -> None:
    def length(function: ast.FunctionDef) -> int:
        told = function.body[0] if ast.get_docstring(function) else None
        return lines(function) - (lines(told) if told else 0)

    long = {name: [f.name for f in functions(tree) if length(f) > FUNCTION_LINES] for name, tree in TREES.items()}
    assert offending(long) == {}


def test_whatever_is_public_says_what_it_does() -> None:
    assert [name for name, tree in TREES.items() if not ast.get_docstring(tree)] == []
    assert offending({name: list(without_docstring(tree)) for name, tree in TREES.items()}) == {}


def test_the_examples_in_docstrings_are_true() -> None:
    tried = {module: doctest.testmod(import_module(module)) for module in MODULES}

    assert {module: result for module, result in tried.items() if result.failed} == {}
    assert sum(result.attempted for result in tried.values()) > 10
