"""Claims gathered into clusters, one for each event, relation or position they speak of.

Deterministic: the same claims give the same clusters in whatever order they come. Precise claims come first,
so that a vague one ("a meeting in December") can neither bridge two events nor choose between them.
"""

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from cajad.graph.identity import Identity
from cajad.ontology.claims import Claim, Source, claim_bounds
from cajad.ontology.rdf import Iri


@dataclass(frozen=True, slots=True)
class Judgement:
    """A recorded decision on two claims; the newer of two on the same pair counts, on one day "different"."""

    verdict: str
    claims: tuple[Iri, Iri]
    date: str


@dataclass(slots=True)
class Cluster:
    """Atoms (claims tied by a stated identity or a judgement) that the rules hold for the same.

    It is undecided when its first atom fitted several others that are not one.
    """

    undecided: bool = False
    atoms: list[tuple[Claim, ...]] = field(default_factory=list)
    events: set[str] = field(default_factory=set)

    @property
    def claims(self) -> list[Claim]:
        """All claims of the cluster."""
        return [claim for atom in self.atoms for claim in atom]


def cluster_claims(
    claims: Sequence[Claim],
    judgements: Iterable[Judgement],
    identity: Identity,
    sources: Mapping[Iri, Source],
) -> list[list[Claim]]:
    """Gather claims that speak of the same thing; each list in order of publication."""
    verdicts = _latest_verdicts(judgements)
    gathering = _Gathering(identity, _kept_apart(verdicts))
    precise = sorted(claims, key=lambda claim: _vagueness(claim, identity))
    for atom in _atoms(precise, verdicts):
        gathering.add(identity.pooled(atom) if len(atom) > 1 else atom)
    said = {claim.iri: claim for claim in claims}
    clusters = [[said[claim.iri] for claim in cluster.claims] for cluster in gathering.clusters]
    ordered = [sorted(cluster, key=lambda claim: publication(claim, sources)) for cluster in clusters]
    return sorted(ordered, key=lambda cluster: publication(cluster[0], sources))


class _Gathering:
    """Clusters in the making, filed by the keys of their claims."""

    def __init__(self, identity: Identity, apart: Mapping[Iri, set[Iri]]) -> None:
        self._identity = identity
        self._apart = apart
        self._filed: dict[tuple[str, ...], dict[int, None]] = {}
        self._numbered: dict[int, Cluster] = {}
        self._count = itertools.count()

    @property
    def clusters(self) -> list[Cluster]:
        """The clusters as they are."""
        return list(self._numbered.values())

    def add(self, atom: tuple[Claim, ...]) -> None:
        """Put an atom into the cluster it fits best, or into a new one.

        Where it fits several equally well, they are one if they fit each other. Else none of them is guessed, and
        it is undecided, together with the undecided ones that it fits as well.
        """
        keys = {key for claim in atom for key in self._identity.keys(claim)}
        places = {key for claim in atom for key in self._identity.lookups(claim)}
        best = self._best(atom, {number for key in places for number in self._filed.get(key, ())})
        decided = [number for number in best if not self._numbered[number].undecided]
        waiting = [number for number in best if self._numbered[number].undecided]
        chosen = next((group for group in (decided, waiting) if group and self._alike(group)), [])
        number = chosen[0] if chosen else next(self._count)
        self._put(number, [atom], keys)
        self._numbered[number].undecided |= bool(best) and not chosen
        for other in chosen[1:]:
            self._merge(number, other)

    def _best(self, atom: tuple[Claim, ...], candidates: Iterable[int]) -> list[int]:
        scores = {n: self._score(atom, self._numbered[n]) for n in sorted(candidates)}
        highest = max(scores.values(), default=0)
        return [number for number, score in scores.items() if score == highest and score > 0]

    def _score(self, atom: tuple[Claim, ...], cluster: Cluster) -> int:
        """Score an atom against a cluster: its best match there, provided that it excludes no other atom."""
        events = {claim.event for claim in atom if claim.event}
        if events and cluster.events and not events & cluster.events:
            return 0
        forbidden = {iri for claim in atom for iri in self._apart.get(claim.iri, ())}
        if forbidden and any(claim.iri in forbidden for claim in cluster.claims):
            return 0
        highest = 0
        for other in cluster.atoms:
            score = self._score_atoms(atom, other)
            if score < 0:
                return 0
            highest = max(highest, score)
        return highest

    def _score_atoms(self, atom: tuple[Claim, ...], other: tuple[Claim, ...]) -> int:
        """Score two atoms by their best match.

        Claims of one atom may exclude each other (announced for the 23rd, held on the 24th). A claim excluded by
        one of them still fits if its match there is excluded by that one too; it must not part claims that agree.
        """
        scores = {(ours.iri, theirs.iri): self._identity.score(ours, theirs) for ours in atom for theirs in other}
        best = max(scores.values())
        if len(scores) == 1 or best <= 0:
            return best
        ours_parted = self._parts(atom, lambda claim: [scores[claim.iri, theirs.iri] for theirs in other])
        theirs_parted = self._parts(other, lambda claim: [scores[ours.iri, claim.iri] for ours in atom])
        return -1 if ours_parted or theirs_parted else best

    def _parts(self, atom: tuple[Claim, ...], scores: Callable[[Claim], list[int]]) -> bool:
        """Tell whether an atom would be parted: one of its claims is excluded by what no matching one excludes."""
        matching = [claim for claim in atom if max(scores(claim)) > 0]
        excluded = [claim for claim in atom if max(scores(claim)) < 0]
        return any(all(self._identity.score(a, b) >= 0 for b in matching) for a in excluded)

    def _alike(self, numbers: Sequence[int]) -> bool:
        return all(self._fits(one, other) for one, other in itertools.combinations(numbers, 2))

    def _fits(self, one: int, other: int) -> bool:
        return all(self._score(atom, self._numbered[other]) for atom in self._numbered[one].atoms)

    def _put(self, number: int, atoms: Iterable[tuple[Claim, ...]], keys: Iterable[tuple[str, ...]]) -> None:
        cluster = self._numbered.setdefault(number, Cluster())
        for atom in atoms:
            cluster.atoms.append(atom)
            cluster.events |= {claim.event for claim in atom if claim.event}
        for key in keys:
            self._filed.setdefault(key, {})[number] = None

    def _merge(self, number: int, other: int) -> None:
        absorbed = self._numbered.pop(other)
        keys = {key for claim in absorbed.claims for key in self._identity.keys(claim)}
        for key in keys:
            del self._filed[key][other]
        self._put(number, absorbed.atoms, keys)


def publication(claim: Claim, sources: Mapping[Iri, Source]) -> tuple[str, Iri]:
    """Give the place of a claim in the order of publication."""
    return sources[claim.source].published.latest, claim.iri


def _latest_verdicts(judgements: Iterable[Judgement]) -> dict[frozenset[Iri], str]:
    ordered = sorted(judgements, key=lambda j: (j.date, j.verdict == "different", j.claims))
    return {frozenset(judgement.claims): judgement.verdict for judgement in ordered}


def _kept_apart(verdicts: Mapping[frozenset[Iri], str]) -> dict[Iri, set[Iri]]:
    apart: dict[Iri, set[Iri]] = {}
    for pair, verdict in verdicts.items():
        if verdict == "different":
            for claim in pair:
                apart.setdefault(claim, set()).update(pair - {claim})
    return apart


def _atoms(claims: Sequence[Claim], verdicts: Mapping[frozenset[Iri], str]) -> list[tuple[Claim, ...]]:
    """Tie claims together that state the same identity or were judged the same, in the order of their first ones."""
    known = {claim.iri: claim for claim in claims}
    parent = {claim.iri: claim.iri for claim in claims}

    def root(iri: Iri) -> Iri:
        while parent[iri] != iri:
            parent[iri] = parent[parent[iri]]
            iri = parent[iri]
        return iri

    first_of: dict[str, Iri] = {}
    for claim in sorted(claims, key=lambda c: c.iri):
        if claim.event:
            parent[root(claim.iri)] = root(first_of.setdefault(claim.event, claim.iri))
    for pair, verdict in verdicts.items():
        if verdict == "same" and all(iri in known for iri in pair):
            one, other = sorted(pair)
            parent[root(one)] = root(other)
    groups: dict[Iri, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(root(claim.iri), []).append(claim)
    return [tuple(group) for group in groups.values()]


def _vagueness(claim: Claim, identity: Identity) -> tuple[int, int, bool, Iri]:
    """Order claims by how many days theirs may be, half-dated and undated ones last, then by how little they say.

    Of two that say as much, one with a stated identity comes first. A period may be wrong and end before it began.
    """
    start, end = claim_bounds(claim.roles)
    days = 10**6 if start or end else 10**7
    if start and end:
        days = abs((date.fromisoformat(end) - date.fromisoformat(start)).days)
    return days, -identity.detail(claim), not claim.event, claim.iri
