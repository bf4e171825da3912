"""Where the nodes stand: computed here, once, so that the page opens drawn and stays still.

Readers learn the place of things on a map, so the states keep roughly the bearings they
have on the globe: Japan to the right, Russia above, the five of Central Asia between them.
"""

import json
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from cajad.graph.spread import spread

Points = NDArray[np.float64]

ANCHORS = Path(__file__).with_name("assets") / "anchors.json"
SEED = 20040828  # the day the Dialogue was founded: any constant would do
EXACT_UP_TO = 500  # nodes: above it repulsion is taken from a grid, and only symbols are kept apart

LINE_PX, LINE_WIDTH_PX, LINES = 15.0, 132.0, 3
NARROW_PX, WIDE_PX = 6.7, 12.2  # advance of one character at 12 px: alphabets, East Asian
MARGIN_PX = 3.0


def place(network: nx.MultiDiGraph) -> dict[str, tuple[float, float]]:
    """Return a position in pixels for every node, the same for the same nodes and edges."""
    simple = _simplify(network)
    names = list(simple)
    if not names:
        return {}
    anchors = {name: at for name, at in _anchors().items() if name in simple}
    points = _forces(simple, _start(simple, anchors))
    points = _turn(points, names, anchors)
    radii = node_radii(network)
    boxes = np.array([label_box(network.nodes[name].get("label", name), radii[name]) for name in names])
    points = _separate(_to_pixels(points, boxes), boxes, np.array([radii[name] for name in names]))
    return {name: (round(float(x), 1), round(float(y), 1)) for name, (x, y) in zip(names, points, strict=True)}


def node_radii(network: nx.MultiDiGraph) -> dict[str, float]:
    """Return the radius of each symbol: its area follows the metric in the node's ``size``."""
    sizes = {name: _positive(data.get("size")) for name, data in network.nodes(data=True)}
    largest = max(sizes.values(), default=0.0) or 1.0
    return {name: round(6.0 + 11.0 * (size / largest) ** 0.5, 1) for name, size in sizes.items()}


def label_box(label: Mapping[str, str] | str, radius: float) -> tuple[float, float, float]:
    """Return width, height above the node's centre and height below it, label included.

    The label is in the language that needs most room, so that switching never makes two collide.
    """
    texts = [label] if isinstance(label, str) else list(label.values())
    width = max((_width(text) for text in texts), default=0.0)
    lines = min(LINES, int(width * 1.15 // LINE_WIDTH_PX) + 1)  # words never fill a line to its end
    return max(2 * radius, min(width, LINE_WIDTH_PX)), radius, radius + 4 + lines * LINE_PX


def _width(text: str) -> float:
    return sum(WIDE_PX if unicodedata.east_asian_width(letter) in "WF" else NARROW_PX for letter in text[:60])


def _positive(value: Any) -> float:
    number = float(value) if isinstance(value, int | float) else 0.0
    return number if 0.0 < number < float("inf") else 0.0


def _anchors() -> dict[str, tuple[float, float]]:
    """Return longitude and latitude of the states; the page's y axis points down."""
    read: dict[str, list[float]] = json.loads(ANCHORS.read_text(encoding="utf-8"))
    return {iri: (longitude / 30, -latitude / 18) for iri, (longitude, latitude) in read.items()}


def _simplify(network: nx.MultiDiGraph) -> nx.Graph:
    """One edge a pair, weighted by the root of how many there were, in an order of its own."""
    simple = nx.Graph()
    simple.add_nodes_from(sorted(network.nodes))
    pairs: dict[tuple[str, str], int] = {}
    for source, target in network.edges():
        if source != target:
            pair = (min(source, target), max(source, target))
            pairs[pair] = pairs.get(pair, 0) + 1
    for (source, target), count in sorted(pairs.items()):
        simple.add_edge(source, target, weight=count**0.5)
    return simple


def _start(simple: nx.Graph, anchors: Mapping[str, tuple[float, float]]) -> Points:
    """States at their bearings, everything else near the anchored nodes that it is tied to."""
    chance = np.random.default_rng(SEED)
    middle = np.mean(list(anchors.values()), axis=0) if anchors else np.zeros(2)
    points = np.empty((len(simple), 2))
    for index, name in enumerate(simple):
        near = [anchors[other] for other in sorted(simple[name]) if other in anchors]
        noise = chance.normal(0, 0.35, 2)
        points[index] = anchors[name] if name in anchors else noise + (np.mean(near, axis=0) if near else middle)
    return points - middle


def _forces(simple: nx.Graph, start: Points) -> Points:
    names = list(simple)
    mass = {name: 1.0 + simple.degree(name) for name in names}
    if len(names) > EXACT_UP_TO:
        index = {name: number for number, name in enumerate(names)}
        pairs = np.array([(index[a], index[b]) for a, b in simple.edges], dtype=np.int64).reshape(-1, 2)
        return spread(start, pairs, np.array([mass[name] for name in names]))
    placed = nx.forceatlas2_layout(
        simple, pos=dict(zip(names, start, strict=True)), max_iter=300, scaling_ratio=4.0,
        gravity=2.0, node_mass=mass, weight="weight", seed=SEED,
    )  # fmt: skip
    return np.array([placed[name] for name in names])


def _turn(points: Points, names: list[str], anchors: Mapping[str, tuple[float, float]]) -> Points:
    """Rotate or mirror the whole picture so that the anchors come closest to their bearings."""
    points = points - points.mean(axis=0)
    chosen = [number for number, name in enumerate(names) if name in anchors]
    if len(chosen) < 2:
        return points
    wanted = np.array([anchors[names[number]] for number in chosen])
    found = points[chosen]
    left, _, right = np.linalg.svd((found - found.mean(axis=0)).T @ (wanted - wanted.mean(axis=0)))
    turned: Points = points @ (left @ right)
    return turned


def _to_pixels(points: Points, boxes: Points) -> Points:
    """Scale to a sheet with room for every label; draw strays in to a rim around the rest."""
    spans = np.percentile(np.abs(points), 80, axis=0)
    spans = np.where(spans > 1e-9, spans, 1.0)
    unit = points / spans
    reach = np.maximum(np.linalg.norm(unit, axis=1, keepdims=True), 1.0)
    unit = unit / reach * np.minimum(reach**0.55, 1.3 + 0.1 * np.log(reach))
    sheet = (boxes[:, 0] * (boxes[:, 1] + boxes[:, 2])).sum() / 0.9
    shape: Points = unit * np.array([1.15, 1.0]) * (sheet / 4) ** 0.5
    return shape


def _separate(points: Points, boxes: Points, radii: Points) -> Points:
    """Push overlapping boxes apart; in a large graph only the symbols, for its names are seldom shown."""
    if len(points) > EXACT_UP_TO:
        return _push(points, np.column_stack([radii, radii]) + MARGIN_PX / 2, steps=60)
    shift = np.column_stack([np.zeros(len(boxes)), (boxes[:, 2] - boxes[:, 1]) / 2])
    halves = np.column_stack([boxes[:, 0] / 2, (boxes[:, 1] + boxes[:, 2]) / 2]) + MARGIN_PX
    return _push(points + shift, halves, steps=5000) - shift


def _push(centres: Points, halves: Points, steps: int) -> Points:
    """Move overlapping boxes along the shorter way out; widen the sheet whenever that stalls."""
    centres = centres.copy()
    reach = 2 * halves.max(axis=0)
    for step in range(steps):
        # Only near boxes can overlap, and a tree finds them in far less than all pairs.
        near = cKDTree(centres / reach).query_pairs(1.0, p=np.inf, output_type="ndarray")
        gap = centres[near[:, 0]] - centres[near[:, 1]]
        excess = halves[near[:, 0]] + halves[near[:, 1]] - np.abs(gap)
        hit = (excess > 0.05).all(axis=1)
        if not hit.any():
            break
        first, second, gap, excess = near[hit, 0], near[hit, 1], gap[hit], excess[hit]
        push = np.where(excess <= excess.min(axis=1, keepdims=True), excess * 0.35, 0.0)
        push *= np.where(gap < 0, -1.0, 1.0)
        np.add.at(centres, first, push)
        np.subtract.at(centres, second, push)
        if step % 60 == 59:
            centres *= 1.03
    return centres
