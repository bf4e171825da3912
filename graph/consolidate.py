"""Consolidation: claims in, facts out. Pure, deterministic, and never told what to believe by hand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from cajad.graph.belief import Belief, Fact
from cajad.graph.clusters import Judgement, cluster_claims
from cajad.graph.identity import Identity
from cajad.graph.naming import Captions, fact_iris
from cajad.graph.references import References
from cajad.ontology.claims import Claim, Source, claims_from, sources_from
from cajad.ontology.rdf import Index, Iri, Literal, Triple, text_in
from cajad.ontology.terms import ALT_LABEL, DATED, JUDGES, LABEL, SOURCE, SOURCE_CLASS, TYPE, VERDICT
from cajad.ontology.vocabulary import Vocabulary


@dataclass(frozen=True)
class Evidence:
    """Everything the sources say: sources, claims, the things they introduce, and judgements on identity."""

    sources: Mapping[Iri, Source]
    claims: tuple[Claim, ...]
    things: Index
    judgements: tuple[Judgement, ...]

    def until(self, day: str) -> "Evidence":
        """Keep what had been published by a day (ISO text): a source dated to a month counts when it is over."""
        sources = {iri: source for iri, source in self.sources.items() if source.published.latest <= day}
        claims = tuple(claim for claim in self.claims if claim.source in sources)
        return replace(self, sources=sources, claims=claims)


def evidence_from(index: Index) -> Evidence:
    """Read the evidence back from the indexed triples of all named graphs."""
    sources = {source.iri: source for source in sources_from(index)}
    claims = [claim for claim in claims_from(index) if claim.source in sources]
    things = {
        subject: values
        for subject, values in index.items()
        if LABEL in values and SOURCE_CLASS not in values.get(TYPE, ()) and SOURCE not in values
    }
    return Evidence(sources, tuple(claims), things, tuple(_judgements(index)))


def _judgements(index: Index) -> Iterable[Judgement]:
    for subject in sorted(index):
        verdict = index[subject].get(VERDICT)
        judged = sorted(v for v in index[subject].get(JUDGES, ()) if isinstance(v, Iri))
        if verdict and len(judged) == 2:
            dates = index[subject].get(DATED, [Literal("")])
            yield Judgement(_text(verdict[0]), (judged[0], judged[1]), _text(dates[0]))


def _text(value: object) -> str:
    return value.text if isinstance(value, Literal) else str(value)


def consolidate(evidence: Evidence, vocabulary: Vocabulary) -> list[Fact]:
    """Compute what the graph believes from the evidence, in the order in which it was first reported.

    Claims of a type the ontology no longer knows (its extension was forgotten) rest until it is known again.
    """
    identity = Identity(vocabulary, evidence.sources)
    claims = [claim for claim in evidence.claims if claim.type in vocabulary.fact_types_by_iri]
    clusters = cluster_claims(claims, evidence.judgements, identity, evidence.sources)
    belief = Belief(vocabulary, identity.agreement, evidence.sources)
    facts = [belief.fact(c, iri) for c, iri in zip(clusters, fact_iris(clusters, identity), strict=True)]
    return _labelled(facts, Captions(vocabulary, labels_of(evidence.things)), vocabulary)


def _labelled(facts: Sequence[Fact], captions: Captions, vocabulary: Vocabulary) -> list[Fact]:
    """Resolve references and label the facts; a label that names another fact needs that one's label first."""
    references = References(vocabulary, captions, facts)
    labels = {fact.iri: dict(captions.captions(fact.type, fact.roles)) for fact in facts}
    full = captions.knowing(labels)
    resolved = (references.resolve(fact) for fact in facts)
    return [replace(fact, labels=full.captions(fact.type, fact.roles)) for fact in resolved]


def labels_of(things: Index) -> dict[Iri, dict[str, str]]:
    """Give the labels of the things that sources introduce, by language; where two differ, always the same one."""
    return {
        thing: {v.language: v.text for v in sorted(values[LABEL], reverse=True) if isinstance(v, Literal)}
        for thing, values in things.items()
    }


def fact_triples(facts: Sequence[Fact]) -> Iterable[Triple]:
    """Describe all facts in RDF."""
    for fact in facts:
        yield from fact.triples()


def thing_triples(things: Index) -> Iterable[Triple]:
    """Describe the things that sources introduce, with one label a language."""
    labels = labels_of(things)
    for thing in sorted(things):
        for predicate in (TYPE, ALT_LABEL):
            for value in things[thing].get(predicate, ()):
                yield thing, predicate, value
        for language, text in labels[thing].items():
            yield thing, LABEL, text_in(language, text)
