"""Facts, claims and sources of a store as plain data for people: what `show` prints and the page holds."""

from functools import cached_property
from typing import Any

from cajad.graph.store import Store
from cajad.ontology.namespaces import CAJAD, PREFIXES, compact, local_name
from cajad.ontology.rdf import Iri, Literal, Term
from cajad.ontology.terms import (
    ALT_LABEL,
    CERTAINTY,
    CLAIM_LINK,
    DATE,
    DISPUTED,
    EARLIEST,
    FACT_TYPE,
    FOUNDED,
    INFERENCE,
    INFERRED_ROLE,
    INFERRED_VALUE,
    ISSUED,
    LABEL,
    LATEST,
    NEGATED,
    OUTCOME,
    PARAGRAPH,
    PUBLISHER,
    QUOTE,
    RELIABILITY,
    SAME_AS,
    SINCE,
    SOURCE,
    STATUS,
    TITLE,
    TYPE,
    UNTIL,
    URL,
    VOICE,
)

_EVENTS = """SELECT DISTINCT ?fact ?earliest ?latest WHERE {
  ?kind rdfs:subClassOf* cajad:Event . ?fact a ?kind ; cajad:earliest ?earliest ; cajad:latest ?latest
} ORDER BY ?earliest ?latest STR(?fact)"""

Values = dict[Iri, list[Term]]


class Reading:
    """Looks things up in a store as they are asked for, and remembers them."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._known: dict[str, Values] = {}
        self._labels: dict[Iri, dict[str, str]] = {}

    def describe(self, subject: str) -> Values:
        """Give everything the store says of a subject."""
        if subject not in self._known:
            self._known[subject] = self.store.describe(subject)
        return self._known[subject]

    @cached_property
    def roles(self) -> dict[Iri, str]:
        """The role properties of the ontology with their local names, in alphabetical order."""
        _, rows = self.store.rows("SELECT DISTINCT ?role WHERE { ?role cajad:takes ?kind } ORDER BY STR(?role)")
        return {Iri(str(row[0])): local_name(str(row[0])) for row in rows}

    def labels(self, thing: Term) -> dict[str, str]:
        """Give the labels of a thing by language; a text stands for itself."""
        if isinstance(thing, Literal):
            return {"en": thing.text}
        if thing not in self._labels:
            found = {v.language: v.text for v in self.store.values(thing, LABEL) if isinstance(v, Literal)}
            self._labels[thing] = found or {"en": text_of(self.describe(thing), TITLE) or compact(thing)}
        return self._labels[thing]

    def label(self, thing: Term, language: str = "en") -> str:
        """Give the label of a thing in a language, else in English, else its CURIE."""
        labels = self.labels(thing)
        return labels.get(language) or labels.get("en") or next(iter(labels.values()))

    def other_names(self, thing: Iri) -> list[str]:
        """Give the alternative labels of a thing."""
        found = (value.text for value in self.describe(thing).get(ALT_LABEL, ()) if isinstance(value, Literal))
        return list(dict.fromkeys(found))  # two languages may share one

    def type_of(self, thing: Iri) -> Iri | None:
        """Give the first class of cajad that a thing is stated to be."""
        types = [t for t in self.describe(thing).get(TYPE, ()) if isinstance(t, Iri)]
        return next((t for t in types if t.startswith(CAJAD)), types[0] if types else None)

    def is_fact(self, thing: Iri) -> bool:
        """Tell whether a thing is a computed fact."""
        return thing.startswith(PREFIXES["fact"]) and CLAIM_LINK in self.describe(thing)

    def is_outcome(self, status: Term) -> bool:
        """Tell whether a status settles an event's fate, as the ontology says."""
        return text_of(self.describe(str(status)), OUTCOME) == "true"

    def facts_about(self, thing: Iri) -> list[Iri]:
        """Give the facts in which a thing has a role, in order of their dates."""
        found = {s for role in self.roles for s in self.store.subjects(role, thing) if self.is_fact(s)}
        return sorted(found, key=lambda fact: (text_of(self.describe(fact), EARLIEST), fact))

    def events(self, about: Iri | None = None, since: str = "", until: str = "") -> list[Iri]:
        """Give the dated events, or those in which a thing has a part, in order of their first possible day.

        `since` and `until` are days (ISO texts) that an event's date must be able to meet.
        """
        _, rows = self.store.rows(_EVENTS)
        wanted = set(self.facts_about(about)) if about else None
        return [
            Iri(str(fact))
            for fact, earliest, latest in rows
            if isinstance(earliest, Literal) and isinstance(latest, Literal)
            if (wanted is None or fact in wanted)
            and (not since or latest.text >= since)
            and (not until or earliest.text <= until)
        ]

    def role_values(self, subject: Iri, language: str = "en") -> dict[str, list[str]]:
        """Give what a claim or fact says, role by role, as labels."""
        values = self.describe(subject)
        return {
            name: [self.label(value, language) for value in values[role]]
            for role, name in self.roles.items()
            if role in values
        }

    def inferred(self, fact: Iri) -> dict[str, list[Iri]]:
        """Give the values of a fact that follow from stated ones, role by role."""
        found: dict[str, list[Iri]] = {}
        for node in self.describe(fact).get(INFERENCE, ()):
            values = self.describe(str(node))
            role = local_name(str(values[INFERRED_ROLE][0]))
            found.setdefault(role, []).append(Iri(str(values[INFERRED_VALUE][0])))
        return found

    def fact(self, fact: Iri) -> dict[str, Any]:
        """Give a fact with its claims in order of publication, as plain data."""
        values = self.describe(fact)
        claims = [self.claim(Iri(str(claim))) for claim in values.get(CLAIM_LINK, ())]
        return {
            "iri": str(fact),
            "label": self.labels(fact),
            "type": local_name(str(self.type_of(fact))),
            "kind": self.labels(self.type_of(fact) or fact),
            "status": local_name(str(values[STATUS][0])),
            "certainty": local_name(str(values[CERTAINTY][0])),
            "negated": NEGATED in values,
            "disputed": [local_name(str(role)) for role in values.get(DISPUTED, ())],
            "date": self.period(values),
            "earliest": text_of(values, EARLIEST),
            "latest": text_of(values, LATEST),
            "claims": sorted(claims, key=lambda claim: (claim["day"], claim["source"], claim["iri"])),
        }

    def entity(self, thing: Iri, language: str = "en") -> dict[str, Any]:
        """Give an entity with its names, what the ontology knows of it, and its facts by type, as plain data."""
        facts: dict[str, list[dict[str, Any]]] = {}
        for iri in self.facts_about(thing):
            fact = {**self.fact(iri), "curie": compact(iri)}
            del fact["claims"]
            facts.setdefault(fact["type"], []).append(fact)
        kind = self.type_of(thing)
        return {
            "iri": str(thing),
            "curie": compact(thing),
            "type": local_name(kind) if kind else "",
            "label": self.labels(thing),
            "also": self.other_names(thing),
            "known": self._known_of(thing, language),
            "facts": dict(sorted(facts.items())),
        }

    def _known_of(self, thing: Iri, language: str) -> dict[str, list[str]]:
        """Give the links of an entity that the ontology itself states, such as the capital of a state."""
        links = ("actsFor", "capital", "within", "groupMember")
        values = self.describe(thing)
        stated = {name: values.get(Iri(f"{CAJAD}{name}"), []) for name in links}
        stated |= {"same as": values.get(SAME_AS, [])}
        return {name: [self.label(value, language) for value in found] for name, found in stated.items() if found}

    def claim(self, claim: Iri) -> dict[str, Any]:
        """Give a claim with what is known of its source, as plain data."""
        values = self.describe(claim)
        source = Iri(str(values[SOURCE][0]))
        about = self.describe(source)
        return {
            "iri": str(claim),
            "source": str(source),
            "title": text_of(about, TITLE),
            "publisher": text_of(about, PUBLISHER),
            "url": text_of(about, URL),
            "published": text_of(about, ISSUED),
            "day": text_of(about, LATEST),
            "reliability": local_name(text_of(about, RELIABILITY)),
            "type": local_name(str(values[FACT_TYPE][0])),
            "status": local_name(str(values[STATUS][0])),
            "certainty": local_name(str(values[CERTAINTY][0])),
            "negated": NEGATED in values,
            "voice": self.labels(values[VOICE][0]) if VOICE in values else "",
            "paragraph": int(text_of(values, PARAGRAPH) or 0),
            "quote": text_of(values, QUOTE),
            "date": self.period(values),
            "says": self.role_values(claim),
        }

    def period(self, values: Values) -> str:
        """Give the date of an event, or the years of a relation as `since–until`, as the source has them."""
        dates = [text_of(values, name) for name in (DATE, FOUNDED)]
        if any(dates):
            return next(filter(None, dates))
        since, until = text_of(values, SINCE), text_of(values, UNTIL)
        return f"{since}–{until}" if since or until else ""


def text_of(values: Values, predicate: Iri) -> str:
    """Give the values of a property as one text, ' / ' between several."""
    found = values.get(predicate, [])
    return " / ".join(sorted(v.text if isinstance(v, Literal) else str(v) for v in found))
