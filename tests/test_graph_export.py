"""Exports: networks that Gephi and others read, and a table of claims that loads again."""

import csv
import io
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from store_sample import HELD, PLANNED, load

from cajad.graph.export import claims_csv, gexf, graphml, labelled
from cajad.graph.network import read_network
from cajad.graph.reading import Reading
from cajad.graph.store import Store, memory_store, open_store
from cajad.ontology.rdf import Iri, Triple

ID = "https://w3id.org/cajad/id/"
EDGES = """SELECT ?source ?target ?fact ?status ?earliest ?latest {
  VALUES (?source ?target) { (state:japan organisation:aral-bank) (organisation:aral-bank "a text") }
  OPTIONAL { ?source a cajad:State BIND(fact:a AS ?fact) BIND(cajad:held AS ?status)
             BIND("2031-05-19" AS ?earliest) BIND("2031-05-20" AS ?latest) } } ORDER BY ?target"""

pytest_plugins = ["fixtures_store"]


@pytest.fixture(scope="module")
def network(reports: Path) -> nx.MultiDiGraph:
    with open_store(reports) as store:
        return labelled(read_network(*store.rows(EDGES)), Reading(store), "ja")


def claims_of(path: Path) -> dict[Iri, set[Triple]]:
    with open_store(path) as store:
        return {graph: set(store.triples(graph)) for graph in store.graphs()}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_nodes_have_their_label_in_a_language_and_their_type(network: nx.MultiDiGraph) -> None:
    assert dict(network.nodes(data=True)) == {
        f"{ID}organisation/aral-bank": {"label": "アラル銀行", "type": "Organisation"},
        f"{ID}state/japan": {"label": "日本", "type": "State"},
        "a text": {"label": "a text", "type": ""},
    }


def test_gexf_has_the_dates_of_edges_and_no_date_of_its_own(network: nx.MultiDiGraph) -> None:
    text = gexf(network)

    edges = [edge.attrib for edge in ElementTree.fromstring(text).iter() if edge.tag.endswith("}edge")]
    dated = [edge for edge in edges if "start" in edge]
    assert len(edges) == 2
    assert [(edge["start"], edge["end"]) for edge in dated] == [("2031-05-19", "2031-05-20")]
    assert "lastmodifieddate" not in text


def test_graphml_is_read_back_with_everything(network: nx.MultiDiGraph) -> None:
    back = nx.parse_graphml(graphml(network), force_multigraph=True)

    assert back.nodes[f"{ID}state/japan"]["label"] == "日本"
    (edge,) = back.get_edge_data(f"{ID}state/japan", f"{ID}organisation/aral-bank").values()
    assert (edge["status"], edge["facts"], edge["weight"]) == ("held", f"{ID}fact/a", 1.0)


@pytest.mark.parametrize("write", [gexf, graphml])
def test_an_empty_network_is_a_well_formed_file(write: object) -> None:
    assert callable(write)
    assert ElementTree.fromstring(write(nx.MultiDiGraph())) is not None


def test_the_table_has_a_row_for_each_thing_and_claim_of_each_source(reports: Path) -> None:
    with open_store(reports) as store:
        table = rows(claims_csv(store))

    assert sorted((row["source"][:10], row["type"], row["entity"]) for row in table) == [
        ("2031-03-10", "MinisterialMeeting", ""),
        ("2031-03-10", "Position", ""),
        ("2031-03-10", "Tie", ""),
        ("2031-05-21", "Agreement", ""),
        ("2031-05-21", "Membership", ""),
        ("2031-05-21", "MinisterialMeeting", ""),
        ("2031-05-21", "Organisation", "organisation:aral-bank"),
    ]


def test_a_row_is_written_as_a_facts_file_would_have_it(reports: Path) -> None:
    with open_store(reports) as store:
        (row,) = (row for row in rows(claims_csv(store)) if row["type"] == "Agreement")

    assert {name: cell for name, cell in row.items() if cell} == {
        "source": HELD.stem,
        "title": 'Ministers meet in Samarkand, bank lends for "green" canal',
        "publisher": "Caspian Post",
        "published": "2031-05-21",
        "url": "https://example.org/caspian-post?id=7&part=a%7Cb",
        "language": "en-GB",
        "reliability": "primary",
        "type": "Agreement",
        "amount": "44000000 USD|6600000000 JPY",
        "count": "3",
        "date": "2031-05-20",
        "meeting": "Samarkand meeting",
        "name": "loan for a canal",
        "party": "organisation:aral-bank|state:uzbekistan",
        "status": "held",
        "certainty": "asserted",
        "paragraph": "3",
    }


@pytest.mark.parametrize("which", ["reports", "shipped"])
def test_the_table_loads_into_an_empty_store_as_the_same_claims(
    which: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    original = request.getfixturevalue(which)
    with open_store(original) as store:
        (tmp_path / "claims.csv").write_text(claims_csv(store), encoding="utf-8", newline="")

    load(tmp_path / "store", tmp_path / "claims.csv")

    expected = claims_of(original)
    expected.pop(Iri(f"{ID}judgements"), None)
    assert claims_of(tmp_path / "store") == expected


def test_an_empty_store_gives_the_header_alone() -> None:
    def header(store: Store) -> str:
        return claims_csv(store).splitlines()[0]

    assert header(memory_store()).startswith(
        "source,title,publisher,published,url,language,reliability,type,entity,label"
    )
    assert len(claims_csv(memory_store()).splitlines()) == 1


def test_the_same_claims_give_the_same_table_whatever_the_order_of_loading(reports: Path, tmp_path: Path) -> None:
    load(tmp_path / "store", HELD)
    load(tmp_path / "store", PLANNED)

    with open_store(reports) as one, open_store(tmp_path / "store") as other:
        assert claims_csv(other) == claims_csv(one)
