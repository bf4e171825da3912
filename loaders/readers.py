"""Which reader takes which file; adding a kind of file is one function and one line of READERS."""

import tomllib
from collections.abc import Callable, Iterable
from importlib.resources import as_file, files
from pathlib import Path

from cajad.loaders.document import Extension, Loadable
from cajad.loaders.facts import FactsReader
from cajad.loaders.judgements import read_judgements
from cajad.loaders.table import tables_from_csv
from cajad.ontology.errors import DataError, Problem
from cajad.ontology.names import Names
from cajad.ontology.namespaces import ID
from cajad.ontology.rdf import Iri, iri_part, parse_file
from cajad.ontology.vocabulary import Vocabulary

Watch = Callable[[list[Path]], Iterable[Path]]
Reader = Callable[[Path, Vocabulary, Names], list[Loadable]]


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")  # not read_text: a quotation keeps its line ends
    except UnicodeDecodeError as error:
        raise DataError([Problem(str(path), f"is not UTF-8 text (byte {error.start})")]) from None


def _read_toml(path: Path, vocabulary: Vocabulary, names: Names) -> list[Loadable]:
    try:
        tables = tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise DataError([Problem(str(path), f"is not TOML: {error}")]) from None
    if "judgement" in tables:
        return [read_judgements(tables, str(path))]
    return [FactsReader(vocabulary, names, str(path)).document(tables)]


def _read_csv(path: Path, vocabulary: Vocabulary, names: Names) -> list[Loadable]:
    documents: list[Loadable] = []
    problems: list[Problem] = []
    for tables in tables_from_csv(_text(path), str(path)):
        where = f"{path}: source {tables['source']['id']!r}"
        try:
            documents.append(FactsReader(vocabulary, names, where).document(tables))
        except DataError as error:
            problems += error.problems
    if problems:
        raise DataError(problems)
    return documents


def _read_extension(path: Path, _vocabulary: Vocabulary, _names: Names) -> list[Loadable]:
    name = iri_part(path.stem)
    return [Extension(Iri(f"{ID}extension/{name}"), tuple(parse_file(path, f"extension-{name}")))]


READERS: dict[str, Reader] = {
    ".toml": _read_toml,
    ".csv": _read_csv,
    ".ttl": _read_extension,
}


def read_files(paths: list[Path], vocabulary: Vocabulary, watch: Watch = iter) -> list[Loadable]:
    """Read facts files, tables, judgements and extensions; extensions first, since facts may need their words.

    `watch` gives the files on one by one and may show how far they are.
    Raises DataError with the problems of all files.
    """
    names = Names(vocabulary)
    extensions: list[Loadable] = []
    problems: list[Problem] = []
    for path in (p for p in paths if p.suffix == ".ttl"):
        extensions += _gather(path, vocabulary, names, problems)
    if extensions:
        words = (triple for extension in extensions for triple in extension.triples())
        vocabulary = vocabulary.extended(words)
        names = Names(vocabulary)
    loadables = list(extensions)
    for path in watch([p for p in paths if p.suffix != ".ttl"]):
        loadables += _gather(path, vocabulary, names, problems)
    problems += _repeated_sources(loadables)
    if problems:
        raise DataError(problems)
    return loadables


def _gather(path: Path, vocabulary: Vocabulary, names: Names, problems: list[Problem]) -> list[Loadable]:
    reader = READERS.get(path.suffix)
    if reader is None:
        problems.append(Problem(str(path), f"no reader for '{path.suffix}': allowed are {', '.join(READERS)}"))
        return []
    try:
        return reader(path, vocabulary, names)
    except DataError as error:
        problems += error.problems
    except OSError as error:
        problems.append(Problem(str(path), error.strerror or str(error)))
    return []


def _repeated_sources(loadables: list[Loadable]) -> list[Problem]:
    graphs = [loadable.graph for loadable in loadables if not loadable.graph.endswith("/judgements")]
    repeated = (
        sorted({graph for graph in graphs if graphs.count(graph) > 1}) if len(set(graphs)) < len(graphs) else []
    )
    return [Problem(graph.rsplit("/", 1)[-1], "several of the files are this source") for graph in repeated]


def shipped_facts(vocabulary: Vocabulary, watch: Watch = iter) -> list[Loadable]:
    """Read the facts files and judgements that come with cajad."""
    with as_file(files("cajad.loaders") / "facts") as folder:
        return read_files(sorted(folder.glob("*.toml")), vocabulary, watch)
