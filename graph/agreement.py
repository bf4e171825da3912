"""When do two values of a role agree, exclude each other, or leave it open; and which is the finer one.

Design §7: dates overlap, places lie in each other, a state is within its group, names are the same words.
"""

from collections.abc import Iterable
from enum import IntEnum
from functools import cached_property, lru_cache

from cajad.ontology.dates import parse_date
from cajad.ontology.folding import tokens
from cajad.ontology.namespaces import CAJAD
from cajad.ontology.rdf import Iri, Literal, Term
from cajad.ontology.terms import ACTOR, DATE_TYPES, FACT, PLACE_CLASS, THEME_CLASS
from cajad.ontology.vocabulary import AMOUNT_KIND, DATE_KIND, Role, Vocabulary


class Verdict(IntEnum):
    """How two values, or two sets of values, stand to each other; the higher, the nearer."""

    EXCLUDE = -1
    OPEN = 0
    AGREE = 1
    SAME = 2


class Agreement:
    """Compares values under one ontology; caches what groups, places and leaders stand for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._members: dict[Term, tuple[Iri, ...]] = {}
        self._states: dict[Term, tuple[Iri, ...]] = {}
        self._stands_for: dict[Term, frozenset[Term]] = {}
        self._places: dict[Term, tuple[Term, ...]] = {}

    @cached_property
    def _groups(self) -> list[frozenset[Term]]:
        """The members of every group whose members are known."""
        groups = (self.members(thing) for thing in self._vocabulary.index)
        return [frozenset(members) for members in groups if members]

    def members(self, group: Term) -> tuple[Iri, ...]:
        """Give the states of a group, none for anything else."""
        if group not in self._members:
            found = self._vocabulary.iris(group, f"{CAJAD}groupMember") if isinstance(group, Iri) else ()
            self._members[group] = tuple(found)
        return self._members[group]

    def state_of(self, leader: Term) -> tuple[Iri, ...]:
        """Give the state a leader acts for, none for anything else."""
        if leader not in self._states:
            found = self._vocabulary.iris(leader, f"{CAJAD}actsFor") if isinstance(leader, Iri) else ()
            self._states[leader] = tuple(found)
        return self._states[leader]

    def stands_for(self, actor: Term) -> frozenset[Term]:
        """Give what an actor is compared by: a group's members, a leader's state, else itself."""
        if actor not in self._stands_for:
            states = (member for state in self.state_of(actor) for member in self.members(state) or (state,))
            self._stands_for[actor] = frozenset(self.members(actor) or states) or frozenset((actor,))
        return self._stands_for[actor]

    def place_chain(self, place: Term) -> tuple[Term, ...]:
        """Give a place and everything it lies in, nearest first."""
        if place not in self._places:
            chain: dict[Term, None] = {}
            queue = [place]
            while queue:
                current = queue.pop(0)
                if current not in chain and isinstance(current, Iri):
                    chain[current] = None
                    queue += self._vocabulary.iris(current, f"{CAJAD}within")
            self._places[place] = tuple(chain) or (place,)
        return self._places[place]

    def compare(self, role: Role, ours: Iterable[Term], theirs: Iterable[Term]) -> Verdict:
        """Compare what two claims give for a role; both must give something."""
        mine, other = tuple(ours), tuple(theirs)
        if set(mine) == set(other):
            return Verdict.SAME
        if ACTOR in role.takes and not {FACT, THEME_CLASS} & set(role.takes):
            return self._compare_actors(mine, other)
        return min(Verdict.AGREE, max(self.compare_values(role, a, b) for a in mine for b in other))

    def _compare_actors(self, mine: tuple[Term, ...], other: tuple[Term, ...]) -> Verdict:
        """Nested sets agree, and sets that share more than half of all they name.

        Different leaders of one state do not: two ministers' journeys are not one.
        """
        if self._rival_leaders(mine, other):
            return Verdict.EXCLUDE
        ours = frozenset().union(*map(self.stands_for, mine))
        theirs = frozenset().union(*map(self.stands_for, other))
        if ours == theirs:
            return Verdict.SAME
        nested = ours <= theirs or theirs <= ours
        return Verdict.AGREE if nested or self._mostly_shared(ours & theirs, ours | theirs) else Verdict.EXCLUDE

    def _mostly_shared(self, shared: frozenset[Term], named: frozenset[Term]) -> bool:
        """Tell whether more than half is shared, where a group that is shared entire counts as one.

        Central Asia with Japan is not Central Asia with Russia, though five of seven states are the same.
        """
        whole = max((group for group in self._groups if group <= shared), key=len, default=frozenset())
        return 2 * (len(shared - whole) + bool(whole)) > len(named - whole) + bool(whole)

    def _rival_leaders(self, mine: tuple[Term, ...], other: tuple[Term, ...]) -> bool:
        ours = {(state, a) for a in mine for state in self.state_of(a)}
        theirs = {(state, a) for a in other for state in self.state_of(a)}
        common = {state for state, _ in ours} & {state for state, _ in theirs}
        return any(not {a for s, a in ours if s == state} & {a for s, a in theirs if s == state} for state in common)

    def compare_values(self, role: Role, ours: Term, theirs: Term) -> Verdict:
        """Compare two single values of a role.

        Different words may mean one event ("the summit", "the Tokyo meeting"), but not one subject of a position.
        """
        if ours == theirs:
            return Verdict.SAME
        if isinstance(ours, Literal) and isinstance(theirs, Literal):
            return _compare_literals(role, ours, theirs)
        if _only_refers(role) and (isinstance(ours, Literal) or isinstance(theirs, Literal)):
            return Verdict.OPEN
        if role.classes == (PLACE_CLASS,) and (ours in self.place_chain(theirs) or theirs in self.place_chain(ours)):
            return Verdict.AGREE
        if any(term in (ours, theirs) for term, _ in self._vocabulary.excludes):
            return Verdict.EXCLUDE if (ours, theirs) in self._vocabulary.excludes else Verdict.OPEN
        return Verdict.EXCLUDE

    def is_finer(self, role: Role, ours: Term, theirs: Term) -> bool:
        """Tell whether our value says the same as theirs, more precisely."""
        if ours == theirs:
            return False
        if isinstance(ours, Literal) and isinstance(theirs, Literal):
            if {ours.datatype, theirs.datatype} <= DATE_TYPES:
                mine, other = parse_date(ours.text), parse_date(theirs.text)
                inside = other.earliest <= mine.earliest and mine.latest <= other.latest
                return inside and mine.days < other.days
            return False
        return role.classes == (PLACE_CLASS,) and theirs in self.place_chain(ours)


def _compare_literals(role: Role, ours: Literal, theirs: Literal) -> Verdict:
    if DATE_KIND in role.takes:
        return Verdict.AGREE if parse_date(ours.text).overlaps(parse_date(theirs.text)) else Verdict.EXCLUDE
    if AMOUNT_KIND in role.takes:
        same_currency = ours.text[-3:] == theirs.text[-3:]
        return Verdict.EXCLUDE if same_currency else Verdict.OPEN
    mine, other = words(ours.text), words(theirs.text)
    if mine and other and (mine <= other or other <= mine):
        return Verdict.AGREE
    return Verdict.OPEN if _only_refers(role) else Verdict.EXCLUDE


def _only_refers(role: Role) -> bool:
    """Tell whether a role's values are but ways to name an event: its forum, its name, its stated identity."""
    return role.classes == (FACT,)


@lru_cache(maxsize=65536)
def words(text: str) -> frozenset[str]:
    """Give the folded words of a text, without case and punctuation."""
    return frozenset(tokens(text).split())
