"""Which fact a claim means by "the Tokyo summit": references between facts, found once all facts are known."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cajad.graph.agreement import Agreement
from cajad.graph.belief import Fact
from cajad.graph.naming import Captions
from cajad.ontology.claims import claim_bounds
from cajad.ontology.folding import tokens
from cajad.ontology.namespaces import CAJAD
from cajad.ontology.rdf import Iri, Literal, Term
from cajad.ontology.terms import FACT, FORUM, MEETING_CLASS, NAME, PLACE
from cajad.ontology.vocabulary import Vocabulary

STATE = Iri(f"{CAJAD}State")


class References:
    """Finds facts by stated identity, by name, by "PLACE TYPE" ("Tokyo summit") or by the forum that met."""

    def __init__(self, vocabulary: Vocabulary, captions: Captions, facts: Sequence[Fact]) -> None:
        self._vocabulary = vocabulary
        self._places = Agreement(vocabulary).place_chain
        self._facts: dict[str, list[Fact]] = {}
        for fact in facts:
            for key in dict.fromkeys(self._handles(fact, captions)):
                self._facts.setdefault(key, []).append(fact)

    def _handles(self, fact: Fact, captions: Captions) -> Iterable[str]:
        yield from {claim.event for claim in fact.claims if claim.event}
        for name in fact.roles.get(NAME, ()):
            yield f"name {tokens(captions.label(name, 'en'))}"
        if self._vocabulary.is_kind(fact.type, MEETING_CLASS):
            for place in (around for stated in fact.roles.get(PLACE, ()) for around in self._towns(stated)):
                yield f"name {tokens(captions.label(place, 'en') + ' ' + captions.label(fact.type, 'en'))}"
            for forum in fact.roles.get(FORUM, ()):
                yield str(forum)

    def _towns(self, place: Term) -> Iterable[Term]:
        """Give a place and what lies around it, up to its state: the White House, Washington."""
        yield place
        for around in self._places(place)[1:]:
            if not isinstance(around, Iri) or STATE in self._vocabulary.types_of(around):
                return
            yield around

    def resolve(self, fact: Fact) -> Fact:
        """Give a fact with its references turned into the facts they mean, where exactly one is meant."""
        referring = [
            iri for iri in fact.roles if FACT in self._vocabulary.roles_by_iri[iri].takes and fact.roles[iri]
        ]
        if not referring:
            return fact
        roles = dict(fact.roles)
        for iri in referring:
            roles[iri] = tuple(dict.fromkeys(self._target(fact, iri, value) for value in roles[iri]))
        return replace(fact, roles=roles)

    def _target(self, fact: Fact, role: Iri, value: Term) -> Term:
        """Give the fact that a value means; a forum is a name for its meeting only where no forum could stand."""
        if isinstance(value, Iri) and self._vocabulary.roles_by_iri[role].classes != (FACT,):
            return value
        keys = [value] if isinstance(value, Iri) else [value.text, f"name {tokens(value.text)}"]
        for key in keys:
            found = [other for other in self._facts.get(key, ()) if other.iri != fact.iri]
            meant = found if len(found) == 1 and isinstance(value, Literal) else _at_the_time_of(fact, found)
            if len(meant) == 1:
                return meant[0].iri
        return value


def _at_the_time_of(fact: Fact, found: Sequence[Fact]) -> list[Fact]:
    """Keep the events whose dates meet the fact's own; a fact without a date has no time to go by."""
    start, end = claim_bounds(fact.roles)
    if not start or not end:
        return []
    meeting = []
    for other in found:
        first, last = claim_bounds(other.roles)
        if first and last and start <= last and first <= end:
            meeting.append(other)
    return meeting
