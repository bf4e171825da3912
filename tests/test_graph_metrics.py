"""Measures, against numbers worked out by hand on networks small enough to draw."""

import json
import random
import subprocess
import sys

import networkx as nx
import pytest
from pytest import approx

from cajad.graph.metrics import MEASURES, measure, measure_by_year, summary

STAR = [("hub", "a"), ("hub", "b"), ("hub", "c")]
PATH = [("a", "b"), ("b", "c"), ("c", "d")]
TRIANGLE = [("a", "b"), ("b", "c"), ("c", "a")]
# Two triangles joined by one edge: the textbook case of two communities and two brokers.
BARBELL = [*TRIANGLE, ("d", "e"), ("e", "f"), ("f", "d"), ("c", "d")]


def network(edges: list[tuple[str, str]], weight: float = 1.0, **more: str) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    dated = {"earliest": "", "latest": "", "status": "held", **more}
    for number, (source, target) in enumerate(edges):
        graph.add_edge(source, target, weight=weight, facts=(f"f{number}",), **dated)
    return graph


def column(graph: nx.MultiDiGraph, name: str) -> dict[str, float]:
    return {node: values[name] for node, values in measure(graph, [name]).items()}


def test_the_degree_counts_neighbours_and_the_strength_what_is_shared_with_them() -> None:
    graph = network([("a", "b"), ("a", "b"), ("b", "a"), ("a", "c")])

    assert column(graph, "degree") == {"a": 2, "b": 1, "c": 1}
    assert column(graph, "strength") == {"a": 4.0, "b": 3.0, "c": 1.0}


def test_all_paths_of_a_star_pass_through_its_middle() -> None:
    assert column(network(STAR), "betweenness") == {"a": 0.0, "b": 0.0, "c": 0.0, "hub": 1.0}


def test_betweenness_on_a_path_is_the_share_of_pairs_parted() -> None:
    assert column(network(PATH), "betweenness") == {"a": 0.0, "b": approx(2 / 3), "c": approx(2 / 3), "d": 0.0}


def test_betweenness_goes_the_way_of_many_shared_facts() -> None:
    graph = network([("a", "b"), ("b", "c")], weight=4)
    graph.add_edge("a", "c", weight=1, facts=(), earliest="", latest="")

    assert column(graph, "betweenness")["b"] == 1.0


def test_closeness_is_the_inverse_of_the_mean_distance() -> None:
    assert column(network(STAR), "closeness") == {"a": 0.6, "b": 0.6, "c": 0.6, "hub": 1.0}
    assert column(network([("a", "b")], weight=2), "closeness") == {"a": 2.0, "b": 2.0}


def test_closeness_is_corrected_for_what_a_node_cannot_reach() -> None:
    assert column(network([("a", "b"), ("c", "d")]), "closeness")["a"] == approx(1 / 3)


def test_pagerank_shares_one_by_links() -> None:
    ranks = column(network(STAR), "pagerank")

    assert sum(ranks.values()) == approx(1)
    # rank(hub) = 0.15/4 + 0.85 (1 - rank(hub)), since all others give it their whole share
    assert ranks["hub"] == approx((0.0375 + 0.85) / 1.85, abs=1e-5)


def test_constraint_is_full_with_one_contact_and_low_between_many() -> None:
    star = column(network(STAR), "constraint")

    assert star == {"a": 1.0, "b": 1.0, "c": 1.0, "hub": approx(1 / 3)}
    # In a triangle each contact binds with (1/2 + 1/4)².
    assert column(network(TRIANGLE), "constraint")["a"] == approx(2 * 0.75**2)


def test_communities_are_numbered_from_the_largest_on() -> None:
    graph = network([*BARBELL, ("c", "g"), ("a", "g"), ("b", "g")])

    assert column(graph, "community") == {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 2, "g": 1}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_input_changes_no_number(seed: int) -> None:
    edges = [*BARBELL, *PATH, ("x", "y"), ("x", "a"), ("x", "a")]
    weights = {edge: 0.1 * (number + 1) for number, edge in enumerate(edges)}
    rows = [(edge, weights[edge], number) for number, edge in enumerate(edges)]
    expected, shuffled = nx.MultiDiGraph(), nx.MultiDiGraph()
    for (source, target), weight, number in rows:
        expected.add_edge(source, target, key=number, weight=weight, facts=(), earliest="", latest="")
    random.Random(seed).shuffle(rows)
    for (source, target), weight, number in rows:
        shuffled.add_edge(source, target, key=number, weight=weight, facts=(), earliest="", latest="")

    assert measure(shuffled) == measure(expected)
    assert summary(shuffled) == summary(expected)


def test_the_numbers_are_the_same_in_every_process() -> None:
    text = (
        "import json, networkx as nx\n"
        "from cajad.graph.metrics import measure\n"
        "graph = nx.MultiDiGraph()\n"
        "for n, (a, b) in enumerate((a, b) for a in range(14) for b in range(a) if (a * b + a) % 5 < 2):\n"
        "    graph.add_edge(f'n{a}', f'n{b}', weight=1.0 + n % 3, facts=(), earliest='', latest='')\n"
        "print(json.dumps(measure(graph)))"
    )
    answers = [
        subprocess.run(
            [sys.executable, "-c", text], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True, check=True,
        ).stdout
        for seed in ("0", "1")
    ]  # fmt: skip

    assert answers[0] == answers[1]
    assert len(json.loads(answers[0])) == 14


def test_every_measure_is_given_for_every_node_in_alphabetical_order() -> None:
    measured = measure(network(BARBELL))

    assert list(measured) == ["a", "b", "c", "d", "e", "f"]
    assert all(tuple(values) == tuple(MEASURES) for values in measured.values())


@pytest.mark.parametrize("names", [["degree"], ["community", "degree"], []])
def test_only_the_measures_asked_for_are_given_in_their_order(names: list[str]) -> None:
    assert list(measure(network(STAR), names)["hub"]) == names


def test_an_empty_network_has_no_numbers() -> None:
    empty = nx.MultiDiGraph()

    assert measure(empty) == {}
    assert measure_by_year(empty) == {}
    assert summary(empty) == {
        "nodes": 0, "edges": 0, "facts": 0, "components": 0, "density": 0, "modularity": 0.0,
    }  # fmt: skip


def test_a_single_node_is_measured() -> None:
    single = nx.MultiDiGraph()
    single.add_node("a")

    numbers = measure(single)["a"]
    assert (numbers["degree"], numbers["strength"], numbers["betweenness"], numbers["closeness"]) == (0, 0, 0.0, 0.0)
    assert (numbers["pagerank"], numbers["community"]) == (1.0, 1)
    assert summary(single)["modularity"] == 0.0


def test_edges_of_no_weight_link_nothing() -> None:
    numbers = measure(network([("a", "b"), ("b", "c")], weight=0.0))

    assert numbers["b"]["degree"] == 0
    assert numbers["b"]["strength"] == 0.0


def test_each_year_is_measured_by_itself() -> None:
    graph = network([("a", "b")], earliest="2030-01-01", latest="2030-12-31")
    graph.add_edge("b", "c", weight=1.0, facts=(), earliest="2031-01-01", latest="", status="ongoing")

    assert measure_by_year(graph, ["degree"]) == {
        2030: {"a": {"degree": 1}, "b": {"degree": 1}},
        2031: {"b": {"degree": 1}, "c": {"degree": 1}},
    }


def test_a_network_is_described_as_a_whole() -> None:
    assert summary(network([*BARBELL, ("x", "y"), ("y", "x")])) == {
        "nodes": 8,
        "edges": 8,
        "facts": 9,
        "components": 2,
        "density": approx(8 / 28),
        # With 9 ties by weight: sum over the three groups of inner/9 - (summed degrees/18)².
        "modularity": approx(3 / 9 - (7 / 18) ** 2 + 3 / 9 - (7 / 18) ** 2 + 2 / 9 - (4 / 18) ** 2),
    }
