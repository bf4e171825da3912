"""From named graphs to a whole graph: what the default graph holds, for a store or as of a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from cajad.graph.belief import Fact
from cajad.graph.consolidate import Evidence, consolidate, evidence_from, fact_triples, thing_triples
from cajad.graph.store import Store, memory_store
from cajad.ontology.errors import DataError, Problem
from cajad.ontology.namespaces import ID, JUDGEMENTS
from cajad.ontology.rdf import Iri, Triple, index_triples
from cajad.ontology.shipped import shipped_triples
from cajad.ontology.vocabulary import Vocabulary

EXTENSION = f"{ID}extension/"


class Graph(Protocol):
    """What a loader gives: the triples of one named graph."""

    @property
    def graph(self) -> Iri:
        """The graph's name."""
        ...

    def triples(self) -> Iterable[Triple]:
        """What it shall hold."""
        ...


@dataclass(frozen=True)
class Change:
    """What a load or forget did: the graphs touched, the triples changed, the facts now believed."""

    graphs: tuple[Iri, ...]
    triples: int
    facts: int


def extension_triples(store: Store) -> list[Triple]:
    """Give the triples of the user's extensions in a store."""
    return [t for graph in store.graphs() if graph.startswith(EXTENSION) for t in store.triples(graph)]


def store_vocabulary(store: Store) -> Vocabulary:
    """Give the shipped ontology with the extensions of a store."""
    return Vocabulary.from_triples([*shipped_triples(), *extension_triples(store)])


def add_graphs(store: Store, graphs: Sequence[Graph]) -> Change:
    """Put documents, extensions and judgements into a store and compute its facts anew, all in one change.

    A source that was loaded before is replaced exactly; judgements are added to those recorded, and one recorded
    before is replaced.
    """
    new: dict[Iri, list[Triple]] = {}
    for graph in graphs:
        new.setdefault(graph.graph, []).extend(graph.triples())
    if JUDGEMENTS in new:
        judged = {subject for subject, _, _ in new[Iri(JUDGEMENTS)]}
        new[Iri(JUDGEMENTS)] += [t for t in store.triples(Iri(JUDGEMENTS)) if t[0] not in judged]
    return _rebuild(store, new)


def forget_graphs(store: Store, graphs: Sequence[Iri]) -> Change:
    """Take sources or extensions out of a store and compute its facts anew, in one change.

    Raises DataError, changing nothing, where one of them is not in the store.
    """
    known = set(store.graphs())
    missing = [
        Problem(graph.rsplit("/", 1)[-1], "no such source: see 'cajad sources'")
        for graph in graphs
        if graph not in known
    ]
    if missing:
        raise DataError(missing)
    return _rebuild(store, {graph: [] for graph in graphs})


def _rebuild(store: Store, new: Mapping[Iri, list[Triple]]) -> Change:
    kept = {graph: store.triples(graph) for graph in store.graphs() if graph not in new}
    everything: dict[Iri, Iterable[Triple]] = {**kept, **new}
    default, facts = default_graph({graph: list(triples) for graph, triples in everything.items()})
    changes: dict[Iri | None, Iterable[Triple]] = {None: default}
    changes.update(new.items())
    return Change(tuple(new), store.replace(changes), len(facts))


def default_graph(graphs: Mapping[Iri, list[Triple]], day: str = "") -> tuple[list[Triple], list[Fact]]:
    """Compute the default graph of these named graphs, as of a day (ISO text) if one is given.

    It holds the ontology with its extensions, the things that sources introduce, and the facts.
    """
    shipped = shipped_triples()
    extensions = [t for graph, triples in graphs.items() if graph.startswith(EXTENSION) for t in triples]
    vocabulary = Vocabulary.from_triples([*shipped, *extensions])
    said = [t for graph, triples in sorted(graphs.items()) if not graph.startswith(EXTENSION) for t in triples]
    evidence = evidence_from(index_triples(said))
    if day:
        evidence = evidence.until(day)
    facts = consolidate(evidence, vocabulary)
    return [*shipped, *extensions, *thing_triples(evidence.things), *fact_triples(facts)], facts


def store_evidence(store: Store) -> Evidence:
    """Give everything the sources of a store say."""
    said = (t for graph in store.graphs() if not graph.startswith(EXTENSION) for t in store.triples(graph))
    return evidence_from(index_triples(said))


def store_as_of(store: Store, day: str) -> Store:
    """Give a store in memory that holds what a store would, had nothing been published after a day (ISO text)."""
    published = store_evidence(store).until(day).sources
    graphs = {
        graph: list(store.triples(graph))
        for graph in store.graphs()
        if graph in published or graph.startswith(EXTENSION) or graph == JUDGEMENTS
    }
    past = memory_store()
    default, _ = default_graph(graphs, day)
    contents: dict[Iri | None, Iterable[Triple]] = {None: default}
    contents.update(graphs.items())
    past.replace(contents)
    return past
