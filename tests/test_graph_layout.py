"""Positions: the same for the same network, names apart, work that grows with the nodes."""

import itertools
import random
import tracemalloc

import networkx as nx
import pytest
from graph_sample import THING, tokyo_summit

from cajad.graph import layout


def random_network(nodes: int, seed: int = 7) -> nx.MultiDiGraph:
    chance = random.Random(seed)
    network = nx.MultiDiGraph()
    for number in range(nodes):
        words = " ".join("word" * chance.randint(1, 3) for _ in range(chance.randint(1, 5)))
        network.add_node(
            f"n{number:05}", label={"en": words, "ja": "会" * chance.randint(2, 20)}, size=chance.random()
        )
    for number in range(1, nodes):
        for _ in range(2):
            network.add_edge(f"n{number:05}", f"n{int(number * chance.random() ** 2):05}")
    return network


def boxes(network: nx.MultiDiGraph) -> dict[str, tuple[float, float, float, float]]:
    radii = layout.node_radii(network)
    found = {}
    for name, (x, y) in layout.place(network).items():
        width, above, below = layout.label_box(network.nodes[name]["label"], radii[name])
        found[name] = (x - width / 2, y - above, x + width / 2, y + below)
    return found


def overlapping(found: dict[str, tuple[float, float, float, float]]) -> list[tuple[str, str]]:
    return [
        (first, second)
        for (first, a), (second, b) in itertools.combinations(found.items(), 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def test_a_network_is_laid_out_the_same_way_twice() -> None:
    network, _, _ = tokyo_summit()

    assert layout.place(network) == layout.place(network)


def test_the_order_in_which_a_network_was_built_does_not_move_a_node() -> None:
    network, _, _ = tokyo_summit()
    other = nx.MultiDiGraph()
    other.add_nodes_from(reversed(list(network.nodes(data=True))))
    other.add_edges_from(reversed(list(network.edges(keys=True, data=True))))

    assert layout.place(other) == layout.place(network)


def test_no_two_names_overlap_around_the_tokyo_summit() -> None:
    network, _, _ = tokyo_summit()

    assert overlapping(boxes(network)) == []


@pytest.mark.parametrize("nodes", [150, 400])
def test_no_two_names_overlap_in_a_network_of_ordinary_size(nodes: int) -> None:
    assert overlapping(boxes(random_network(nodes))) == []


def test_japan_stands_to_the_right_of_central_asia_and_russia_above_turkmenistan() -> None:
    network, _, _ = tokyo_summit()
    at = {name.removeprefix(THING): point for name, point in layout.place(network).items()}

    assert at["state/japan"][0] > max(at["state/kazakhstan"][0], at["state/uzbekistan"][0])
    assert at["state/russia"][1] < at["state/turkmenistan"][1]


def test_the_symbols_of_a_thousand_nodes_stay_apart() -> None:
    network = random_network(1000)
    radii = layout.node_radii(network)
    at = layout.place(network)

    covered = sum(
        (at[a][0] - at[b][0]) ** 2 + (at[a][1] - at[b][1]) ** 2 < (0.9 * (radii[a] + radii[b])) ** 2
        for a, b in itertools.combinations(at, 2)
    )

    assert covered <= 5


def test_a_large_network_is_laid_out_without_a_table_of_all_pairs() -> None:
    network = random_network(4000)
    layout.place(random_network(600))  # what is cached is not counted
    tracemalloc.start()
    layout.place(network)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 4000 * 4000 * 8 / 2  # half of one table of distances


def test_nodes_that_hang_together_lie_together_in_a_large_network() -> None:
    network = nx.MultiDiGraph()
    chance = random.Random(3)
    for number in range(1200):
        network.add_node(f"{number % 4}-{number}", label=str(number))
    names = sorted(network)
    for name in names:
        for other in chance.sample([n for n in names if n[0] == name[0]], 3):
            network.add_edge(name, other)
    at = layout.place(network)

    def distance(a: str, b: str) -> float:
        return ((at[a][0] - at[b][0]) ** 2 + (at[a][1] - at[b][1]) ** 2) ** 0.5

    pairs = [chance.sample(names, 2) for _ in range(4000)]
    within = [distance(a, b) for a, b in pairs if a[0] == b[0]]
    between = [distance(a, b) for a, b in pairs if a[0] != b[0]]
    assert sum(within) / len(within) < 0.6 * sum(between) / len(between)


@pytest.mark.parametrize("nodes", [0, 1, 2])
def test_the_smallest_networks_have_a_layout(nodes: int) -> None:
    network = nx.MultiDiGraph()
    network.add_nodes_from(f"n{number}" for number in range(nodes))

    assert len(layout.place(network)) == nodes


def test_nodes_without_any_relation_are_placed_apart() -> None:
    network = nx.MultiDiGraph()
    network.add_nodes_from((f"n{number}", {"label": f"Node {number}"}) for number in range(30))

    assert overlapping(boxes(network)) == []


@pytest.mark.parametrize("size", [float("nan"), float("inf"), -3, None, "big"])
def test_a_size_that_is_no_size_gives_the_smallest_symbol(size: object) -> None:
    network = nx.MultiDiGraph()
    network.add_node("a", size=size)
    network.add_node("b", size=4.0)

    assert layout.node_radii(network) == {"a": 6.0, "b": 17.0}
