"""What the page needs to know, as plain lists: nodes, edges, facts and sources by number.

IRIs, relation labels and sources are written once and referred to by their place in a list:
a fact that a hundred edges rest on would otherwise be a hundred copies in the file.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from cajad.graph.layout import node_radii, place

SHAPES = frozenset({"dot", "diamond", "square", "triangle", "triangleDown", "star", "hexagon", "pentagon", "ellipse"})
BASE = "https://w3id.org/cajad/id/"
GREY = "#6b7280"
HEX = re.compile(r"#[0-9a-fA-F]{6}\Z|#[0-9a-fA-F]{3}\Z")
LINK = re.compile(r"https?://[^\s<>\"]+\Z", re.IGNORECASE)
SOURCE_KEYS = ("title", "publisher", "published", "reliability")

Record = dict[str, Any]


@dataclass
class PageData:
    """The parts of one page, each in a stable order."""

    nodes: list[Record]
    edges: list[Record]
    relations: list[Record]
    facts: list[Record]
    sources: list[Record]
    legend: list[Record]


def page_data(network: nx.MultiDiGraph, facts: Mapping[str, Record], legend: Sequence[Mapping[str, Any]]) -> PageData:
    """Gather a network and the facts it rests on; facts that nothing in it refers to stay out."""
    used = {fact for _, data in network.nodes(data=True) for fact in data.get("facts", ())}
    used |= {fact for *_, data in network.edges(data=True) for fact in data.get("facts", ())}
    used |= set(network.nodes)
    chosen = sorted(used & facts.keys())
    number = {iri: index for index, iri in enumerate(chosen)}
    sources = _Sources()
    told = [_fact(iri, facts[iri], sources) for iri in chosen]
    rows = _legend(legend, network)
    nodes = _nodes(network, number, {row["type"]: row for row in rows})
    edges, relations = _edges(network, {iri: index for index, iri in enumerate(sorted(network.nodes))}, number)
    return PageData(nodes, edges, relations, told, sources.rows, rows)


def as_label(value: Any, fallback: str = "") -> dict[str, str]:
    """Return a label by language, whatever was given: a mapping, plain text, nothing."""
    if isinstance(value, Mapping):
        return {str(lang): str(text) for lang, text in sorted(value.items()) if text} or {"en": fallback}
    return {"en": str(value) if value else fallback}


def safe_link(url: Any) -> str:
    """Return the address if a reader may follow it, else nothing: no script, data or file links."""
    text = str(url or "").strip()
    return text if LINK.match(text) else ""


def _nodes(network: nx.MultiDiGraph, number: Mapping[str, int], looks: Mapping[str, Record]) -> list[Record]:
    """Return the nodes in order of IRI; colour and shape only where they differ from the legend's."""
    positions, radii = place(network), node_radii(network)
    rows = []
    for index, iri in enumerate(sorted(network.nodes)):
        data = network.nodes[iri]
        x, y = positions[iri]
        look = {"color": _colour(data.get("colour")), "shape": _shape(data.get("shape"))}
        kind = str(data.get("type", ""))
        usual = all(looks[kind][key] == value for key, value in look.items())
        row = _name(iri) | {
            "id": index, "x": x, "y": y, "size": radii[iri],
            "label": as_label(data.get("label"), iri),
            "type": kind,
            "kind": _kind(data.get("kind"), looks[kind]["label"]),
            "alt": [str(name) for name in data.get("alt", ())],
            "facts": _numbers(data.get("facts", ()), number),
            "fact": number.get(iri),
        } | ({} if usual else look)  # fmt: skip
        rows.append(_without_blanks(row, keep=("id", "x", "y", "label")))
    return rows


def _kind(kind: Any, usual: dict[str, str]) -> dict[str, str] | None:
    """Return what a node is called where that is finer than its legend entry: a summit among meetings."""
    label = as_label(kind) if kind else usual
    return None if label == usual else label


def _name(iri: str) -> Record:
    """Return an IRI as the page keeps it: one of ours without the part that all of ours share."""
    return {"at": iri.removeprefix(BASE)} if iri.startswith(BASE) else {"iri": iri}


def _edges(
    network: nx.MultiDiGraph, place_of: Mapping[str, int], number: Mapping[str, int]
) -> tuple[list[Record], list[Record]]:
    ordered = sorted(network.edges(keys=True, data=True), key=lambda edge: (edge[0], edge[1], str(edge[2])))
    relations: dict[tuple[str, tuple[tuple[str, str], ...]], int] = {}
    rows = []
    for source, target, _, data in ordered:
        name = str(data.get("relation", ""))
        label = as_label(data.get("label"), name)
        first, last = str(data.get("earliest") or ""), str(data.get("latest") or "")
        row = {
            "from": place_of[source], "to": place_of[target],
            "relation": relations.setdefault((name, tuple(sorted(label.items()))), len(relations)),
            "status": str(data.get("status") or ""),
            "certainty": _certainty(data),
            "disputed": bool(data.get("disputed")), "inferred": bool(data.get("inferred")),
            "undirected": data.get("directed") is False or name == "Tie",
            "facts": _numbers(data.get("facts", ()), number),
            "earliest": first, "latest": "" if last == first else last, "open": bool(first and not last),
        }  # fmt: skip
        rows.append(_without_blanks(row, keep=("from", "to", "relation")))
    return rows, [{"name": name, "label": dict(label)} for name, label in relations]


class _Sources:
    """The sources met so far, each written once."""

    def __init__(self) -> None:
        self.rows: list[Record] = []
        self._number: dict[tuple[str, ...], int] = {}

    def number(self, claim: Mapping[str, Any]) -> int:
        row = {key: str(claim.get(key) or "") for key in SOURCE_KEYS}
        row["title"] = row["title"] or str(claim.get("source") or "")
        row["url"] = safe_link(claim.get("url"))
        key = tuple(row.values())
        if key not in self._number:
            self._number[key] = len(self.rows)
            self.rows.append(_without_blanks(row))
        return self._number[key]


def _fact(iri: str, fact: Mapping[str, Any], sources: _Sources) -> Record:
    row = _name(iri) | {
        "label": as_label(fact.get("label"), iri),
        "type": str(fact.get("type") or ""),
        "kind": as_label(fact["kind"]) if fact.get("kind") else None,
        "status": str(fact.get("status") or ""),
        "certainty": _certainty(fact),
        "negated": bool(fact.get("negated")),
        "disputed": [str(name) for name in fact.get("disputed", ())],
        "date": str(fact.get("date") or ""),
        "history": [dict(step) for step in fact.get("history", ())],
        "claims": [_claim(claim, sources) for claim in fact.get("claims", ())],
    }
    return _without_blanks(row, keep=("label",))


def _claim(claim: Mapping[str, Any], sources: _Sources) -> Record:
    row = {
        "source": sources.number(claim),
        "status": str(claim.get("status") or ""),
        "certainty": _certainty(claim),
        "negated": bool(claim.get("negated")),
        "voice": as_label(claim["voice"]) if claim.get("voice") else None,
        "date": str(claim.get("date") or ""),
        "quote": str(claim.get("quote") or ""),
        "says": {str(role): [str(value) for value in values] for role, values in _says(claim)},
    }
    row = _without_blanks(row, keep=("source",))
    if isinstance(claim.get("paragraph"), int):
        row["paragraph"] = claim["paragraph"]
    return row


def _says(claim: Mapping[str, Any]) -> Iterable[tuple[str, Sequence[Any]]]:
    says: Mapping[str, Sequence[Any]] = claim.get("says") or {}
    return sorted(says.items())


def _legend(legend: Sequence[Mapping[str, Any]], network: nx.MultiDiGraph) -> list[Record]:
    """Return the given entries, then one for every type of node that they leave out."""
    rows = {str(row["type"]): dict(row) for row in legend}
    for _, data in sorted(network.nodes(data=True), key=lambda node: str(node[0])):
        kind = str(data.get("type", ""))
        row = rows.setdefault(kind, {**data, "type": kind, "label": data.get("kind") or kind, "added": True})
        if row.get("added") and data.get("kind") and data["kind"] != row["label"]:
            row["label"] = kind  # nodes of several kinds: none of their names is the name of all
    return [
        {
            "type": kind,
            "label": as_label(row.get("label"), kind),
            "color": _colour(row.get("colour")),
            "shape": _shape(row.get("shape")),
        }
        for kind, row in rows.items()
    ]


def _without_blanks(row: Record, keep: Sequence[str] = ()) -> Record:
    """Leave out what is empty: the page reads a missing key as nothing."""
    return {
        key: value for key, value in row.items()
        if key in keep or not (value is None or value is False or value in ("", [], {}))
    }  # fmt: skip


def _certainty(row: Mapping[str, Any]) -> str:
    """Return how sure it is; nothing for "asserted", the rule, which need not be said a thousand times."""
    certainty = str(row.get("certainty") or "")
    return "" if certainty == "asserted" else certainty


def _numbers(iris: Iterable[str], number: Mapping[str, int]) -> list[int]:
    return sorted({number[iri] for iri in iris if iri in number})


def _colour(value: Any) -> str:
    return value if isinstance(value, str) and HEX.match(value) else GREY


def _shape(value: Any) -> str:
    return value if value in SHAPES else "dot"
