"""Stories for tests of consolidation: who said what on which day, read with the shipped vocabulary.

A line is `<day> <publisher>: <fact>`, the fact as the inside of a TOML inline table:
`2025-11-27 anewz: type="Summit", forum="ca-jad", date="2025-12", status="planned"`.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from hypothesis import strategies as st

from cajad.graph.belief import Fact
from cajad.graph.clusters import Judgement
from cajad.graph.consolidate import Evidence, consolidate
from cajad.graph.identity import Identity
from cajad.loaders.facts import FactsReader
from cajad.loaders.values import read_value
from cajad.ontology.claims import Claim, Source, ordered
from cajad.ontology.dates import parse_date
from cajad.ontology.names import Names
from cajad.ontology.namespaces import CAJAD, ID, local_name
from cajad.ontology.rdf import Iri, Term
from cajad.ontology.shipped import shipped_triples
from cajad.ontology.vocabulary import FactType, Role, Vocabulary

SUMMIT = 'type="Summit", forum="ca-jad", participant=["Japan", "Central Asia"], '


@cache
def vocabulary() -> Vocabulary:
    return Vocabulary.from_triples(shipped_triples())


@cache
def names() -> Names:
    return Names(vocabulary())


def said(*lines: str, each: str = "", judgements: Sequence[Judgement] = ()) -> Evidence:
    """Read a story; what `each` holds stands in every line that does not say otherwise."""
    sources: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for line in lines:
        day, publisher, fact = re.fullmatch(r"(\S+) (\S+): (.*)", line).groups()  # type: ignore[union-attr]
        table = {"paragraph": 1, **_inline(each), **_inline(fact)}
        sources.setdefault((day, publisher), []).append(table)
    documents = [
        FactsReader(vocabulary(), names(), f"{day} {publisher}").document(
            {
                "source": {"id": f"{day}-{publisher}", "title": "t", "publisher": publisher, "published": day},
                "fact": tables,
            }
        )
        for (day, publisher), tables in sources.items()
    ]
    claims = tuple(claim for document in documents for claim in document.claims)
    return Evidence({d.source.iri: d.source for d in documents}, claims, {}, tuple(judgements))


def _inline(fact: str) -> dict[str, Any]:
    table: dict[str, Any] = tomllib.loads(f"fact = {{{fact.strip().rstrip(',')}}}")["fact"]
    return table


def claims(*lines: str, each: str = "") -> list[Claim]:
    """Read the claims of a story, in the order of its lines."""
    return [said(line, each=each).claims[0] for line in lines]


def facts(*lines: str, each: str = "", judgements: Sequence[Judgement] = (), until: str = "") -> list[Fact]:
    """Believe what a story amounts to, as of a day if one is given."""
    evidence = said(*lines, each=each, judgements=judgements)
    return consolidate(evidence.until(until) if until else evidence, vocabulary())


def fact(*lines: str, each: str = "", judgements: Sequence[Judgement] = ()) -> Fact:
    """Believe a story of one fact."""
    (only,) = facts(*lines, each=each, judgements=judgements)
    return only


def score(ours: str, theirs: str, each: str = "") -> int:
    """Score two lines, which must not be of the same day and publisher; the order of the two does not matter."""
    evidence = said(ours, theirs, each=each)
    identity = Identity(vocabulary(), evidence.sources)
    one, other = evidence.claims
    assert identity.score(one, other) == identity.score(other, one)
    return identity.score(one, other)


def judgement(verdict: str, one: Claim, other: Claim, date: str = "2026-01-01") -> Judgement:
    pair = sorted((one.iri, other.iri))
    return Judgement(verdict, (pair[0], pair[1]), date)


def role(name: str) -> Role:
    return vocabulary().roles[name]


def term(name: str, value: str) -> Term:
    """Read a value of a role as a facts file gives it."""
    return read_value(value, role(name), names())


def word(value: Term) -> str:
    """Give a value as its text or its local name."""
    return local_name(value) if isinstance(value, Iri) else value.text


def words(fact: Fact, name: str) -> list[str]:
    """Give what a fact has in a role."""
    return [word(value) for value in fact.roles.get(role(name).iri, ())]


def disputes(fact: Fact) -> list[str]:
    return [local_name(prop) for prop in fact.disputed]


def status(fact: Fact) -> str:
    return f"{local_name(fact.status)} {local_name(fact.certainty)}"


def parted(found: Sequence[Fact]) -> list[list[str]]:
    """Give the sources on which each fact rests, as `<day>-<publisher>`."""
    return [[local_name(claim.source) for claim in each.claims] for each in found]


# ── Claims that nobody made, for properties that must hold of any ────────────────────────────────────

ACTORS = [
    "Japan", "Kazakhstan", "Uzbekistan", "Central Asia", "European Union", "Russia", "Sanae Takaichi",
    "Toshimitsu Motegi", "Kassym-Jomart Tokayev", "Ursula von der Leyen",
]  # fmt: skip
POOL: dict[str, list[str]] = {
    "date": ["2025", "2025-12", "2025-12-20", "2025-12-19/2025-12-20", "2025-12-31/2026-01-02", "2026-01"],
    "since": ["2019", "2021-10-04", "2021-11"],
    "until": ["2020", "2021-10", "2024-10-01"],
    "founded": ["2004", "2004-08-28"],
    "place": ["Tokyo", "Japan", "Astana", "Kazakhstan", "Central Asia"],
    "forum": ["ca-jad", "c5-plus-1"],
    "theme": ["Energy", "Water", "Trade"],
    "name": ["Tokyo summit", "summit", "the Tokyo summit of December", "???", "東京サミット", "Саммит"],
    "meeting": ["Tokyo summit", "summit", "ca-jad", "c5-plus-1"],
    "amount": ["1000 USD", "2000 USD", "1000 JPY"],
    "count": ["9", "10"],
    "level": ["ministerial", "foreign ministers"],
    "role": ["prime minister", "member", "observer"],
    "state": ["Japan", "Kazakhstan", "European Union"],
    "stance": ["aim", "opinion"],
    "strength": ["close", "strained", "weakening"],
    "about": ["Central Asia", "Kazakhstan", "Energy", "the route", "Tokyo", "ca-jad"],
    "from": ["Russia", "Tokyo", "Japan"],
    "to": ["Central Asia", "Kazakhstan"],
    **dict.fromkeys(["participant", "party", "agent", "beneficiary", "member", "members", "holder"], ACTORS),
}
DAYS = ["2020-08-06", "2021-11", "2025", "2025-12-19", "2025-12"]
ANY_SOURCES = {
    Iri(f"{ID}source/{day}-daily"): Source(Iri(f"{ID}source/{day}-daily"), "t", "Daily", parse_date(day))
    for day in DAYS
}


FAMILIES = [
    ["Meeting", "Summit", "Visit"], ["Agreement"], ["Initiative"], ["Shift"], ["Incident"],
    ["Tie"], ["Office"], ["Membership"], ["Position"], ["ForumFact"],
]  # fmt: skip


@st.composite
def any_claim(draw: st.DrawFn, types: Sequence[str]) -> Claim:
    """A claim of one of some types whose roles come from small pools, so that many claims meet."""
    kind = vocabulary().fact_types[draw(st.sampled_from(types))]
    given_names = draw(st.sets(st.sampled_from([name for name in sorted(kind.roles) if name in POOL])))
    return Claim(
        source=draw(st.sampled_from(sorted(ANY_SOURCES))),
        type=kind.iri,
        roles=_some_roles(draw, kind, given_names),
        status=Iri(f"{CAJAD}{draw(st.sampled_from(['planned', 'ongoing', 'held', 'cancelled', 'ended']))}"),
        certainty=Iri(f"{CAJAD}{draw(st.sampled_from(['asserted', 'expected', 'possible']))}"),
        negated=draw(st.sampled_from([False, False, False, True])),
        event=draw(st.sampled_from(["", "", "", "", "tokyo-summit", "astana-summit"])),
    )


def _some_roles(draw: st.DrawFn, kind: FactType, given_names: set[str]) -> dict[Iri, tuple[Term, ...]]:
    roles = {}
    for name in sorted(given_names | {alternatives[0] for alternatives in kind.required}):
        most = 1 if kind.roles[name].single_valued else 3
        chosen = draw(st.lists(st.sampled_from(POOL[name]), min_size=1, max_size=most, unique=True))
        roles[kind.roles[name].iri] = ordered(term(name, value) for value in chosen)
    return roles


def any_claims(most: int = 8) -> st.SearchStrategy[list[Claim]]:
    """Several claims of one family of types, each with an identifier of its own."""
    several = st.sampled_from(FAMILIES).flatmap(lambda types: st.lists(any_claim(types), min_size=2, max_size=most))
    return several.map(lambda found: [replace(c, iri=Iri(f"{ID}claim/{n}")) for n, c in enumerate(found)])


def identity() -> Identity:
    """Give the identity rules over the sources of such claims."""
    return Identity(vocabulary(), ANY_SOURCES)
