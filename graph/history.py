"""What changed between two days: facts first learnt, changed in what is believed of them, disputed or settled.

Both sides are computed from the claims published by their day, so nothing has to be recorded as it happens.
Facts are matched by the claims they rest on, never by their names, which may change.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cajad.graph.agreement import Agreement
from cajad.graph.belief import Belief, Fact
from cajad.graph.consolidate import Evidence, consolidate
from cajad.ontology.claims import Claim
from cajad.ontology.namespaces import local_name
from cajad.ontology.rdf import Iri, Term
from cajad.ontology.terms import CERTAINTY, DISPUTED, NEGATED, STATUS, TRUE
from cajad.ontology.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Alteration:
    """One property of a fact that is believed otherwise than before; an empty side says nothing."""

    property: Iri
    before: tuple[Term, ...]
    after: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one fact: `kind` is learnt, changed, joined or withdrawn; `claims` are the new ones."""

    kind: str
    fact: Fact
    alterations: tuple[Alteration, ...] = ()
    claims: tuple[Iri, ...] = ()


def changes_between(evidence: Evidence, vocabulary: Vocabulary, before: str, after: str) -> list[Change]:
    """Compare what was believed at the end of two days (ISO texts), in the order in which facts were reported."""
    then = consolidate(evidence.until(before), vocabulary)
    now = consolidate(evidence.until(after), vocabulary)
    return compare_facts(then, now)


def compare_facts(then: Sequence[Fact], now: Sequence[Fact]) -> list[Change]:
    """Compare two states of belief; facts that did not change are left out.

    A fact with no claim in common with an earlier one was learnt. One that holds claims of several earlier ones
    joined them. An earlier one whose claims are all gone was withdrawn (its source was forgotten).
    """
    home = {claim.iri: fact for fact in then for claim in fact.claims}
    changes = []
    for fact in now:
        earlier = list({home[c.iri].iri: home[c.iri] for c in fact.claims if c.iri in home}.values())
        change = _compare(earlier, fact)
        if change:
            changes.append(change)
    kept = {claim.iri for fact in now for claim in fact.claims}
    gone = [fact for fact in then if not any(claim.iri in kept for claim in fact.claims)]
    return changes + [Change("withdrawn", fact) for fact in gone]


def _compare(earlier: Sequence[Fact], fact: Fact) -> Change | None:
    if not earlier:
        return Change("learnt", fact, claims=tuple(claim.iri for claim in fact.claims))
    known = {claim.iri for old in earlier for claim in old.claims}
    new = tuple(claim.iri for claim in fact.claims if claim.iri not in known)
    if len(earlier) > 1:
        return Change("joined", fact, claims=new)
    alterations = tuple(_alterations(_statements(earlier[0]), _statements(fact)))
    return Change("changed", fact, alterations, new) if alterations else None


def _statements(fact: Fact) -> dict[Iri, tuple[Term, ...]]:
    """Everything believed of a fact, property by property."""
    statements: dict[Iri, tuple[Term, ...]] = {STATUS: (fact.status,), CERTAINTY: (fact.certainty,)}
    if fact.negated:
        statements[NEGATED] = (TRUE,)
    if fact.disputed:
        statements[DISPUTED] = fact.disputed
    return statements | dict(fact.roles)


def _alterations(before: dict[Iri, tuple[Term, ...]], after: dict[Iri, tuple[Term, ...]]) -> list[Alteration]:
    properties = sorted({*before, *after})
    pairs = ((prop, before.get(prop, ()), after.get(prop, ())) for prop in properties)
    return [Alteration(prop, old, new) for prop, old, new in pairs if set(old) != set(new)]


class Replay:
    """What was believed of the status of facts on each day on which a source spoke of them."""

    def __init__(self, evidence: Evidence, vocabulary: Vocabulary) -> None:
        self._claims = {claim.iri: claim for claim in evidence.claims}
        self._sources = evidence.sources
        self._belief = Belief(vocabulary, Agreement(vocabulary), evidence.sources)

    def statuses(self, claims: Iterable[Iri]) -> list[dict[str, str]]:
        """Give `published`, `status` and `certainty` for each day that brought a claim, in order."""
        known = sorted((self._claims[iri] for iri in claims), key=self._day)
        replayed = []
        for day in sorted({self._day(claim) for claim in known}):
            winner = self._belief.winner([claim for claim in known if self._day(claim) <= day])
            names = {"status": local_name(winner.status), "certainty": local_name(winner.certainty)}
            replayed.append({"published": day, **names})
        return replayed

    def _day(self, claim: Claim) -> str:
        return self._sources[claim.source].published.latest
