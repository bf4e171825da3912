"""Which claims speak of the same event or relation: the identity conditions of the ontology, applied.

A class states its conditions in `cajad:identity`, separated by spaces, and all must hold:
`role` both claims give it and agree; `role?` they do not exclude each other in it; `a|b` they agree in one;
`=role` both give the same set; `~role` both give it, whatever the value; `period` their validity meets.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from cajad.graph.agreement import Agreement, Verdict, words
from cajad.ontology.claims import Claim, Source, claim_bounds
from cajad.ontology.dates import parse_date
from cajad.ontology.rdf import Iri, Literal, Term
from cajad.ontology.terms import ACTOR, ENDED, FACT, PLACE_CLASS
from cajad.ontology.vocabulary import DATE_KIND, FactType, Role, Vocabulary

FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: its kind ('agree', 'open', 'equal', 'period') and the alternatives it names."""

    kind: str
    roles: tuple[str, ...]
    given_only: frozenset[str] = frozenset()


def read_conditions(identity: str) -> tuple[Condition, ...]:
    """Read the identity mini-language.

    >>> read_conditions("=party")
    (Condition(kind='equal', roles=('party',), given_only=frozenset()),)
    """
    conditions = []
    for word in identity.split():
        names = tuple(name.strip("=~?") for name in word.split("|"))
        kind = "equal" if word[0] == "=" else "open" if word.endswith("?") else "agree"
        if names == ("period",):
            kind = "period"
        given = frozenset(part[1:] for part in word.split("|") if part.startswith("~"))
        conditions.append(Condition(kind, names, given))
    return tuple(conditions)


class Identity:
    """Decides whether two claims may speak of the same thing, and finds the pairs worth comparing."""

    def __init__(self, vocabulary: Vocabulary, sources: Mapping[Iri, Source]) -> None:
        self._vocabulary = vocabulary
        self._sources = sources
        self.agreement = Agreement(vocabulary)
        self._conditions: dict[str, tuple[Condition, ...]] = {}

    def conditions(self, kind: FactType) -> tuple[Condition, ...]:
        """Give the identity conditions of a fact type; without any, its required roles must agree."""
        text = kind.identity or " ".join("|".join(names) for names in kind.required)
        if text not in self._conditions:
            self._conditions[text] = read_conditions(text)
        return self._conditions[text]

    def kind(self, claim: Claim) -> FactType:
        """Give the fact type of a claim."""
        return self._vocabulary.fact_types_by_iri[claim.type]

    def compatible_types(self, ours: Iri, theirs: Iri) -> bool:
        """Tell whether one type is the other or above it (a Summit is a Meeting)."""
        return self._vocabulary.is_kind(ours, theirs) or self._vocabulary.is_kind(theirs, ours)

    def score(self, ours: Claim, theirs: Claim) -> int:
        """Tell how two claims stand to each other.

        -1 when they exclude each other; 0 when nothing says that they speak of the same thing; else the more,
        the nearer: a point for each role in which they agree, two where they say the same.
        """
        if not self.compatible_types(ours.type, theirs.type):
            return -1
        score, matching = 1 + (ours.type == theirs.type), True
        for condition in self.conditions(self.kind(ours)):
            verdicts = self._verdicts(condition, ours, theirs)
            if condition.kind != "agree" and Verdict.EXCLUDE in verdicts:
                return -1
            if condition.kind == "agree" and max(verdicts) is Verdict.EXCLUDE:
                return -1
            points = sum(verdict for verdict in verdicts if verdict > Verdict.OPEN)
            matching = matching and (points > 0 or condition.kind in ("open", "period"))
            score += points
        return score if matching else 0

    def _verdicts(self, condition: Condition, ours: Claim, theirs: Claim) -> list[Verdict]:
        if condition.kind == "period":
            return [Verdict.OPEN if self._periods_meet(ours, theirs) else Verdict.EXCLUDE]
        return [self._verdict(name, condition, ours, theirs) for name in condition.roles]

    def _verdict(self, name: str, condition: Condition, ours: Claim, theirs: Claim) -> Verdict:
        role = self._vocabulary.roles[name]
        mine, other = ours.roles.get(role.iri, ()), theirs.roles.get(role.iri, ())
        if not mine or not other:
            return Verdict.OPEN
        if condition.kind == "equal":
            return Verdict.SAME if set(mine) == set(other) else Verdict.EXCLUDE
        if name in condition.given_only:
            return Verdict.AGREE
        return self.agreement.compare(role, mine, other)

    def _periods_meet(self, ours: Claim, theirs: Claim) -> bool:
        """Compare what two claims know of a relation's time; two undated ones never exclude each other.

        Two stated starts must belong to one known period, or two terms of one person would be one. A mention
        without a start also fits a period that was open when it was last heard of.
        """
        mine, other = claim_bounds(ours.roles), claim_bounds(theirs.roles)
        if not any(mine) and not any(other):
            return True
        still_open = not (mine[0] and other[0])
        (start, end), (first, last) = self._period(ours, still_open), self._period(theirs, still_open)
        return start <= last and first <= end

    def _period(self, claim: Claim, still_open: bool) -> tuple[str, str]:
        """Give the days on which a claim knows its relation to hold.

        From its start, if stated, to its end; without an end to the day the source was published, or on, if
        `still_open`. "Until 2022" knows no more than that end, an undated relation the day of publication,
        a former one some day before it.
        """
        start, end = claim_bounds(claim.roles)
        day = self._sources[claim.source].published.latest
        if start:
            return start, end or (LAST_DAY if still_open and claim.status != ENDED else max(start, day))
        if end:
            return end, end
        return (FIRST_DAY if claim.status == ENDED else day), day

    def keys(self, claim: Claim) -> Iterator[tuple[str, ...]]:
        """Give the keys under which a claim is filed: two claims that can match share at least one."""
        root = self._root(claim)
        kind = self.kind(claim)
        needed = [c for c in self.conditions(kind) if c.kind in ("agree", "equal")]
        parts = [sorted({t for name in c.roles for t in self._role_tokens(name, c, claim)}) for c in needed[:2]]
        yield from product([root], *parts)

    def _root(self, claim: Claim) -> str:
        """The topmost fact type: what can only match within itself."""
        kind = self.kind(claim)
        typed = [a for a in kind.ancestors if a in self._vocabulary.fact_types_by_iri]
        return typed[-1] if typed else kind.iri

    def _role_tokens(self, name: str, condition: Condition, claim: Claim) -> Iterator[str]:
        role = self._vocabulary.roles[name]
        values = claim.roles.get(role.iri, ())
        if condition.kind == "equal":
            yield from [f"{name}={'|'.join(map(str, values))}"] if values else []
        elif name in condition.given_only:
            yield from [name] if values else []
        else:
            for value in values:
                yield from (f"{name}:{token}" for token in self._tokens(role, value))

    def _tokens(self, role: Role, value: Term) -> Iterator[str]:
        if isinstance(value, Literal):
            yield from _months(value.text) if DATE_KIND in role.takes else words(value.text) or (value.text,)
        elif PLACE_CLASS in role.takes and ACTOR not in role.takes:
            yield from map(str, self.agreement.place_chain(value))
        elif ACTOR in role.takes and FACT not in role.takes:
            yield from map(str, self.agreement.stands_for(value))
        else:
            yield value


def _months(text: str) -> Iterator[str]:
    moment = parse_date(text)
    year, month = int(moment.earliest[:4]), int(moment.earliest[5:7])
    while f"{year:04}-{month:02}" <= moment.latest[:7]:
        yield f"{year:04}-{month:02}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
