"""Networks: rows become edges, edges fold into ties, and each number can name the facts it rests on."""

import networkx as nx
import pytest

from cajad.graph.network import facts_of, in_year, read_network, simple, with_status, years
from cajad.ontology.errors import QueryError
from cajad.ontology.rdf import Iri, Literal, Term, text_in

CAJAD = "https://w3id.org/cajad/ontology#"
COLUMNS = ("source", "target", "fact", "relation", "weight", "status", "certainty", "earliest", "latest", "disputed")
Row = tuple[Term | None, ...]


def row(source: str, target: str, fact: str = "", **more: str) -> Row:
    given = {"relation": "party", "weight": "1", "status": "held", **more}
    values: dict[str, Term | None] = {name: Literal(text) for name, text in given.items()}
    values["relation"] = Iri(f"{CAJAD}{given['relation']}")
    values["status"] = Iri(f"{CAJAD}{given['status']}")
    values |= {"source": Iri(source), "target": Iri(target), "fact": Iri(fact) if fact else None}
    return tuple(values.get(name) for name in COLUMNS)


def network(*rows: Row) -> nx.MultiDiGraph:
    return read_network(COLUMNS, rows)


def ties(graph: nx.Graph) -> dict[tuple[str, str], float]:
    return {(source, target): edge["weight"] for source, target, edge in graph.edges(data=True)}


def test_a_row_is_an_edge_with_its_columns_in_plain_words() -> None:
    dated = {"earliest": "2031-05-01", "latest": "2031-05-31"}
    graph = network(row("a", "b", "f1", certainty="asserted", disputed="true", **dated))

    assert list(graph.edges(data=True)) == [
        (
            "a",
            "b",
            {
                "relation": "party",
                "status": "held",
                "certainty": "asserted",
                "earliest": "2031-05-01",
                "latest": "2031-05-31",
                "disputed": True,
                "inferred": False,
                "facts": ("f1",),
                "weight": 1.0,
            },
        )
    ]


def test_columns_that_a_query_does_not_give_have_plain_defaults() -> None:
    (edge,) = read_network(("source", "target"), [(Iri("a"), Iri("b"))]).edges(data=True)

    assert edge[2]["weight"] == 1.0
    assert edge[2]["facts"] == ()
    assert edge[2]["status"] == edge[2]["earliest"] == ""


def test_a_node_may_be_a_text() -> None:
    graph = read_network(("source", "target"), [(Literal("Japan"), text_in("en", "trade"))])

    assert sorted(graph) == ["Japan", "trade"]


@pytest.mark.parametrize(
    ("names", "missing"), [(("target",), "source"), (("s", "o"), "source and ?target"), ((), "source and ?target")]
)
def test_a_query_without_source_and_target_is_refused(names: tuple[str, ...], missing: str) -> None:
    with pytest.raises(QueryError) as refusal:
        read_network(names, [])

    assert str(refusal.value) == f"a network query gives ?source and ?target: missing is ?{missing}"


def test_rows_with_an_open_end_and_loops_are_left_out() -> None:
    graph = read_network(("source", "target"), [(Iri("a"), None), (None, Iri("b")), (Iri("c"), Iri("c"))])

    assert sorted(graph) == []


@pytest.mark.parametrize("weight", ["-1", "0", "0.0", "many", "nan", "inf", "1e999", "1,5", "0x10"])
def test_a_weight_that_is_no_number_above_zero_is_refused(weight: str) -> None:
    with pytest.raises(QueryError, match=f"^.weight is '{weight}', no number above 0$"):
        network(row("a", "b", weight=weight))


@pytest.mark.parametrize(("weight", "number"), [("2", 2.0), ("0.5", 0.5), ("+3", 3.0), ("1.0E2", 100.0)])
def test_a_weight_is_read_as_sparql_writes_numbers(weight: str, number: float) -> None:
    (edge,) = network(row("a", "b", weight=weight)).edges(data=True)

    assert edge[2]["weight"] == number


def test_a_fact_that_fills_several_rows_is_one_edge() -> None:
    graph = network(row("a", "b", "f1"), row("a", "b", "f1"))

    assert graph.number_of_edges() == 1


def test_rows_that_rest_on_no_fact_are_an_edge_each() -> None:
    graph = network(row("a", "b", weight="2"), row("a", "b", weight="3"))

    assert ties(simple(graph)) == {("a", "b"): 5.0}


def test_parallel_edges_fold_into_one_with_their_summed_weight_and_all_their_facts() -> None:
    graph = simple(network(row("a", "b", "f2", weight="2"), row("a", "b", "f1", weight="0.5"), row("a", "c", "f3")))

    assert ties(graph) == {("a", "b"): 2.5, ("a", "c"): 1.0}
    assert graph.edges["a", "b"]["facts"] == ("f1", "f2")


def test_opposite_edges_fold_too() -> None:
    graph = simple(network(row("a", "b", "f1"), row("b", "a", "f2")))

    assert ties(graph) == {("a", "b"): 2.0}
    assert graph.edges["a", "b"]["facts"] == ("f1", "f2")


def test_two_relations_of_one_fact_are_two_edges_and_one_fact() -> None:
    graph = network(row("a", "b", "f1"), row("a", "b", "f1", relation="host"))

    assert graph.number_of_edges() == 2
    assert simple(graph).edges["a", "b"]["facts"] == ("f1",)


def test_the_more_two_share_the_nearer_they_are() -> None:
    graph = simple(network(row("a", "b", weight="4"), row("b", "c", weight="0.5")))

    assert graph.edges["a", "b"]["distance"] == 0.25
    assert graph.edges["b", "c"]["distance"] == 2.0


def test_folding_leaves_the_network_as_it_is() -> None:
    graph = network(row("a", "b", "f1"), row("b", "a", "f2"))

    simple(graph)

    assert graph.number_of_edges() == 2


DATED = (
    row("a", "b", "event", earliest="2030-12-30", latest="2031-01-02"),
    row("a", "c", "since", earliest="2029-06-01"),
    row("a", "d", "until", latest="2030-06-30"),
    row("a", "e", "undated"),
)


def test_the_years_are_those_in_which_an_edge_begins_or_ends() -> None:
    assert years(network(*DATED)) == [2029, 2030, 2031]


@pytest.mark.parametrize(
    ("year", "facts"),
    [
        (1990, ["until"]),
        (2029, ["since", "until"]),
        (2030, ["event", "since", "until"]),
        (2031, ["event", "since"]),
        (2099, ["since"]),
    ],
)
def test_an_edge_is_in_each_year_in_which_it_may_hold(year: int, facts: list[str]) -> None:
    kept = in_year(network(*DATED), year)

    assert sorted(fact for *_, edge in kept.edges(data=True) for fact in edge["facts"]) == facts


def test_only_edges_of_the_wanted_statuses_are_kept() -> None:
    graph = network(row("a", "b"), row("a", "c", status="planned"), row("a", "d", status="cancelled"))

    assert sorted(with_status(graph, ["held", "planned"])) == ["a", "b", "c"]


def test_the_facts_behind_a_nodes_numbers_are_those_at_its_edges() -> None:
    shared = [row("a", "b", "f2"), row("a", "b", "f2", relation="host")]
    graph = network(*shared, row("c", "a", "f1"), row("b", "c", "f3"))

    assert facts_of(graph, "a") == ["f1", "f2"]
