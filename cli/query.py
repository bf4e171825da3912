"""`cajad query`: named questions and any SPARQL."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cajad.cli.options import as_of_option, format_option, lang_option, reading_store, store_option
from cajad.cli.tables import table, terminal_limit
from cajad.ontology.errors import QueryError

if TYPE_CHECKING:
    from cajad.graph.store import Store

FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle", "ntriples")


@click.command()
@click.argument("question", required=False)
@click.option("-p", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter; again for several values.")
@click.option("--explain", is_flag=True, help="Show the SPARQL with its parameters bound, and do not run it.")
@format_option(*FORMATS)
@as_of_option
@lang_option
@store_option
def query(
    question: str | None,
    parameters: tuple[str, ...],
    explain: bool,
    format_name: str,
    as_of: str,
    lang: str,
    store_path: Path | None,
) -> None:
    """Ask a named question, or run any SPARQL.

    QUESTION is a name (without one, the questions are listed), a .rq file, SPARQL itself, or `-` for standard
    input. The prefixes of cajad are known. A table shows labels; the other formats keep the IRIs.

    \b
    Example:
      cajad query meetings -p since=2020
      cajad query 'SELECT ?s WHERE { ?s a cajad:Summit }' --format csv
    """
    if question is None:
        click.echo(_listing())
        return
    with reading_store(store_path, as_of) as store:
        text = bound_query(question, parameters, store)
        click.echo(with_prefixes(text) if explain else answer(store, text, format_name, lang), nl=explain)


def bound_query(question: str, parameters: tuple[str, ...], store: "Store", kind: str = "question") -> str:
    """Find the query meant by a name, a file, `-` or a text, and bind its parameters."""
    from cajad.queries.binding import bind
    from cajad.queries.catalogue import find_query
    from cajad.queries.header import read_query

    if question == "-" or question.endswith(".rq"):
        text = _read(question)
    elif any(c in question for c in "{ \n"):
        text = question
    else:
        return bind(find_query(question, kind), _values(parameters), store)
    if "#+ question:" in text:
        return bind(read_query(question, text), _values(parameters), store)
    if parameters:
        raise QueryError("the query has no '#+' header and so takes no parameters")
    return text


def with_prefixes(text: str) -> str:
    """Give a query with the prefixes it uses declared, so that it runs at any endpoint."""
    import re

    from cajad.ontology.namespaces import PREFIXES

    used = [prefix for prefix in PREFIXES if re.search(rf"(?<![\w.-]){prefix}:", text)]
    new = [prefix for prefix in used if not re.search(rf"(?i)prefix\s+{prefix}:", text)]
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n" for prefix in new) + text


def _read(path: str) -> str:
    try:
        return (sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()).decode("utf-8-sig")
    except OSError as error:
        raise QueryError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise QueryError(f"{path}: is not UTF-8 text (byte {error.start})") from None


def _values(parameters: tuple[str, ...]) -> dict[str, str | list[str]]:
    values: dict[str, list[str]] = {}
    for parameter in parameters:
        name, equals, value = parameter.partition("=")
        if not equals:
            raise click.BadParameter(f"'{parameter}' is not NAME=VALUE", param_hint="-p")
        values.setdefault(name.strip(), []).append(value.strip())
    return dict(values)


def answer(store: "Store", text: str, format_name: str, language: str) -> str:
    """Run a query and give its answer as text with its line end."""
    if format_name == "table":
        return _table(store, text, language)
    return store.serialised(text, format_name)


def _table(store: "Store", text: str, language: str) -> str:
    from cajad.graph.reading import Reading

    found = store.rows_if_any(text)
    if found is None:
        return store.serialised(text, "table")
    names, rows = found
    reading = Reading(store)
    cells = [["" if v is None else reading.label(v, language) for v in row] for row in rows]
    return f"{table(names, cells, terminal_limit())}\n" if cells else "No answer.\n"


def _listing() -> str:
    from cajad.queries.catalogue import find_query, query_names

    lines = []
    for name in query_names():
        found = find_query(name)
        lines.append(f"{name}\n    {found.question}")
        for parameter in found.parameters:
            default = f" = {parameter.default}" if parameter.default else ""
            lines.append(f"      -p {parameter.name}=…  {parameter.type}{default}: {parameter.help}")
    return "\n".join(lines)
