"""The networks: the columns that graph/network.py reads, edges that rest on facts, and no tie that nobody has."""

from functools import cache
from pathlib import Path

import networkx as nx
import pytest
from fixtures_queries import ask, shipped, store_of

from cajad.graph.network import read_network, simple
from cajad.graph.reading import Reading
from cajad.ontology.namespaces import compact
from cajad.ontology.rdf import Iri
from cajad.queries.binding import bind
from cajad.queries.catalogue import find_query, query_names

COLUMNS = {
    "source", "target", "fact", "relation", "status", "certainty", "earliest", "latest", "disputed", "inferred",
}  # fmt: skip
ID = "https://w3id.org/cajad/id/"
JAPAN, KAZAKHSTAN, KYRGYZSTAN, RUSSIA = (f"{ID}state/{s}" for s in ("japan", "kazakhstan", "kyrgyzstan", "russia"))
FIVE = {f"{ID}state/{s}" for s in ("kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan")}
TREATY = """2031-05-21 Post
    [[fact]]
    type = "WaterTreaty"
    name = "treaty on the glaciers"
    party = ["Kyrgyzstan", "Tajikistan"]
    theme = "Glaciers"
    date = 2031-05-20
    status = "held"
    paragraph = 1
"""
every_network = pytest.mark.parametrize("name", query_names("network"))


@cache
def network(name: str, *values: tuple[str, str]) -> nx.MultiDiGraph:
    """Give a network of the shipped facts."""
    return read_network(*shipped().rows(bind(find_query(name, "network"), dict(values), shipped())))


@every_network
def test_a_network_gives_the_columns_of_an_edge(name: str) -> None:
    names, _ = shipped().rows(bind(find_query(name, "network"), {}, shipped()))

    assert COLUMNS <= set(names) <= COLUMNS | {"weight", "directed"}


@every_network
def test_each_row_of_a_network_is_an_edge_of_its_own_and_none_leads_back(name: str) -> None:
    rows = ask(name, "source", "target", "fact", "relation", kind="network")

    assert network(name).number_of_edges() == len(rows)


@every_network
def test_each_edge_of_a_network_rests_on_a_fact(name: str) -> None:
    reading = Reading(shipped())
    facts = {fact for *_, edge in network(name).edges(data=True) for fact in edge["facts"]}

    assert [fact for fact in facts if not reading.is_fact(Iri(fact))] == []
    assert all(edge["facts"] and edge["relation"] and edge["status"] for *_, edge in network(name).edges(data=True))


@every_network
def test_each_node_of_a_network_is_a_thing_with_a_name(name: str) -> None:
    reading = Reading(shipped())

    assert [node for node in network(name) if not node.startswith(ID)] == []
    assert [node for node in network(name) if reading.label(Iri(node)) == compact(node)] == []


def test_the_main_picture_stays_readable_and_more_detail_only_adds_to_it() -> None:
    main, more, most = (network("relations", ("detail", detail)) for detail in "123")

    assert main.number_of_nodes() <= 400
    assert set(main) < set(more)
    assert set(main.edges(keys=True)) < set(more.edges(keys=True)) < set(most.edges(keys=True))
    assert set(main.edges(keys=True)) == set(network("relations").edges(keys=True))


def test_the_main_picture_draws_the_states_and_not_the_group_that_stands_for_them() -> None:
    assert f"{ID}group/central-asia" not in network("relations")
    assert f"{ID}group/european-union" in network("relations")


def test_an_edge_of_an_event_bears_the_name_of_the_role_and_leads_from_the_event() -> None:
    roles = set(ask("relations", "source", "target", "relation", kind="network"))

    assert ("Tokyo summit", "person:sanae-takaichi", "cajad:chair") in roles
    assert ("Tokyo summit", "state:kazakhstan", "cajad:participant") in roles
    assert ("Tokyo summit", "forum:ca-jad", "cajad:forum") in roles
    assert ("Tokyo summit", "Astana summit", "cajad:replaces") in roles
    assert ("person:sanae-takaichi", "state:japan", "cajad:Office") in roles
    assert ("state:russia", "forum:commonwealth-of-independent-states", "cajad:Membership") in roles


def test_a_fact_of_a_type_that_an_extension_adds_is_drawn_and_answers_questions() -> None:
    store = store_of(TREATY, extension=Path(__file__).parent / "data" / "water.ttl")

    assert ask("relations", "source", "target", "relation", kind="network", store=store) == [
        ("treaty on the glaciers", "state:kyrgyzstan", "cajad:party"),
        ("treaty on the glaciers", "state:tajikistan", "cajad:party"),
        ("treaty on the glaciers", "theme:glaciers", "cajad:theme"),
    ]
    assert ask("themes", "actor", "topic", store=store, theme="Ледники") == [
        ("state:kyrgyzstan", "theme:glaciers"), ("state:tajikistan", "theme:glaciers"),
    ]  # fmt: skip


def test_what_follows_from_a_group_is_marked_inferred_in_the_main_picture() -> None:
    store = store_of("""2025-11-27 Post
        [[fact]]
        type = "Summit"
        participant = ["Japan", "Central Asia"]
        date = "2025-12"
        status = "planned"
        paragraph = 1""")

    rows = ask("relations", "target", "inferred", kind="network", store=store)

    assert rows[0] == ("state:japan", "false")
    assert [flag for _, flag in rows[1:]] == ["true"] * 5


@pytest.mark.parametrize("name", ["relations", "ties"])
def test_a_tie_with_the_group_ties_no_member_to_another(name: str) -> None:
    ties = {frozenset((a, b)) for a, b, edge in network(name).edges(data=True) if edge["relation"] == "Tie"}

    assert [pair for pair in ties if pair <= FIVE] == []
    assert {frozenset((state, RUSSIA)) for state in FIVE} <= ties


def test_the_weight_of_a_link_between_states_is_the_number_of_their_meetings() -> None:
    held = network("meetings", ("status", "held"))
    met = {
        row[0]
        for row in shipped().rows(f"""SELECT DISTINCT ?meeting {{
            ?type rdfs:subClassOf* cajad:Meeting . ?meeting a ?type ; cajad:status cajad:held .
            ?meeting cajad:participant|cajad:host <{JAPAN}> , <{KAZAKHSTAN}>
            FILTER NOT EXISTS {{ ?meeting cajad:negated true }} }}""")[1]
    }

    assert simple(held).edges[JAPAN, KAZAKHSTAN]["weight"] == len(met) > 20


def test_a_shared_forum_binds_two_states_once_however_many_facts_seat_them() -> None:
    bound = simple(network("bridge"))
    shared = set(network("forums")[KAZAKHSTAN]) & set(network("forums")[RUSSIA])

    assert bound.edges[KAZAKHSTAN, RUSSIA]["weight"] == len(shared) == 5
    assert all(edge["weight"] == int(edge["weight"]) for *_, edge in bound.edges(data=True))


def test_a_leader_is_linked_to_no_state_of_his_own() -> None:
    own = {(str(a), str(b)) for a, b in shipped().rows("SELECT ?a ?b { ?a cajad:actsFor ?b }")[1]}

    assert [pair for pair in network("leaders").edges() if pair in own] == []


def test_a_leader_is_linked_to_the_leaders_he_met() -> None:
    met = set(simple(network("leaders", ("leader", "Sanae Takaichi")))[f"{ID}person/sanae-takaichi"])

    assert {f"{ID}person/{p}" for p in ("kassym-jomart-tokayev", "sadyr-japarov", "emomali-rahmon")} <= met


def test_support_is_weighed_by_amounts_in_one_currency_at_a_time() -> None:
    rows = ask("aid", "fact", "weight", kind="network", currency="usd", beneficiary="Kyrgyzstan", agent="JICA")

    assert ("Naryn River bridge", "20000000") in rows
    assert {weight for *_, weight in ask("aid", "fact", "weight", kind="network")} == {"1"}


def test_what_central_asians_propose_is_no_support() -> None:
    assert FIVE.isdisjoint(source for source, _ in network("aid").edges())


def test_a_theme_stands_on_the_agenda_of_a_group_once_and_not_of_each_member() -> None:
    store = store_of("""2025-11-27 Post
        [[fact]]
        type = "Position"
        holder = "Central Asia"
        stance = "aim"
        theme = "Water"
        paragraph = 1""")

    assert ask("themes", "source", "target", kind="network", store=store) == [("group:central-asia", "theme:water")]
