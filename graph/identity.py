"""Which claims speak of the same event or relation: the identity conditions of the ontology, applied.

A class states its conditions in `cajad:identity`, separated by spaces, and all must hold:
`role` both claims give it and agree; `role?` they do not exclude each other in it; `a|b` they agree in one;
`=role` both give the same set; `~role` both give it, whatever the value; `period` their validity meets.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from cajad.graph.agreement import Agreement, Verdict, words
from cajad.ontology.claims import Claim, Source, ordered
from cajad.ontology.dates import parse_date
from cajad.ontology.errors import DataError, Problem
from cajad.ontology.namespaces import CAJAD
from cajad.ontology.rdf import Iri, Literal, Term
from cajad.ontology.terms import ACTOR, DATE, ENDED, FACT, PLACE, PLACE_CLASS, SINCE, UNTIL
from cajad.ontology.vocabulary import DATE_KIND, FactType, Role, Vocabulary

FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"
ONGOING = Iri(f"{CAJAD}ongoing")
Period = tuple[str, str]


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
        return self._conditions_of(_rule(kind))

    def _conditions_of(self, rule: str) -> tuple[Condition, ...]:
        """Read a rule once. Raises DataError where it names what is no role (an extension's misspelling)."""
        if rule not in self._conditions:
            conditions = read_conditions(rule)
            roles = {name for c in conditions for name in c.roles if c.kind != "period"}
            unknown = sorted(roles - self._vocabulary.roles.keys())
            if unknown:
                raise DataError([Problem(f'cajad:identity "{rule}"', f"no such role: {', '.join(unknown)}")])
            self._conditions[rule] = conditions
        return self._conditions[rule]

    def kind(self, claim: Claim) -> FactType:
        """Give the fact type of a claim."""
        return self._vocabulary.fact_types_by_iri[claim.type]

    def common_type(self, ours: Claim, theirs: Claim) -> FactType | None:
        """Give the type that both claims are of, if one's type is the other's or above it (a Summit is a Meeting)."""
        if self._vocabulary.is_kind(ours.type, theirs.type):
            return self.kind(theirs)
        return self.kind(ours) if self._vocabulary.is_kind(theirs.type, ours.type) else None

    def pooled(self, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """Give each of several claims that are stated to be of one thing all the names and themes it goes by."""
        adding = [role.iri for role in self._vocabulary.roles.values() if role.accumulates]
        pool = {r: ordered(v for claim in claims for v in claim.roles.get(r, ())) for r in adding}
        pool = {r: values for r, values in pool.items() if values}
        return tuple(replace(claim, roles={**claim.roles, **pool}) for claim in claims)

    def detail(self, claim: Claim) -> int:
        """Tell how much a claim says: a point for each value, each word of a text, each place around a place."""
        values = [value for found in claim.roles.values() for value in found]
        texts = sum(len(words(value.text)) for value in values if isinstance(value, Literal))
        places = sum(len(self.agreement.place_chain(value)) for value in claim.roles.get(PLACE, ()))
        return len(values) + texts + places

    def score(self, ours: Claim, theirs: Claim) -> int:
        """Tell how two claims stand to each other.

        -1 when they exclude each other; 0 when nothing says that they speak of the same thing; else the more,
        the nearer: a point for each role in which they agree, two where they say the same.
        """
        kind = self.common_type(ours, theirs)
        if kind is None:
            return -1
        conditions = self.conditions(kind)
        score, matching = 1 + (ours.type == theirs.type), bool(_needed(conditions))
        for condition in conditions:
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
            return [self._compare_periods(ours, theirs)]
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

    def _compare_periods(self, ours: Claim, theirs: Claim) -> Verdict:
        """Compare the time of two relations: what one knows must be possible for the other.

        "Minister since 2019" and a minister met in 2025 may be one, two stated terms that do not meet are not.
        """
        (known, possible), (other_known, other_possible) = self._periods(ours), self._periods(theirs)
        if not (_meet(known, other_possible) and _meet(other_known, possible)):
            return Verdict.EXCLUDE
        return Verdict.AGREE if _meet(known, other_known) else Verdict.OPEN

    def _periods(self, claim: Claim) -> tuple[Period, Period]:
        """Give the days on which a claim knows its relation to hold, and all on which it may have held.

        An ongoing relation is known to hold when its source was published, a former one is over by then, and a
        planned one has not begun. Where no day is known, any possible one may do.
        """
        published = self._sources[claim.source].published
        since, until = _bounds(claim, SINCE), _bounds(claim, UNTIL)
        planned = self._vocabulary.stage(claim.status) < self._vocabulary.stage(ONGOING)
        first = since[0] if since else published.earliest if planned else FIRST_DAY
        last = until[1] if until else published.latest if claim.status == ENDED else LAST_DAY
        if until:
            known = (since or until)[0], until[1]
        elif claim.status == ENDED or planned:
            known = since or (first, last)
        else:
            known = (since[0], max(since[1], published.latest)) if since else (published.earliest, published.latest)
        return known, (first, last)

    def keys(self, claim: Claim) -> Iterator[tuple[str, ...]]:
        """Give the keys under which a claim is filed.

        It is filed under each rule by which it may be compared: its own type's, and those of the types above.
        Where a rule compares dates only if both are given, the years are part of the key, so that not every loan
        of every year has to be compared with each other.
        """
        return self._keys(claim, ("dated",), ("undated",))

    def lookups(self, claim: Claim) -> Iterator[tuple[str, ...]]:
        """Give the keys under which to look for a claim's like: what can match it is filed under at least one."""
        return self._keys(claim, ("undated",), ("dated", "undated"))

    def _keys(
        self, claim: Claim, if_dated: tuple[str, ...], if_undated: tuple[str, ...]
    ) -> Iterator[tuple[str, ...]]:
        known = self._vocabulary.fact_types_by_iri
        for rule in dict.fromkeys(_rule(known[cls]) for cls in self.kind(claim).ancestors if cls in known):
            conditions = self._conditions_of(rule)
            parts = [
                sorted({t for name in c.roles for t in self._role_tokens(name, c, claim)})
                for c in _needed(conditions)[:2]
            ]
            if any(c.kind == "open" and c.roles == ("date",) for c in conditions):
                years = _years(claim)
                parts.append([*years, *if_dated] if years else list(if_undated))
            yield from product([rule], *parts) if _needed(conditions) else ()

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


def _needed(conditions: Sequence[Condition]) -> list[Condition]:
    """Give the conditions that speak for sameness; the others only exclude it, and cannot make two claims one."""
    return [condition for condition in conditions if condition.kind in ("agree", "equal")]


def _rule(kind: FactType) -> str:
    return kind.identity or " ".join("|".join(names) for names in kind.required)


def _bounds(claim: Claim, role: Iri) -> Period | None:
    """Give the first and last day that the dates of a role may mean, nothing where there are none."""
    dates = [parse_date(value.text) for value in claim.roles.get(role, ()) if isinstance(value, Literal)]
    return (min(d.earliest for d in dates), max(d.latest for d in dates)) if dates else None


def _meet(ours: Period, theirs: Period) -> bool:
    return ours[0] <= theirs[1] and theirs[0] <= ours[1]


def _years(claim: Claim) -> list[str]:
    """Give the years in which a claim's date may lie, none where it has no date."""
    bounds = _bounds(claim, DATE)
    return [f"{year:04}" for year in range(int(bounds[0][:4]), int(bounds[1][:4]) + 1)] if bounds else []


def _months(text: str) -> Iterator[str]:
    moment = parse_date(text)
    year, month = int(moment.earliest[:4]), int(moment.earliest[5:7])
    while f"{year:04}-{month:02}" <= moment.latest[:7]:
        yield f"{year:04}-{month:02}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
