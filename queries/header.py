"""The `#+` header of a query file: its question and its parameters (grlc's way, valid SPARQL everywhere).

#+ question: Which meetings of a forum were there?
#+ params:
#+   forum: Forum = forum:ca-jad -- the forum that met
#+   since: date -- only meetings from this day on
"""

import re
from typing import NamedTuple

from cajad.ontology.errors import QueryError

SLOT = re.compile(r"VALUES \$\w+ \{ UNDEF \}")
_PARAMETER = re.compile(r"(?P<name>\w+): (?P<type>[\w-]+)(?: = (?P<default>.*?))?(?: -- (?P<help>.+))?")


class Parameter(NamedTuple):
    """A parameter: its type is a class of the ontology, or date, date-end, integer, text or language."""

    name: str
    type: str
    default: str = ""
    help: str = ""


class Query(NamedTuple):
    """A question in words, its parameters, and its SPARQL with a slot `VALUES $name { UNDEF }` for each."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    text: str


def read_query(name: str, text: str) -> Query:
    """Read a query file. Raises QueryError where the header or the slots do not fit."""
    lines = [line[2:].rstrip() for line in text.splitlines() if line.startswith("#+")]
    question = next((line.strip().removeprefix("question: ") for line in lines if "question:" in line), "")
    if not question:
        raise QueryError(f"{name}: the header has no '#+ question: …'")
    parameters = tuple(_parameter(name, line.strip()) for line in lines if line.startswith("   "))
    for parameter in parameters:
        if slot(parameter.name) not in text:
            raise QueryError(f"{name}: parameter '{parameter.name}' has no slot '{slot(parameter.name)}'")
    return Query(name, question, parameters, text)


def slot(name: str) -> str:
    """Give the text that marks where a parameter's value goes; unbound it restricts nothing."""
    return f"VALUES ${name} {{ UNDEF }}"


def _parameter(query: str, line: str) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if not match:
        raise QueryError(f"{query}: '{line}' is no parameter: write 'name: Type = default -- help'")
    return Parameter(match["name"], match["type"], match["default"] or "", match["help"] or "")
