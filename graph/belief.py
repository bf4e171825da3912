"""From a cluster of claims to the fact that the graph believes, by stated rules (docs/consolidation.md).

Status: the newest claim's, an asserted one before an expected one. Once an outcome is claimed (held, cancelled
…), plans and proposals no longer decide the other roles, as far as later claims speak of them: what was planned
is not what happened. Finer values win over coarser ones they agree with; values that exclude each other are all
kept and the fact is marked disputed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cajad.graph.agreement import Agreement, Verdict
from cajad.graph.clusters import publication
from cajad.graph.identity import ONGOING
from cajad.ontology.claims import Claim, Source, role_triples
from cajad.ontology.namespaces import CAJAD
from cajad.ontology.rdf import Iri, Term, Triple, text_in
from cajad.ontology.terms import (
    ACTOR,
    ASSERTED,
    CERTAINTY,
    CLAIM_LINK,
    DISPUTED,
    INFERENCE,
    INFERENCE_CLASS,
    INFERRED_FROM,
    INFERRED_ROLE,
    INFERRED_VALUE,
    LABEL,
    NEGATED,
    STATUS,
    TRUE,
    TYPE,
)
from cajad.ontology.vocabulary import Role, Vocabulary


@dataclass(frozen=True, slots=True)
class Inference:
    """A value that no source states: it follows from a stated one (a group's member, a leader's state)."""

    role: Iri
    value: Iri
    origin: Iri


@dataclass(frozen=True, slots=True)
class Fact:
    """What the graph believes of one event, relation or position, and the claims it believes it from."""

    iri: Iri
    type: Iri
    roles: Mapping[Iri, tuple[Term, ...]]
    status: Iri
    certainty: Iri
    negated: bool
    claims: tuple[Claim, ...]
    disputed: tuple[Iri, ...]
    inferences: tuple[Inference, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()

    def triples(self) -> Iterable[Triple]:
        """Describe the fact in RDF: its type, roles with inferred values, status, claims and disputes."""
        yield self.iri, TYPE, self.type
        for language, text in self.labels:
            yield self.iri, LABEL, text_in(language, text)
        yield self.iri, STATUS, self.status
        yield self.iri, CERTAINTY, self.certainty
        if self.negated:
            yield self.iri, NEGATED, TRUE
        for claim in self.claims:
            yield self.iri, CLAIM_LINK, claim.iri
        for role in self.disputed:
            yield self.iri, DISPUTED, role
        yield from role_triples(self.iri, self.roles)
        for number, inference in enumerate(self.inferences, 1):
            yield from self._inference_triples(inference, Iri(f"{self.iri}/inference/{number}"))

    def _inference_triples(self, inference: Inference, node: Iri) -> Iterable[Triple]:
        yield self.iri, inference.role, inference.value
        yield self.iri, INFERENCE, node
        yield node, TYPE, INFERENCE_CLASS
        yield node, INFERRED_ROLE, inference.role
        yield node, INFERRED_VALUE, inference.value
        yield node, INFERRED_FROM, inference.origin


class Belief:
    """The rules, applied under one ontology."""

    def __init__(self, vocabulary: Vocabulary, agreement: Agreement, sources: Mapping[Iri, Source]) -> None:
        self._vocabulary = vocabulary
        self._agreement = agreement
        self._sources = sources

    def fact(self, cluster: Sequence[Claim], iri: Iri) -> Fact:
        """Believe what a cluster of claims, in order of publication, amounts to; labels come later."""
        winner = self.winner(cluster)
        side = [claim for claim in cluster if winner.negated or not claim.negated]
        current = self._current(cluster, winner)
        disputed = self._disputed_qualifiers(cluster, winner)
        roles: dict[Iri, tuple[Term, ...]] = {}
        for role in self._roles(side):
            roles[role.iri], exclude = self._settle(role, self._spoken(role, side, current))
            if exclude:
                disputed.append(role.iri)
        return Fact(
            iri=iri,
            type=self._type(cluster, winner),
            roles=roles,
            status=winner.status,
            certainty=winner.certainty,
            negated=winner.negated,
            claims=tuple(cluster),
            disputed=tuple(disputed),
            inferences=tuple(self._infer(roles)),
        )

    def winner(self, cluster: Sequence[Claim]) -> Claim:
        """Choose the claim whose status is believed: the newest, of the asserted ones if there are any.

        Of claims published at the same time, as far as the dates of their sources tell, the surer one, then the
        one of the later stage: "held" goes before a plan that was printed some day of that month.
        """
        claims = [claim for claim in cluster if claim.certainty == ASSERTED] or cluster
        newest = self._sources[max(claims, key=lambda c: publication(c, self._sources)).source].published
        rivals = [claim for claim in claims if self._sources[claim.source].published.latest >= newest.earliest]
        return max(rivals, key=self._weight)

    def _weight(self, claim: Claim) -> tuple[int, int, str, Iri]:
        published, iri = publication(claim, self._sources)
        return self._vocabulary.stage(claim.certainty), self._vocabulary.stage(claim.status), published, iri

    def _type(self, cluster: Sequence[Claim], winner: Claim) -> Iri:
        """Choose the most specific type, of equals the winner's."""
        kinds = (claim.type for claim in cluster)
        return max(kinds, key=lambda kind: (len(self._vocabulary.ancestors(kind)), kind == winner.type, kind))

    def _current(self, cluster: Sequence[Claim], winner: Claim) -> list[Claim]:
        """Leave out what the winner denies, and plans and proposals once an outcome is known."""
        begun = self._vocabulary.stage(ONGOING) if self._vocabulary.is_outcome(winner.status) else 0
        return [c for c in cluster if c.negated == winner.negated and self._vocabulary.stage(c.status) >= begun]

    def _disputed_qualifiers(self, cluster: Sequence[Claim], winner: Claim) -> list[Iri]:
        asserted = [claim for claim in cluster if claim.certainty == ASSERTED]
        statuses = {claim.status for claim in asserted if claim.negated == winner.negated}
        disputed = [STATUS] if any((a, b) in self._vocabulary.excludes for a in statuses for b in statuses) else []
        return disputed + ([NEGATED] if len({claim.negated for claim in asserted}) > 1 else [])

    def _roles(self, cluster: Sequence[Claim]) -> list[Role]:
        given = {role for claim in cluster for role in claim.roles}
        return [self._vocabulary.roles_by_iri[iri] for iri in sorted(given) if iri in self._vocabulary.roles_by_iri]

    def _spoken(self, role: Role, cluster: Sequence[Claim], current: Sequence[Claim]) -> list[Term]:
        """Give the values that count for a role: all it accumulates, else those of current claims.

        What accumulates comes in the order of how many current claims say it, so that the first name is the
        one most used now.

        An earlier claim still refines a current one that it agrees with ("17 to 20 December" a "December"),
        unless earlier claims differ in how.
        """
        everything, values = _values(role, cluster), _values(role, current)
        if role.accumulates or not values:
            return sorted(everything, key=lambda v: -sum(v in claim.roles.get(role.iri, ()) for claim in current))
        finer = [v for v in everything if any(self._agreement.is_finer(role, v, known) for known in values)]
        consistent = all(
            self._agreement.compare_values(role, a, b) > Verdict.OPEN for a in finer for b in values + finer
        )
        return values + [v for v in finer if v not in values] if role.single_valued and consistent else values

    def _settle(self, role: Role, values: Sequence[Term]) -> tuple[tuple[Term, ...], bool]:
        """Choose among the values claimed for a role; tell whether what is left excludes itself."""
        if not role.single_valued:
            return self._without_redundant_groups(values), False
        kept = tuple(v for v in values if not any(self._agreement.is_finer(role, other, v) for other in values))
        pairs = ((a, b) for n, a in enumerate(kept) for b in kept[n + 1 :])
        return kept, any(self._agreement.compare_values(role, a, b) is Verdict.EXCLUDE for a, b in pairs)

    def _without_redundant_groups(self, values: Sequence[Term]) -> tuple[Term, ...]:
        """A group says nothing more where each of its members is named."""
        named = set(values)
        groups = {v for v in values if self._agreement.members(v) and named.issuperset(self._agreement.members(v))}
        return tuple(v for v in values if v not in groups)

    def _infer(self, roles: Mapping[Iri, tuple[Term, ...]]) -> Iterable[Inference]:
        """Expand groups to their members; and leaders to their states in roles that say so in the ontology."""
        for iri, values in roles.items():
            if ACTOR not in self._vocabulary.roles_by_iri[iri].takes:
                continue
            implies_state = self._vocabulary.text(iri, f"{CAJAD}impliesState") == "true"
            known = set(values)
            for origin in values:
                implied = self._agreement.members(origin)
                if implies_state:
                    implied += self._agreement.state_of(origin)
                for value in implied:
                    if value not in known:
                        known.add(value)
                        yield Inference(iri, value, Iri(str(origin)))


def _values(role: Role, claims: Iterable[Claim]) -> list[Term]:
    return list(dict.fromkeys(value for claim in claims for value in claim.roles.get(role.iri, ())))
