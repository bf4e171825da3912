"""Building: the same sources give the same bytes, whatever the order, the process or what was there before."""

import shutil
from pathlib import Path

import pytest
from store_sample import DATA, HELD, PLANNED, WATER, facts_file, load, nquads, process

from cajad.graph.build import add_graphs, forget_graphs, store_as_of, store_vocabulary
from cajad.graph.store import Store, memory_store, open_store
from cajad.loaders.readers import read_files
from cajad.ontology.errors import DataError
from cajad.ontology.rdf import Iri, Literal, text_in
from cajad.ontology.vocabulary import Vocabulary

CAJAD = "https://w3id.org/cajad/ontology#"
ID = "https://w3id.org/cajad/id/"
LABEL = Iri("http://www.w3.org/2000/01/rdf-schema#label")
MEETINGS = "SELECT ?meeting ?status { ?meeting a cajad:MinisterialMeeting ; cajad:status ?status } ORDER BY ?status"
TREATY = """
[[fact]]
type = "WaterTreaty"
party = ["Kyrgyzstan", "Uzbekistan"]
name = "treaty on glaciers"
theme = "Glaciers"
status = "planned"
paragraph = 1
"""
JUDGED = """
[[judgement]]
verdict = "different"
a = "claim:2031-03-10-steppe-herald-ministers-to-meet.4c6a98f77b"
b = "claim:2031-05-21-caspian-post-ministers-met.4088a9990b"
by = "An editor"
date = 2031-06-01
reason = "For a test."
"""

pytest_plugins = ["fixtures_store"]


@pytest.fixture
def store(reports: Path) -> Store:
    """Give a store in memory that holds the two reports."""
    copy = memory_store()
    with open_store(reports) as opened:
        copy.replace({graph: opened.triples(graph) for graph in (None, *opened.graphs())})
    return copy


def add(store: Store, *files: Path) -> None:
    add_graphs(store, read_files(list(files), store_vocabulary(store)))


def meetings(store: Store) -> list[str]:
    return [str(status).rpartition("#")[2] for _, status in store.rows(MEETINGS)[1]]


def test_the_shipped_graph_is_the_same_bytes_in_every_process(shipped: Path, tmp_path: Path) -> None:
    expected = nquads(shipped)

    for seed in ("1", "2"):
        assert process("build", store=tmp_path / seed, PYTHONHASHSEED=seed).returncode == 0
        assert nquads(tmp_path / seed) == expected


def test_building_again_changes_nothing_and_leaves_sources_of_ones_own(shipped: Path, tmp_path: Path) -> None:
    store = Path(shutil.copytree(shipped, tmp_path / "store"))
    load(store, PLANNED)
    before = nquads(store)

    again = process("build", store=store, PYTHONHASHSEED="7")

    assert "(0 triples changed)" in again.stderr
    assert nquads(store) == before


@pytest.mark.parametrize("order", [(PLANNED, HELD, WATER), (WATER, HELD, PLANNED), (HELD, WATER, PLANNED)])
def test_the_order_of_loading_does_not_matter(store: Store, order: tuple[Path, ...]) -> None:
    one_by_one, expected = memory_store(), store
    add(expected, WATER)

    for file in order:
        add(one_by_one, file)

    assert one_by_one.dump("nquads") == expected.dump("nquads")


@pytest.mark.parametrize("name", ["source", "extension", "judgements"])
def test_what_is_loaded_and_forgotten_leaves_the_bytes_from_before(store: Store, name: str, tmp_path: Path) -> None:
    before = store.dump("nquads")
    files = {
        "source": facts_file(tmp_path, '[[fact]]\ntype = "Tie"\nparty = ["Japan", "Uzbekistan"]\nparagraph = 1\n'),
        "extension": WATER,
        "judgements": facts_file(tmp_path, JUDGED, head="", name="judgements.toml"),
    }
    graphs = {"source": f"{ID}source/2031-07-01-test", "extension": f"{ID}extension/water"}

    add(store, files[name])
    assert store.dump("nquads") != before
    forget_graphs(store, [Iri(graphs.get(name, f"{ID}judgements"))])

    assert store.dump("nquads") == before
    assert len(store.graphs()) == 2


def test_all_sources_forgotten_leave_the_ontology_alone(store: Store) -> None:
    add(store, WATER)
    forget_graphs(store, store.graphs())

    empty = memory_store()
    add_graphs(empty, [])

    assert store.graphs() == []
    assert store.dump("nquads") == empty.dump("nquads")


def test_a_source_loaded_again_is_replaced_exactly(store: Store, tmp_path: Path) -> None:
    changed = tmp_path / "changed.toml"
    changed.write_text(PLANNED.read_text(encoding="utf-8").replace("strengthening", "close"), encoding="utf-8")
    fresh = memory_store()
    add(fresh, changed, HELD)

    add(store, changed)

    assert store.dump("nquads") == fresh.dump("nquads")


def test_a_source_that_is_not_there_cannot_be_forgotten_nor_others_with_it(store: Store) -> None:
    before = store.dump("nquads")

    with pytest.raises(DataError, match=r"^nowhere: no such source: see 'cajad sources'$"):
        forget_graphs(store, [Iri(f"{ID}source/{HELD.stem}"), Iri(f"{ID}source/nowhere")])

    assert store.dump("nquads") == before


def test_a_forgotten_source_cannot_be_forgotten_again(store: Store) -> None:
    forget_graphs(store, [Iri(f"{ID}source/{HELD.stem}")])

    with pytest.raises(DataError, match="no such source"):
        forget_graphs(store, [Iri(f"{ID}source/{HELD.stem}")])


def test_files_with_a_problem_change_nothing(store: Store) -> None:
    before = store.dump("nquads")

    with pytest.raises(DataError):
        add(store, WATER, DATA / "mistakes.toml")

    assert store.dump("nquads") == before


def test_plain_queries_see_the_facts_and_the_ontology_and_no_claims(store: Store) -> None:
    def count(text: str) -> int:
        return len(list(store.rows(text)[1]))

    assert count("SELECT ?c { ?c a cajad:Claim }") == 0
    assert count("SELECT ?c { GRAPH ?g { ?c a cajad:Claim } }") == 6
    assert count("SELECT ?f ?c { ?f cajad:claim ?c }") == 6
    assert count('SELECT ?s { ?s rdfs:label "Japan"@en }') == 1


def test_a_thing_that_a_source_introduces_has_its_names_in_the_default_graph(store: Store) -> None:
    assert store.values(f"{ID}organisation/aral-bank", LABEL) == [
        text_in("en", "Aral Bank"), text_in("ja", "アラル銀行"),
    ]  # fmt: skip


def test_what_is_planned_and_then_held_is_one_meeting(store: Store) -> None:
    assert meetings(store) == ["held"]


def test_a_judgement_parts_what_the_rules_join(store: Store, tmp_path: Path) -> None:
    add(store, facts_file(tmp_path, JUDGED, head=""))

    assert meetings(store) == ["held", "planned"]


def test_judgements_are_added_to_those_recorded(store: Store, tmp_path: Path) -> None:
    other = JUDGED.replace("4c6a98f77b", "0000000000")
    add(store, facts_file(tmp_path, JUDGED, head=""))
    add(store, facts_file(tmp_path, other, head=""))

    assert len({subject for subject, _, _ in store.triples(Iri(f"{ID}judgements"))}) == 2


def test_a_judgement_recorded_again_takes_the_place_of_the_first(store: Store, tmp_path: Path) -> None:
    add(store, facts_file(tmp_path, JUDGED, head=""))
    add(store, facts_file(tmp_path, JUDGED.replace("For a test.", "For good."), head=""))

    reasons = [value for _, role, value in store.triples(Iri(f"{ID}judgements")) if role == f"{CAJAD}reason"]
    assert reasons == [Literal("For good.")]


def test_facts_in_the_words_of_a_forgotten_extension_rest_until_it_is_known_again(
    store: Store, tmp_path: Path
) -> None:
    treaties = "SELECT ?t { ?t a <https://example.org/water#WaterTreaty> ; cajad:status ?status }"
    add(store, WATER, facts_file(tmp_path, TREATY))
    before = store.dump("nquads")
    assert len(list(store.rows(treaties)[1])) == 1

    forget_graphs(store, [Iri(f"{ID}extension/water")])
    assert list(store.rows(treaties)[1]) == []
    assert Iri(f"{ID}source/2031-07-01-test") in store.graphs()

    add(store, WATER)
    assert store.dump("nquads") == before


def test_the_words_of_a_stored_extension_are_known_to_later_files(store: Store, tmp_path: Path) -> None:
    add(store, WATER)
    add(store, facts_file(tmp_path, TREATY))

    assert "WaterTreaty" in store_vocabulary(store).fact_types


def test_a_day_in_the_past_gives_what_had_been_published_by_then(store: Store, vocabulary: Vocabulary) -> None:
    only = memory_store()
    add_graphs(only, read_files([PLANNED], vocabulary))

    past = store_as_of(store, "2031-05-20")

    assert meetings(past) == ["planned"]
    assert past.dump("nquads") == only.dump("nquads")


def test_a_source_counts_from_its_own_day_on(store: Store) -> None:
    assert meetings(store_as_of(store, "2031-03-09")) == []
    assert meetings(store_as_of(store, "2031-03-10")) == ["planned"]
    assert meetings(store_as_of(store, "2031-05-21")) == ["held"]


def test_looking_at_the_past_changes_nothing(store: Store) -> None:
    before = store.dump("nquads")

    store_as_of(store, "2031-03-10")

    assert store.dump("nquads") == before


def test_the_rdflib_dataset_of_a_built_store_counts_the_same_triples(own: Path) -> None:
    with open_store(own) as store:
        graphs = {"urn:x-rdflib:default": None} | {str(graph): graph for graph in store.graphs()}
        sizes = {name: len(list(store.triples(graph))) for name, graph in graphs.items()}

        assert {str(graph.identifier): len(graph) for graph in store.dataset().graphs()} == sizes
