"""From the tables of a facts file (TOML or CSV rows) to a Document, with every problem found at once."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from cajad.loaders.document import Document
from cajad.loaders.values import (
    as_list,
    read_boolean,
    read_date,
    read_paragraph,
    read_slug,
    read_text,
    read_value,
    term_reader,
)
from cajad.ontology.claims import Claim, Source, claim_iri, ordered
from cajad.ontology.dates import parse_date
from cajad.ontology.errors import DataError, Problem
from cajad.ontology.names import Names
from cajad.ontology.namespaces import CAJAD, ID, expand
from cajad.ontology.rdf import Iri, Term, Triple, is_iri, text_in
from cajad.ontology.terms import ALT_LABEL, ASSERTED, LABEL, TYPE
from cajad.ontology.vocabulary import AMOUNT_KIND, FactType, Vocabulary

T = TypeVar("T")
SOURCE_KEYS = ("id", "title", "publisher", "published", "url", "language", "reliability")
QUALIFIER_KEYS = ("status", "certainty", "negated", "voice", "paragraph", "quote", "event")
_MISSING = object()


class FactsReader:
    """Reads the tables of one facts file and collects what is wrong with them."""

    def __init__(self, vocabulary: Vocabulary, names: Names, file: str) -> None:
        self._vocabulary = vocabulary
        self._names = names
        self._file = file
        self._problems: list[Problem] = []

    def document(self, tables: Mapping[str, Any]) -> Document:
        """Read a whole file. Raises DataError with all its problems, each with its place."""
        self._refuse_unknown(tables, ("source", "entity", "fact"), "file")
        source = self._source(_table(tables.get("source")))
        things = self._things(_tables(tables.get("entity")))
        facts = _tables(tables.get("fact"))
        if not facts:
            self._report("file", "no [[fact]]: a facts file states at least one")
        claims = [self._claim(dict(fact), f"fact {n}", source) for n, fact in enumerate(facts, 1)]
        self._refuse_repeated(claims)
        if self._problems:
            raise DataError(self._problems)
        return Document(source, tuple(claim for claim in claims if claim), tuple(things))

    def _report(self, place: str, what: str) -> None:
        self._problems.append(Problem(f"{self._file}: {place}", what))

    def _refuse_unknown(self, table: Mapping[str, Any], allowed: tuple[str, ...], place: str) -> None:
        for key in table:
            if key not in allowed:
                self._report(place, f"unknown key '{key}': allowed are {', '.join(allowed)}")

    def _take(self, table: Mapping[str, Any], key: str, place: str, read: Callable[[Any], T], default: T) -> T:
        """Read one key; a missing one is a problem only when no default is given (None)."""
        value = table.get(key, _MISSING)
        if value is _MISSING or value == "":
            if default is None:
                self._report(place, f"'{key}' is missing")
            return default
        try:
            return read(value)
        except ValueError as error:
            self._report(place, f"'{key}': {error}")
            return default

    def _source(self, table: Mapping[str, Any]) -> Source:
        self._refuse_unknown(table, SOURCE_KEYS, "source")
        identity = self._take(table, "id", "source", _read_source_id, None)
        published = self._take(table, "published", "source", read_date, None)
        reliability = term_reader(f"{CAJAD}Reliability", self._names)
        return Source(
            iri=Iri(f"{ID}source/{identity}"),
            title=self._take(table, "title", "source", read_text, None) or "",
            publisher=self._take(table, "publisher", "source", read_text, None) or "",
            published=parse_date(published.text if published else "0001"),
            url=self._take(table, "url", "source", _read_url, ""),
            language=self._take(table, "language", "source", _read_language, "en"),
            reliability=self._take(table, "reliability", "source", reliability, Iri("")),
        )

    def _things(self, tables: list[Mapping[str, Any]]) -> list[Triple]:
        if tables:
            self._names = self._names.copy()
        triples: list[Triple] = []
        for number, table in enumerate(tables, 1):
            triples += self._thing(table, f"entity {number}")
        return triples

    def _thing(self, table: Mapping[str, Any], place: str) -> list[Triple]:
        self._refuse_unknown(table, ("id", "type", "label", "alt"), place)
        iri = self._take(table, "id", place, _read_thing_id, None)
        kind = self._take(table, "type", place, self._read_class, None)
        labels = self._take(table, "label", place, _read_labels, None)
        if iri is None or kind is None or labels is None:
            return []
        others = [text for text in as_list(table.get("alt", [])) if isinstance(text, str)]
        self._names.add(iri, self._vocabulary.ancestors(kind), [*labels.values(), *others])
        return [
            (iri, TYPE, kind),
            *((iri, LABEL, text_in(language, text)) for language, text in labels.items()),
            *((iri, ALT_LABEL, text_in("en", text)) for text in others),
        ]

    def _read_class(self, value: object) -> Iri:
        kinds = [c for c in self._vocabulary.index if c == f"{CAJAD}{value}" or c.endswith(f"#{value}")]
        kinds = [c for c in kinds if self._vocabulary.ancestors(c)]
        if not kinds or kinds[0] in self._vocabulary.fact_types_by_iri:
            raise ValueError(f"{value!r} is no class of things, such as Organisation or Leader")
        return kinds[0]

    def _claim(self, table: dict[str, Any], place: str, source: Source) -> Claim | None:
        kind = self._fact_type(table.pop("type", None), place)
        if kind is None:
            return None
        self._refuse_unknown(table, (*kind.roles, *QUALIFIER_KEYS), f"{place} ({kind.name})")
        roles = self._roles(table, kind, place)
        actor = term_reader(f"{CAJAD}Actor", self._names)
        status = term_reader(f"{CAJAD}Status", self._names)
        certainty = term_reader(f"{CAJAD}Certainty", self._names)
        unnamed: tuple[Iri, ...] = ()
        voices = self._take(table, "voice", place, lambda v: tuple(sorted(map(actor, as_list(v)))), unnamed)
        claim = Claim(
            source=source.iri,
            type=kind.iri,
            roles=roles,
            status=self._take(table, "status", place, status, kind.default_status) or Iri(""),
            certainty=self._take(table, "certainty", place, certainty, ASSERTED),
            paragraph=self._take(table, "paragraph", place, read_paragraph, None) or 0,
            negated=self._take(table, "negated", place, read_boolean, False),
            voice=voices,
            event=self._take(table, "event", place, read_slug, ""),
            quote=self._take(table, "quote", place, read_text, ""),
        )
        return replace(claim, iri=claim_iri(claim))

    def _fact_type(self, name: object, place: str) -> FactType | None:
        known = self._vocabulary.fact_types
        if isinstance(name, str) and name in known:
            return known[name]
        what = "'type' is missing" if name is None else f"'type': {name!r} is no fact type"
        self._report(place, f"{what}: allowed are {', '.join(sorted(known))}")
        return None

    def _roles(self, table: Mapping[str, Any], kind: FactType, place: str) -> dict[Iri, tuple[Term, ...]]:
        roles: dict[Iri, tuple[Term, ...]] = {}
        for key, role in kind.roles.items():
            values = []
            given = as_list(table.get(key, []))
            if role.single_valued and len(given) > 1 and AMOUNT_KIND not in role.takes:
                self._report(f"{place} ({kind.name})", f"'{key}' takes one value, not {len(given)}")
            for value in given:
                try:
                    values.append(read_value(value, role, self._names))
                except ValueError as error:
                    self._report(f"{place} ({kind.name})", f"'{key}': {error}")
            if values:
                roles[role.iri] = ordered(values)
        self._require(table, kind, place)
        return roles

    def _require(self, table: Mapping[str, Any], kind: FactType, place: str) -> None:
        for alternatives in kind.required:
            if not any(key in table for key in alternatives):
                names = " or ".join(f"'{key}'" for key in alternatives)
                self._report(f"{place} ({kind.name})", f"{names} is missing")
        for key, least in kind.minimum.items():
            if least > 1 and 0 < len(as_list(table.get(key, []))) < least:
                self._report(f"{place} ({kind.name})", f"'{key}' needs at least {least} values")

    def _refuse_repeated(self, claims: list[Claim | None]) -> None:
        first: dict[Iri, int] = {}
        for number, claim in enumerate(claims, 1):
            if claim and not self._problems:
                if claim.iri in first:
                    self._report(f"fact {number}", f"says the same as fact {first[claim.iri]}")
                first.setdefault(claim.iri, number)


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _tables(value: object) -> list[Mapping[str, Any]]:
    return [item for item in as_list(value) if isinstance(item, dict)]


def _read_source_id(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[a-z0-9]+([.-][a-z0-9]+)*", value):
        raise ValueError(f"{value!r} is no source id: small letters, digits, hyphens and dots")
    return value


def _read_url(value: object) -> str:
    if not isinstance(value, str) or not value.startswith(("http://", "https://")) or not is_iri(value):
        raise ValueError(f"{value!r} is no http or https address (write spaces and quotes percent-encoded)")
    return value


def _read_language(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
        raise ValueError(f"{value!r} is no language tag, such as 'en', 'ja' or 'ru'")
    return value


def _read_thing_id(value: object) -> Iri:
    if not isinstance(value, str) or not re.fullmatch(r"[a-z]+:[a-z0-9]+(-[a-z0-9]+)*", value):
        raise ValueError(f"{value!r} is no identifier, such as 'organisation:aluminium-of-kazakhstan'")
    try:
        return Iri(expand(value))
    except Exception as error:
        raise ValueError(str(error)) from None


def _read_labels(value: object) -> dict[str, str]:
    labels = {"en": value} if isinstance(value, str) else value
    if not isinstance(labels, dict) or "en" not in labels:
        raise ValueError('give at least { en = "…" }')
    return {_read_language(language): read_text(text) for language, text in labels.items()}
