"""Networks: the rows of a network query as a NetworkX graph. The only file that turns rows into NetworkX.

A row has `source` and `target`, and may have `fact` (the fact the edge rests on), `relation`, `weight`,
`status`, `certainty`, `earliest`, `latest`, `disputed`, `inferred`, and `directed` (false where source and target
may be exchanged). Each row is one edge of a MultiDiGraph; edges without a row of their own never arise.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import networkx as nx

from cajad.ontology.errors import QueryError
from cajad.ontology.namespaces import CAJAD, local_name
from cajad.ontology.rdf import Iri, Literal, Term

PLAIN = ("relation", "status", "certainty", "earliest", "latest")
FLAGS = ("disputed", "inferred")


def read_network(names: Sequence[str], rows: Iterable[Sequence[Term | None]]) -> nx.MultiDiGraph:
    """Give the network of a query's rows; rows without a source or a target are left out.

    Raises QueryError where the query has no such columns, and for a weight that is no number above 0.
    """
    missing = [name for name in ("source", "target") if name not in names]
    if missing:
        raise QueryError(f"a network query gives ?source and ?target: missing is ?{' and ?'.join(missing)}")
    network = nx.MultiDiGraph()
    for number, row in enumerate(rows):
        values = dict(zip(names, row, strict=True))
        source, target = values["source"], values["target"]
        if source is not None and target is not None and source != target:
            network.add_edge(_key(source), _key(target), key=_edge_key(values, number), **_attributes(values))
    return network


def _key(term: Term) -> str:
    return str(term) if isinstance(term, Iri) else term.text


def _edge_key(values: Mapping[str, Term | None], number: int) -> str:
    """Name an edge by the fact it rests on, which may fill several rows, or by its row where it rests on none."""
    return f"{_plain(values.get('fact')) or number}|{_plain(values.get('relation'))}"


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    return term.text if isinstance(term, Literal) else str(term)


def _attributes(values: Mapping[str, Term | None]) -> dict[str, object]:
    """Take the known columns; controlled terms and relations are given by their local names."""
    attributes: dict[str, object] = {}
    for name in PLAIN:
        text = _plain(values.get(name))
        attributes[name] = local_name(text) if text.startswith(CAJAD) else text
    for name in FLAGS:
        attributes[name] = _plain(values.get(name)) == "true"
    if values.get("directed"):
        attributes["directed"] = _plain(values["directed"]) != "false"
    attributes["facts"] = (_plain(values["fact"]),) if values.get("fact") else ()
    attributes["weight"] = _weight(_plain(values.get("weight")) or "1")
    return attributes


def _weight(text: str) -> float:
    number = float(text) if re.fullmatch(r"[+]?[0-9]*\.?[0-9]+([eE][+-]?[0-9]+)?", text) else 0.0
    if not 0 < number < float("inf"):
        raise QueryError(f"?weight is {text!r}, no number above 0")
    return number


def simple(network: nx.MultiDiGraph) -> nx.Graph:
    """Fold parallel and opposite edges into one each: `weight` is their sum, `facts` all they rest on.

    Edges without a weight link nothing and are left out.
    `distance` is 1 / weight: the more two share, the nearer they are (Opsahl, Agneessens, Skvoretz 2010).
    """
    graph = nx.Graph()
    graph.add_nodes_from(sorted(network))
    for source, target, _, attributes in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        if not attributes["weight"]:
            continue
        if not graph.has_edge(source, target):
            graph.add_edge(source, target, weight=0.0, facts=())
        edge = graph.edges[source, target]
        edge["weight"] += attributes["weight"]
        edge["facts"] = tuple(sorted({*edge["facts"], *attributes["facts"]}))
    for _, _, edge in graph.edges(data=True):
        edge["distance"] = 1 / edge["weight"]
    return graph


def years(network: nx.MultiDiGraph) -> list[int]:
    """Give the years in which some edge is dated, in order; an open or undated edge adds none by itself."""
    found = {int(a["earliest"][:4]) for *_, a in network.edges(data=True) if a["earliest"]}
    found |= {int(a["latest"][:4]) for *_, a in network.edges(data=True) if a["latest"]}
    return sorted(found)


def in_year(network: nx.MultiDiGraph, year: int) -> nx.MultiDiGraph:
    """Keep the edges that may hold in a year; an edge without a start holds from its end back, and so on.

    Undated edges are left out: nothing says that they hold in that year.
    """
    kept = nx.MultiDiGraph()
    for source, target, key, a in network.edges(keys=True, data=True):
        if (a["earliest"] or a["latest"]) and _meets(a["earliest"], a["latest"], year):
            kept.add_edge(source, target, key=key, **a)
    return kept


def _meets(earliest: str, latest: str, year: int) -> bool:
    return (earliest or "0001")[:4] <= f"{year:04}" <= (latest or "9999")[:4]


def with_status(network: nx.MultiDiGraph, statuses: Iterable[str]) -> nx.MultiDiGraph:
    """Keep the edges whose fact has one of the statuses (local names such as `held`)."""
    wanted = frozenset(statuses)
    kept = nx.MultiDiGraph()
    for source, target, key, a in network.edges(keys=True, data=True):
        if a["status"] in wanted:
            kept.add_edge(source, target, key=key, **a)
    return kept


def facts_of(network: nx.MultiDiGraph, node: str) -> list[str]:
    """Give the facts on which everything measured at a node's own edges rests."""
    return sorted({fact for edge in _edges_at(network, node) for fact in edge["facts"]})


def _edges_at(network: nx.MultiDiGraph, node: str) -> Iterator[Mapping[str, tuple[str, ...]]]:
    for _, _, attributes in (*network.in_edges(node, data=True), *network.out_edges(node, data=True)):
        yield attributes
