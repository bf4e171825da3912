"""From a network of the store to the page: what each node is called and looks like, and the facts behind it."""

from collections.abc import Iterable
from typing import Any

import networkx as nx

from cajad.graph.build import store_evidence, store_vocabulary
from cajad.graph.history import Replay
from cajad.graph.network import simple
from cajad.graph.page import render_page
from cajad.graph.reading import Reading
from cajad.graph.store import Store
from cajad.ontology.namespaces import CAJAD, local_name
from cajad.ontology.rdf import Iri
from cajad.ontology.vocabulary import Vocabulary

PLAIN = {"colour": "#666666", "shape": "dot"}


def draw(store: Store, network: nx.MultiDiGraph, *, title: str, lang: str = "en") -> str:
    """Draw a network of a store as one HTML page: the same store and network give the same bytes."""
    reading, vocabulary = Reading(store), store_vocabulary(store)
    drawn = nx.MultiDiGraph()
    weights = dict(simple(network).degree())
    for node in sorted(network):
        drawn.add_node(node, **_node(node, reading, vocabulary), size=float(weights[node]))
    relations: dict[str, dict[str, str]] = {}
    for source, target, key, a in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        label = relations.setdefault(a["relation"], _relation_label(a["relation"], vocabulary))
        drawn.add_edge(source, target, key=key, **a, label=label)
    replay = Replay(store_evidence(store), vocabulary)
    facts = {iri: _fact(Iri(iri), reading, replay) for iri in _facts(network, reading)}
    for node, attributes in drawn.nodes(data=True):
        attributes["facts"] = _facts_of(drawn, node, facts)
    legend = _legend((_drawn_class(_kind(node, reading), vocabulary) for node in drawn), vocabulary)
    return render_page(drawn, facts, title=title, lang=lang, legend=legend)


def _node(node: str, reading: Reading, vocabulary: Vocabulary) -> dict[str, Any]:
    """Describe a node; one that is no IRI is a text and stands for itself."""
    kind = _kind(node, reading)
    shown = _drawn_class(kind, vocabulary)
    return {
        "label": reading.labels(Iri(node)) if ":" in node else {"en": node},
        "alt": reading.other_names(Iri(node)) if ":" in node else [],
        "type": local_name(shown) if shown else "",
        "kind": vocabulary.labels(kind) if kind else {},
        **_look(shown, vocabulary),
    }


def _kind(node: str, reading: Reading) -> Iri | None:
    return reading.type_of(Iri(node)) if ":" in node else None


def _drawn_class(kind: Iri | None, vocabulary: Vocabulary) -> Iri | None:
    """Give the nearest class that has a colour of its own: a Summit is drawn and listed as a Meeting."""
    lineage = vocabulary.ancestors(kind) if kind else ()
    return next((c for c in lineage if vocabulary.text(c, f"{CAJAD}colour")), kind)


def _look(kind: Iri | None, vocabulary: Vocabulary) -> dict[str, str]:
    looks = {name: vocabulary.inherited(kind, name) if kind else "" for name in PLAIN}
    return {name: value or PLAIN[name] for name, value in looks.items()}


def _relation_label(relation: str, vocabulary: Vocabulary) -> dict[str, str]:
    """Give the label of an edge: a role's or a fact type's, else the query's own word."""
    if relation in vocabulary.roles:
        return vocabulary.labels(vocabulary.roles[relation].iri)
    return vocabulary.labels(f"{CAJAD}{relation}") or {"en": relation}


def _facts(network: nx.MultiDiGraph, reading: Reading) -> list[str]:
    behind = {fact for *_, a in network.edges(data=True) for fact in a["facts"]}
    return sorted(behind | {node for node in network if ":" in node and reading.is_fact(Iri(node))})


def _fact(iri: Iri, reading: Reading, replay: Replay) -> dict[str, Any]:
    fact = reading.fact(iri)
    return {**fact, "history": replay.statuses(Iri(claim["iri"]) for claim in fact["claims"])}


def _facts_of(drawn: nx.MultiDiGraph, node: str, facts: dict[str, Any]) -> list[str]:
    edges = (*drawn.in_edges(node, data=True), *drawn.out_edges(node, data=True))
    found = {fact for *_, a in edges for fact in a["facts"]} | ({node} & facts.keys())
    return sorted(found, key=lambda fact: (facts[fact]["earliest"], fact))


def _legend(classes: Iterable[Iri | None], vocabulary: Vocabulary) -> list[dict[str, Any]]:
    shown = sorted({kind for kind in classes if kind}, key=local_name)
    return [{"type": local_name(c), "label": vocabulary.labels(c), **_look(c, vocabulary)} for c in shown]
