"""What a reader gives: whole documents ready to be stored, each for one named graph."""

from collections.abc import Iterator
from dataclasses import dataclass

from cajad.ontology.claims import Claim, Source, claim_triples, source_triples
from cajad.ontology.rdf import Iri, Triple


@dataclass(frozen=True)
class Document:
    """One source, the things it introduces and the claims it makes."""

    source: Source
    claims: tuple[Claim, ...]
    things: tuple[Triple, ...] = ()

    @property
    def graph(self) -> Iri:
        """The named graph that holds the document: the source's own IRI."""
        return self.source.iri

    def triples(self) -> Iterator[Triple]:
        """Everything the named graph holds."""
        yield from source_triples(self.source)
        yield from self.things
        for claim in self.claims:
            yield from claim_triples(claim)


@dataclass(frozen=True)
class Extension:
    """A user's ontology file: its triples go into a named graph of their own."""

    graph: Iri
    content: tuple[Triple, ...]

    def triples(self) -> Iterator[Triple]:
        """Everything the named graph holds."""
        yield from self.content


@dataclass(frozen=True)
class Judgements:
    """Recorded judgements; they are added to those the graph already holds, never replaced."""

    graph: Iri
    content: tuple[Triple, ...]

    def triples(self) -> Iterator[Triple]:
        """Everything to add to the graph of judgements."""
        yield from self.content


Loadable = Document | Extension | Judgements
