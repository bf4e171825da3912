"""On what do sources disagree: each disputed property of a fact, its values, and who gives which."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cajad.graph.reading import Reading
from cajad.ontology.namespaces import local_name
from cajad.ontology.rdf import Iri, Term
from cajad.ontology.terms import CLAIM_LINK, DISPUTED, NEGATED, STATUS, TRUE


@dataclass(frozen=True)
class Conflict:
    """One property of one fact on which claims exclude each other.

    `sides` gives each value with the claims that give it (as `Reading.claim` describes them), the value first
    reported coming first; `believed` are the values the rules kept: one for a status, all for a role.
    """

    fact: Iri
    property: Iri
    sides: tuple[tuple[Term, tuple[dict[str, Any], ...]], ...]
    believed: tuple[Term, ...]


def conflicts(reading: Reading, about: Iri | None = None) -> Iterator[Conflict]:
    """Give every conflict, or those of facts in which a thing has a role, in order of fact and property."""
    for fact in _disputed_facts(reading):
        if about is None or about == fact or fact in reading.facts_about(about):
            for prop in reading.describe(fact)[DISPUTED]:
                yield _conflict(fact, Iri(str(prop)), reading)


def _disputed_facts(reading: Reading) -> list[Iri]:
    _, rows = reading.store.rows("SELECT DISTINCT ?fact WHERE { ?fact cajad:disputed ?any } ORDER BY STR(?fact)")
    return [Iri(str(row[0])) for row in rows]


def _conflict(fact: Iri, prop: Iri, reading: Reading) -> Conflict:
    values = reading.describe(fact)
    claims = sorted(
        (reading.claim(Iri(str(claim))) for claim in values[CLAIM_LINK]), key=lambda c: (c["day"], c["iri"])
    )
    sides: dict[Term, list[dict[str, Any]]] = {}
    for claim in claims:
        said = reading.describe(claim["iri"])
        for value in said.get(prop, [] if prop != NEGATED else [Iri("")]):
            sides.setdefault(value, []).append(claim)
    if prop == STATUS:  # what came before the outcome is its life-cycle, not the conflict
        sides = {value: found for value, found in sides.items() if reading.is_outcome(value)}
    return Conflict(
        fact, prop, tuple((value, tuple(found)) for value, found in sides.items()), tuple(values.get(prop, ()))
    )


def side_label(value: Term, reading: Reading, language: str) -> str:
    """Give a side's value in words; for a denial, `yes` or `no`."""
    if value == TRUE:
        return "denied"
    return reading.label(value, language) if value else "affirmed"


def property_name(prop: Iri) -> str:
    """Give the local name by which facts files know a property."""
    return local_name(prop)
