"""Documents that never existed, shaped like the real ones: for measuring, never for reading.

Events and relations are spread over 35 years and the ontology's own states, forums, people and places. Each is told
by one source to a dozen: most agree, some are vaguer, some planned it, a few contradict. The same seed gives the
same documents.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from cajad.loaders.document import Document
from cajad.ontology.claims import Claim, Source, claim_iri, date_literal, ordered
from cajad.ontology.dates import parse_date
from cajad.ontology.namespaces import CAJAD, ID
from cajad.ontology.rdf import Iri, Literal, Term
from cajad.ontology.vocabulary import Vocabulary

FIRST_DAY, DAYS = date(1992, 1, 1), 35 * 365
CLAIMS_A_SOURCE = 6
PUBLISHERS = 40
# how often each kind of fact is told, as in the shipped files
SHARES = {
    "Summit": 10,
    "MinisterialMeeting": 12,
    "BilateralMeeting": 12,
    "Visit": 6,
    "Agreement": 14,
    "Initiative": 12,
    "Incident": 2,
    "Position": 8,
    "Office": 10,
    "Membership": 5,
    "Tie": 6,
    "ForumFact": 3,
}
MEETINGS = ("Summit", "MinisterialMeeting", "BilateralMeeting", "Visit")
SYLLABLES = ("ka", "zan", "tor", "mi", "shi", "bek", "ura", "len", "sor", "nai", "gul", "dar", "fu", "jin", "osh")

Roles = dict[str, tuple[Term, ...]]


def term(name: str) -> Iri:
    """Give the IRI of a word of the ontology."""
    return Iri(f"{CAJAD}{name}")


@dataclass(frozen=True)
class Truth:
    """One event or relation as it was, which sources tell more or less well."""

    type: str
    day: date
    roles: Roles


@dataclass
class World:
    """Whoever and whatever the ontology knows, to draw from."""

    rng: random.Random
    kinds: Mapping[str, list[Iri]] = field(default_factory=dict)

    @classmethod
    def of(cls, vocabulary: Vocabulary, seed: int) -> "World":
        """Draw from the entities of an ontology."""
        names = ("State", "StateGroup", "Leader", "Organisation", "Forum", "Place", "Theme", "Voice", "Role")
        kinds = {
            name: sorted(iri for iri, types in vocabulary.entities.items() if term(name) in types) for name in names
        }
        return cls(random.Random(seed), kinds)

    def one(self, kind: str) -> Iri:
        """Draw one thing of a kind; those that stand first in the alphabet come more often, as stars do."""
        things = self.kinds[kind]
        return things[int(len(things) * self.rng.random() ** 1.5)]

    def some(self, kind: str, least: int, most: int) -> tuple[Term, ...]:
        """Draw several different things of a kind."""
        return ordered(self.one(kind) for _ in range(self.rng.randint(least, most)))

    def words(self, count: int) -> str:
        """Make up a name."""
        made = ("".join(self.rng.choices(SYLLABLES, k=self.rng.randint(2, 4))) for _ in range(count))
        return " ".join(made).title()

    def truth(self) -> Truth:
        """Draw an event or relation."""
        kind = self.rng.choices(list(SHARES), weights=list(SHARES.values()))[0]
        day = FIRST_DAY + timedelta(days=int(DAYS * self.rng.random() ** 0.5))
        roles = self._meeting(kind) if kind in MEETINGS else self._other(kind, day)
        return Truth(kind, day, {name: values for name, values in roles.items() if values})

    def _meeting(self, kind: str) -> Roles:
        bilateral = kind in ("BilateralMeeting", "Visit")
        who = self.some("Leader" if self.rng.random() < 0.3 else "State", 2, 2 if bilateral else 7)
        return {
            "participant": who if len(who) > 1 else (*who, *self.some("State", 1, 1)),
            "forum": () if bilateral else (self.one("Forum"),),
            "place": (self.one("Place"),),
            "theme": self.some("Theme", 0, 3),
            "name": (Literal(self.words(2)),) if self.rng.random() < 0.2 else (),
        }

    def _other(self, kind: str, day: date) -> Roles:
        name = (Literal(self.words(3)),)
        since = (date_literal(parse_date(str(day.year))),)
        return {
            "Agreement": lambda: {
                "party": self.some("State", 2, 3),
                "name": name,
                "theme": self.some("Theme", 0, 2),
                "amount": (Literal(f"{self.rng.randint(1, 900)}000000 USD"),) if self.rng.random() < 0.3 else (),
                "meeting": (self.one("Forum"),) if self.rng.random() < 0.3 else (),
            },
            "Initiative": lambda: {
                "agent": (self.one("Organisation"),),
                "name": name,
                "beneficiary": (self.one("State"),),
                "theme": self.some("Theme", 1, 2),
            },
            "Incident": lambda: {"name": name, "party": self.some("State", 1, 2), "place": (self.one("Place"),)},
            "Position": lambda: {
                "holder": (self.one("State" if self.rng.random() < 0.5 else "Leader"),),
                "stance": (term(self.rng.choice(("aim", "expectation", "opinion"))),),
                "theme": (self.one("Theme"),),
            },
            "Office": lambda: {
                "holder": (Iri(f"{ID}person/synthetic-{self.rng.randint(0, 2000)}"),),
                "role": (self.one("Role"),),
                "state": (self.one("State"),),
                "since": since,
            },
            "Membership": lambda: {"member": (self.one("State"),), "forum": (self.one("Forum"),), "since": since},
            "Tie": lambda: {
                "party": self.some("State", 2, 2),
                "strength": (term(self.rng.choice(("close", "strengthening", "weakening"))),),
            },
            "ForumFact": lambda: {"forum": (self.one("Forum"),), "founded": since},
        }[kind]()

    def telling(self, truth: Truth) -> tuple[date, Claim]:
        """Let a source tell an event: when it published, and what it claims (its source is not known yet)."""
        published = truth.day + timedelta(days=self.rng.randint(-60, 45))
        event = not {"since", "founded", "strength", "stance"} & set(truth.roles)
        roles = {name: self._told(name, values) for name, values in truth.roles.items()}
        for name in ("theme", "place", "amount", "since"):
            if name in roles and self.rng.random() < 0.25:
                del roles[name]
        if event:
            roles["date"] = (self._date(truth.day),)
        status = "ongoing" if not event else "planned" if published < truth.day else "held"
        if status == "planned" and self.rng.random() < 0.05:
            status = "postponed"
        certainty = "expected" if status == "planned" and self.rng.random() < 0.4 else "asserted"
        claim = Claim(
            source=Iri(""),
            type=term("Meeting" if truth.type in MEETINGS and self.rng.random() < 0.1 else truth.type),
            roles={term(name): ordered(values) for name, values in roles.items() if values},
            status=term(status),
            certainty=term(certainty),
            paragraph=self.rng.randint(1, 12),
            voice=(self.one("Voice"),) if self.rng.random() < 0.2 else (),
        )
        return published, claim

    def _told(self, name: str, values: tuple[Term, ...]) -> tuple[Term, ...]:
        chance = self.rng.random()
        if name == "place" and chance < 0.03:
            return (self.one("Place"),)
        if name in ("participant", "beneficiary") and chance < 0.1:
            return (*values, self.one("StateGroup"))
        return values

    def _date(self, day: date) -> Literal:
        chance = self.rng.random()
        if chance < 0.03:
            day += timedelta(days=self.rng.choice((-1, 1)))
        text = day.isoformat()
        cut = 4 if chance > 0.93 else 7 if chance > 0.75 else 10
        return date_literal(parse_date(text[:cut]))


def tellings(world: World, count: int) -> Iterator[tuple[date, Claim]]:
    """Give so many claims with their days of publication, event by event."""
    left = count
    while left > 0:
        truth = world.truth()
        sources = min(left, 1 + int(world.rng.expovariate(0.4)))
        yield from (world.telling(truth) for _ in range(sources))
        left -= sources


def documents(vocabulary: Vocabulary, claims: int, seed: int = 1) -> list[Document]:
    """Give documents that hold so many claims, in order of publication."""
    world = World.of(vocabulary, seed)
    shelves: dict[tuple[str, int], list[tuple[date, Claim]]] = {}
    for published, claim in tellings(world, claims):
        shelf = published.isoformat()[:7], world.rng.randrange(PUBLISHERS)
        shelves.setdefault(shelf, []).append((published, claim))
    made = []
    for (month, publisher), shelf in sorted(shelves.items()):
        for start in range(0, len(shelf), CLAIMS_A_SOURCE):
            made.append(_document(f"{month}-paper-{publisher}-{start}", shelf[start : start + CLAIMS_A_SOURCE]))
    return made


def _document(name: str, shelf: list[tuple[date, Claim]]) -> Document:
    published = parse_date(max(day for day, _ in shelf).isoformat())
    source = Source(Iri(f"{ID}source/{name}"), f"Synthetic {name}", name.split("-", 2)[-1], published)
    claims = (replace(claim, source=source.iri) for _, claim in shelf)
    return Document(source, tuple(replace(claim, iri=claim_iri(claim)) for claim in claims))
