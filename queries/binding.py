"""Values into the slots of a query: as RDF terms written by their own syntax, never as text of the query."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from cajad.ontology.dates import parse_date
from cajad.ontology.errors import QueryError
from cajad.ontology.folding import tokens
from cajad.ontology.namespaces import CAJAD, PREFIXES, XSD, compact, local_name
from cajad.ontology.rdf import Iri, Literal, Term, is_iri, term_text
from cajad.queries.header import SLOT, Parameter, Query, slot

LANGUAGES = ("en", "ja", "ru")
_NAMES = """SELECT ?thing ?name WHERE {{
  ?class rdfs:subClassOf* {kind} . ?thing a ?class ; rdfs:label|skos:altLabel|cajad:name ?name }}"""


class Engine(Protocol):
    """Whatever answers a SELECT query with the names of its variables and rows of terms."""

    def rows(self, text: str) -> tuple[list[str], Iterator[tuple[Term | None, ...]]]:
        """Answer a SELECT query."""
        ...


def bind(query: Query, values: Mapping[str, str | list[str]], engine: Engine) -> str:
    """Give the text of a query with its parameters bound; a list binds several values of one parameter.

    Raises QueryError for a parameter the query does not have, and for a value that does not fit its type.
    """
    known = {parameter.name for parameter in query.parameters}
    for name in values:
        if name not in known:
            allowed = f"it has {', '.join(sorted(known))}" if known else "it has none"
            raise QueryError(f"query '{query.name}' has no parameter '{name}': {allowed}")
    bound: dict[str, str] = {}
    for parameter in query.parameters:
        given = values.get(parameter.name, parameter.default)
        terms = [_term(parameter, value, engine) for value in ([given] if isinstance(given, str) else given) if value]
        if terms:
            bound[slot(parameter.name)] = f"VALUES ${parameter.name} {{ {' '.join(map(term_text, terms))} }}"
    # In one pass, so that a value which looks like another parameter's slot stays the value it is.
    return SLOT.sub(lambda match: bound.get(match[0], match[0]), query.text)


def _term(parameter: Parameter, value: str, engine: Engine) -> Term:
    try:
        return _READERS[parameter.type](value) if parameter.type in _READERS else _thing(parameter, value, engine)
    except ValueError as error:
        raise QueryError(f"parameter '{parameter.name}': {error}") from None


def _first_day(value: str) -> Literal:
    return Literal(parse_date(value).earliest, f"{XSD}date")


def _last_day(value: str) -> Literal:
    return Literal(parse_date(value).latest, f"{XSD}date")


def _integer(value: str) -> Literal:
    try:
        return Literal(str(int(value)), f"{XSD}integer")
    except ValueError:
        raise ValueError(f"'{value}' is no whole number") from None


def _language(value: str) -> Literal:
    if value not in LANGUAGES:
        raise ValueError(f"'{value}' is no language of the labels: allowed are {', '.join(LANGUAGES)}")
    return Literal(value)


_READERS: dict[str, Callable[[str], Literal]] = {
    "date": _first_day,
    "date-end": _last_day,
    "integer": _integer,
    "text": Literal,
    "language": _language,
}


def _thing(parameter: Parameter, value: str, engine: Engine) -> Iri:
    prefix, colon, local = value.partition(":")
    if colon and prefix in PREFIXES and is_iri(PREFIXES[prefix] + local):
        return Iri(PREFIXES[prefix] + local)
    if value.startswith(("http://", "https://")) and is_iri(value):
        return Iri(value)
    return find_thing(value, f"{CAJAD}{parameter.type}", engine)


def find_thing(name: str, kind: str, engine: Engine) -> Iri:
    """Give the one thing of a class (its IRI) that bears a name in some language.

    Raises ValueError, with the nearest names, where none or several do.
    """
    _, rows = engine.rows(_NAMES.format(kind=f"<{kind}>"))
    named: dict[str, dict[Iri, str]] = {}
    identified: dict[str, dict[Iri, str]] = {}
    for thing, label in rows:
        if isinstance(thing, Iri) and isinstance(label, Literal):
            named.setdefault(tokens(label.text) or label.text, {})[thing] = label.text
            identified.setdefault(tokens(local_name(thing)), {})[thing] = label.text
    wanted = tokens(name) or name
    found = named.get(wanted) or identified.get(wanted, {})
    if len(found) == 1:
        return next(iter(found))
    if found:
        raise ValueError(f"'{name}' may be any of {', '.join(map(compact, sorted(found)))}")
    raise ValueError(f"'{name}' names nothing of the kind {local_name(kind)}{_nearest(name, named)}")


def _nearest(name: str, named: Mapping[str, Mapping[Iri, str]]) -> str:
    """Propose up to three things, each by the name that is nearest."""
    import difflib  # only a mistake needs it, and it is slow to import

    near: Iterable[str] = difflib.get_close_matches(tokens(name), list(named), n=9, cutoff=0.6)
    proposed: dict[Iri, str] = {}
    for key in near:
        for thing, text in named[key].items():
            proposed.setdefault(thing, text)
    names = [f"'{text}'" for text in dict.fromkeys(proposed.values())][:3]
    return f": did you mean {', '.join(names)}?" if names else ""
