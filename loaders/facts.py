"""From the tables of a facts file (TOML or CSV rows) to a Document, with every problem found at once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from cajad.loaders.document import Document
from cajad.loaders.values import (
    as_list,
    read_boolean,
    read_date,
    read_labels,
    read_language,
    read_paragraph,
    read_slug,
    read_source_id,
    read_text,
    read_texts,
    read_thing_id,
    read_url,
    read_value,
    term_reader,
)
from cajad.ontology.claims import Claim, Source, claim_bounds, claim_iri, ordered
from cajad.ontology.dates import parse_date
from cajad.ontology.errors import DataError, Problem
from cajad.ontology.names import Names
from cajad.ontology.namespaces import CAJAD, ID, local_name
from cajad.ontology.rdf import Iri, Term, Triple, text_in
from cajad.ontology.terms import ALT_LABEL, ASSERTED, FACT, LABEL, TYPE
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
        sources = self._tables(tables, "source")
        if len(sources) > 1:
            self._report("file", "several [source] tables: a facts file is of one document")
        source = self._source(sources[0] if sources else {})
        things = self._things(self._tables(tables, "entity"))
        facts = self._tables(tables, "fact")
        if not facts:
            self._report("file", "no [[fact]]: a facts file states at least one")
        claims = [self._claim(dict(fact), f"fact {n}", source) for n, fact in enumerate(facts, 1)]
        self._refuse_repeated(claims)
        if self._problems:
            raise DataError(self._problems)
        return Document(source, tuple(claim for claim in claims if claim), tuple(things))

    def _report(self, place: str, what: str) -> None:
        self._problems.append(Problem(f"{self._file}: {place}", what))

    def _tables(self, tables: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
        found = as_list(tables.get(key, []))
        for number, item in enumerate(found, 1):
            if not isinstance(item, dict):
                kind = "[source]" if key == "source" else f"[[{key}]]"
                self._report(f"{key} {number}", f"{item!r} is no table: write it as {kind}")
        return [item for item in found if isinstance(item, dict)]

    def _refuse_unknown(self, table: Mapping[str, Any], allowed: tuple[str, ...], place: str) -> None:
        for key in table:
            if key not in allowed:
                self._report(place, f"unknown key {key!r}: allowed are {', '.join(allowed)}")

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
        identity = self._take(table, "id", "source", read_source_id, None)
        published = self._take(table, "published", "source", read_date, None)
        reliability = term_reader(f"{CAJAD}Reliability", self._names)
        return Source(
            iri=Iri(f"{ID}source/{identity}"),
            title=self._take(table, "title", "source", read_text, None) or "",
            publisher=self._take(table, "publisher", "source", read_text, None) or "",
            published=parse_date(published.text if published else "0001"),
            url=self._take(table, "url", "source", read_url, ""),
            language=self._take(table, "language", "source", read_language, "en"),
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
        iri = self._take(table, "id", place, self._read_new_id, None)
        kind = self._take(table, "type", place, self._read_class, None)
        labels = self._take(table, "label", place, read_labels, None)
        none: tuple[str, ...] = ()
        others = self._take(table, "alt", place, read_texts, none)
        if iri is None or kind is None or labels is None:
            return []
        self._names.add(iri, self._vocabulary.ancestors(kind), [*labels.values(), *others])
        return [
            (iri, TYPE, kind),
            *((iri, LABEL, text_in(language, text)) for language, text in labels.items()),
            *((iri, ALT_LABEL, text_in("en", text)) for text in others),
        ]

    def _read_new_id(self, value: object) -> Iri:
        iri = read_thing_id(value)
        if iri in self._vocabulary.entities:
            raise ValueError(f"{value!r} is known already: facts name it without an [[entity]]")
        return iri

    def _read_class(self, value: object) -> Iri:
        """Read a class of things: one that some role takes, or one below it."""
        taken = {kind for role in self._vocabulary.roles.values() for kind in role.classes if kind != FACT}
        for cls in self._vocabulary.index:
            if local_name(cls) == value and not taken.isdisjoint(self._vocabulary.ancestors(cls)):
                return cls
        raise ValueError(f"{value!r} is no class of things, such as Organisation or Leader")

    def _claim(self, table: dict[str, Any], place: str, source: Source) -> Claim | None:
        """Read one fact; None where something is wrong with it."""
        before = len(self._problems)
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
        return replace(claim, iri=claim_iri(claim)) if len(self._problems) == before else None

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
        earliest, latest = claim_bounds(roles)
        if latest and latest < earliest:
            self._report(f"{place} ({kind.name})", f"'until' ({latest}) lies before 'since' ({earliest})")
        return roles

    def _require(self, table: Mapping[str, Any], kind: FactType, place: str) -> None:
        for alternatives in kind.required:
            if not any(as_list(table.get(key, [])) for key in alternatives):
                names = " or ".join(f"'{key}'" for key in alternatives)
                self._report(f"{place} ({kind.name})", f"{names} is missing")
        for key, least in kind.minimum.items():
            if least > 1 and 0 < len(as_list(table.get(key, []))) < least:
                self._report(f"{place} ({kind.name})", f"'{key}' needs at least {least} values")

    def _refuse_repeated(self, claims: list[Claim | None]) -> None:
        first: dict[Iri, int] = {}
        for number, claim in enumerate(claims, 1):
            if claim and first.setdefault(claim.iri, number) != number:
                self._report(f"fact {number}", f"says the same as fact {first[claim.iri]}")
