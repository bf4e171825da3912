"""Measures of a network: graph in, plain data out. Parallel edges are folded first (network.simple).

| measure | what it says here |
|---|---|
| degree | with how many others the node is linked |
| strength | the summed weight of its links: how often, not with how many (Barrat et al. 2004) |
| betweenness | the share of shortest paths that pass through it, near = many shared facts (Freeman 1977) |
| closeness | how near it is to all it can reach, corrected for what it cannot (Wasserman and Faust 1994) |
| pagerank | how much it is linked with the well-linked, weights counted (Page et al. 1999) |
| constraint | how far its links are bound to each other; low = it brokers (Burt 1992) |
| community | the number of its group in a division of high modularity (Louvain, Blondel et al. 2008) |
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import networkx as nx

from cajad.graph.network import in_year, simple, years

SEED = 20251220  # Louvain breaks ties at random; the day of the first summit makes the breaks repeatable.


def _degree(graph: nx.Graph) -> Mapping[str, float]:
    return dict(graph.degree())


def _strength(graph: nx.Graph) -> Mapping[str, float]:
    return dict(graph.degree(weight="weight"))


def _betweenness(graph: nx.Graph) -> Mapping[str, float]:
    return dict(nx.betweenness_centrality(graph, weight="distance"))


def _closeness(graph: nx.Graph) -> Mapping[str, float]:
    return dict(nx.closeness_centrality(graph, distance="distance"))


def _pagerank(graph: nx.Graph) -> Mapping[str, float]:
    return dict(nx.pagerank(graph, weight="weight"))


def _constraint(graph: nx.Graph) -> Mapping[str, float]:
    return dict(nx.constraint(graph, weight="weight"))


def _community(graph: nx.Graph) -> Mapping[str, float]:
    groups = nx.community.louvain_communities(graph, weight="weight", seed=SEED)
    ordered = sorted(groups, key=lambda group: (-len(group), min(group)))
    return {node: number for number, group in enumerate(ordered, 1) for node in group}


MEASURES: dict[str, Callable[[nx.Graph], Mapping[str, float]]] = {
    "degree": _degree,
    "strength": _strength,
    "betweenness": _betweenness,
    "closeness": _closeness,
    "pagerank": _pagerank,
    "constraint": _constraint,
    "community": _community,
}


def measure(network: nx.MultiDiGraph, measures: Iterable[str] = tuple(MEASURES)) -> dict[str, dict[str, float]]:
    """Measure every node of a network; gives {node: {measure: value}}, nodes in alphabetical order.

    >>> network = nx.MultiDiGraph()
    >>> for other in ("china", "japan", "russia"):
    ...     _ = network.add_edge("kazakhstan", other, weight=1.0, facts=(), earliest="", latest="")
    >>> measure(network, ["degree", "betweenness"])["kazakhstan"]
    {'degree': 3, 'betweenness': 1.0}
    """
    graph = simple(network)
    if not graph:
        return {}
    columns = {name: MEASURES[name](graph) for name in measures}
    return {node: {name: column[node] for name, column in columns.items()} for node in graph}


def measure_by_year(
    network: nx.MultiDiGraph, measures: Iterable[str] = tuple(MEASURES)
) -> dict[int, dict[str, dict[str, float]]]:
    """Measure a network year by year; gives {year: {node: {measure: value}}}."""
    names = tuple(measures)
    return {year: measure(in_year(network, year), names) for year in years(network)}


def summary(network: nx.MultiDiGraph) -> dict[str, Any]:
    """Describe a network as a whole.

    `nodes`, `edges` (folded), `facts` (distinct), `components`, `density` (0 to 1), `modularity` of its
    communities (-0.5 to 1).
    """
    graph = simple(network)
    facts = {fact for _, _, edge in graph.edges(data=True) for fact in edge["facts"]}
    groups: dict[float, set[str]] = {}
    for node, number in (_community(graph) if graph.number_of_edges() else {}).items():
        groups.setdefault(number, set()).add(node)
    return {
        "nodes": graph.number_of_nodes(),
        "edges": graph.number_of_edges(),
        "facts": len(facts),
        "components": nx.number_connected_components(graph),
        "density": nx.density(graph),
        "modularity": nx.community.modularity(graph, groups.values(), weight="weight") if groups else 0.0,
    }
