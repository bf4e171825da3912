"""SPARQL and N-Quads as text: the data of an update, and what is wrong in a query, with the place pointed at."""

import re
from collections.abc import Iterable, Mapping

from cajad.ontology.rdf import Iri

Lines = Mapping[Iri | None, set[str]]


def update_text(removed: Lines, added: Lines, emptied: Iterable[Iri]) -> str:
    """Write one update of lines of N-Triples by graph; graphs that end empty are dropped, their names with them."""
    drops = [f"DROP SILENT GRAPH <{graph}>" for graph in emptied]
    return " ;\n".join([f"DELETE DATA {{{_data(removed)}}}", f"INSERT DATA {{{_data(added)}}}", *drops])


def _data(graphs: Lines) -> str:
    parts = []
    for graph, lines in graphs.items():
        if not lines:
            continue
        body = "\n".join(sorted(lines))
        parts.append(f"GRAPH <{graph}> {{\n{body}\n}}" if graph else f"{body}\n")
    return "\n".join(parts)


def quad_line(line: str, graph: Iri | None) -> str:
    """Write a line of N-Triples as one of N-Quads in a graph."""
    return f"{line[:-1]}<{graph}> ." if graph else line


def explain(message: str, text: str) -> str:
    """Shorten Oxigraph's message: the place, what was expected there, and the line of the query with a caret."""
    place, _, expected = message.partition(": ")
    numbers = [int(n) for n in place.removeprefix("error at ").split(":") if n.isdigit()]
    if len(numbers) != 2:
        return message
    row, column = numbers
    lines = text.split("\n")
    line = lines[row - 1] if row <= len(lines) else ""
    caret = re.sub(r"[^\t]", " ", line[: column - 1]) + "^"
    return f"line {row}, column {column}: {_reason(expected, line[: column - 1])}\n  {line}\n  {caret}"


def _reason(expected: str, before: str) -> str:
    """Give the one reason in words among what Oxigraph expected, else the first things that it did."""
    if "Prefix not found" in expected:
        prefix = re.search(r"([\w.-]*):[^\s:]*$", before)
        return f"unknown prefix '{prefix[1] if prefix else ''}:': declare it with PREFIX"
    options = expected.removeprefix("expected ").removeprefix("one of ").removesuffix("[_]").removesuffix(", ")
    words = re.search(r"(?:^|, )((?:The |IRI |language tag )[^,]+)", options)
    if words:
        return words[1]
    if not options:
        return "this cannot stand here"
    short = options if len(options) < 120 else f"{options[:120].rsplit(', ', 1)[0]} …"
    return f"expected {'one of ' if ', ' in short else ''}{short}".replace("\n", " ")
