"""The store: graphs replaced whole, questions answered or refused in words, folders opened or refused in words."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cajad.graph.store import Store, memory_store, open_store
from cajad.ontology.errors import QueryError, StoreError
from cajad.ontology.rdf import Iri, Literal, Term, Triple, text_in

EX = "https://example.org/"
A, B, P, G = (Iri(f"{EX}{name}") for name in "abpg")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
HOSTILE = '"""\\ <img src=x onerror=alert(1)> } ; DROP ALL ; \x1b[31m \u202e \u2028 \' \r\n'


def says(*texts: str, about: Iri = A) -> list[Triple]:
    return [(about, P, Literal(text)) for text in texts]


def content(store: Store, graph: Iri | None = None) -> set[Triple]:
    return set(store.triples(graph))


@pytest.fixture
def store() -> Store:
    return memory_store()


def test_graphs_are_made_to_hold_exactly_what_is_given(store: Store) -> None:
    store.replace({G: says("old", "kept"), None: says("word")})

    changes = store.replace({G: says("kept", "new")})

    assert changes == 2
    assert content(store, G) == set(says("kept", "new"))
    assert content(store) == set(says("word"))


def test_replacing_with_the_same_changes_nothing(store: Store) -> None:
    store.replace({G: says("a"), None: says("b", HOSTILE)})

    assert store.replace({G: says("a", "a"), None: says(HOSTILE, "b")}) == 0


def test_a_graph_that_is_emptied_is_gone(store: Store) -> None:
    store.replace({G: says("a")})

    assert store.replace({G: []}) == 1
    assert store.graphs() == []
    assert store.is_empty()
    assert list(store.rows("SELECT ?g { GRAPH ?g {} }")[1]) == []


@given(TEXTS, TEXTS, st.sampled_from(["", "en", "zh-Hant"]))
def test_any_text_is_stored_replaced_and_read_back(one: str, other: str, language: str) -> None:
    store = memory_store()
    for text in (one, other, one):
        value: Term = text_in(language, text) if language else Literal(text)
        store.replace({G: [(A, P, value)], None: [(A, P, value)]})

        assert content(store, G) == content(store) == {(A, P, value)}
        assert store.replace({G: [(A, P, value)]}) == 0


def test_what_is_said_of_a_thing_in_any_graph_is_given_once_in_order(store: Store) -> None:
    store.replace({G: says("b", "a"), None: [*says("b"), (A, P, B)]})

    assert store.describe(A) == {P: [Literal("a"), Literal("b"), B]}


def test_the_values_and_subjects_of_the_default_graph_are_found(store: Store) -> None:
    store.replace({G: says("not this"), None: [*says("b", "a"), (A, P, B), (B, P, B)]})

    assert store.values(A, P) == [Literal("a"), Literal("b"), B]
    assert store.subjects(P, B) == [A, B]


def test_rows_come_with_the_names_of_their_variables(store: Store) -> None:
    store.replace({None: says("a")})

    names, rows = store.rows("SELECT ?s ?none ?o { ?s ?p ?o }")

    assert names == ["s", "none", "o"]
    assert list(rows) == [(A, None, Literal("a"))]


def test_the_prefixes_of_cajad_need_no_declaration(store: Store) -> None:
    store.replace({None: [(Iri("https://w3id.org/cajad/id/state/japan"), P, B)]})

    assert list(store.rows("SELECT ?o { state:japan ?p ?o }")[1]) == [(B,)]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?s WHERE {\n  ?s a ?o ", 'line 2, column 11: expected one of ",", ".", ";",'),
        ("SELECT ?s {\n\t?s foo:bar ?o }", "line 2, column 12: unknown prefix 'foo:': declare it with PREFIX"),
        ("SELECT ?s (SUM(?o) AS ?t) {}", "line 1, column 29: The SELECT contains a variable that is unbound"),
        ("SELECT ?s { ?s ?p <no iri> }", "line 1, column 27: IRI parsing failed"),
        ("INSERT DATA { <a:a> <a:b> 1 }", "line 1, column 10: expected CONSTRUCT"),
        ("", "line 1, column 1: this cannot stand here"),
    ],
)
def test_a_syntax_error_is_told_with_its_place_and_what_was_expected(store: Store, query: str, message: str) -> None:
    with pytest.raises(QueryError) as refusal:
        store.query(query)

    assert str(refusal.value).startswith(f"the query is no SPARQL: {message}")


def test_a_syntax_error_is_pointed_at_under_its_line(store: Store) -> None:
    with pytest.raises(QueryError) as refusal:
        store.query("SELECT ?s\nWHERE {\n\t?s foo:bar ?o\n}")

    assert str(refusal.value).splitlines()[1:] == ["  \t?s foo:bar ?o", "  \t          ^"]


def test_a_query_with_half_a_character_is_refused(store: Store) -> None:
    with pytest.raises(QueryError, match="the query cannot be answered"):
        store.query("SELECT ?s { ?s ?p '\ud800' }")


def test_a_query_without_rows_is_no_select(store: Store) -> None:
    with pytest.raises(QueryError, match="the query is no SELECT: its answer has no rows"):
        store.rows("ASK { ?s ?p ?o }")


@pytest.mark.parametrize(
    ("query", "form", "text"),
    [
        ("ASK { ?s ?p ?o }", "json", '{"head":{},"boolean":true}\n'),
        ("SELECT ?o { ?s ?p ?o }", "csv", 'o\r\n"say ""no"""\r\n'),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "ntriples", f'<{A}> <{P}> "say \\"no\\"" .\n'),
    ],
)
def test_answers_are_written_in_standard_formats(store: Store, query: str, form: str, text: str) -> None:
    store.replace({None: says('say "no"')})

    assert store.serialised(query, form) == text


def test_a_format_that_does_not_fit_the_answer_is_refused_with_those_that_do(store: Store) -> None:
    with pytest.raises(QueryError, match="has no format 'turtle': allowed are csv, tsv, json, xml"):
        store.serialised("SELECT ?s { ?s ?p ?o }", "turtle")


def test_the_dataset_sees_the_same_triples_in_each_graph(store: Store) -> None:
    store.replace({G: says("a", HOSTILE), B: says("c"), None: says("d", "e", "f")})

    dataset = store.dataset()

    assert {str(graph.identifier): len(graph) for graph in dataset.graphs()} == {
        "urn:x-rdflib:default": 3, G: 2, B: 1,
    }  # fmt: skip


def test_what_is_added_through_the_dataset_is_in_the_store(store: Store) -> None:
    import rdflib

    store.dataset().graph(rdflib.URIRef(G)).add((rdflib.URIRef(A), rdflib.URIRef(P), rdflib.Literal(HOSTILE)))

    assert content(store, G) == set(says(HOSTILE))


def test_a_folder_that_is_not_there_is_read_as_empty_and_not_made(tmp_path: Path) -> None:
    with open_store(tmp_path / "new") as store:
        assert store.is_empty()

    assert not (tmp_path / "new").exists()


def test_what_is_written_is_there_when_the_folder_is_opened_again(tmp_path: Path) -> None:
    with open_store(tmp_path / "deep" / "store", write=True) as store:
        store.replace({G: says(HOSTILE)})

    with open_store(str(tmp_path / "deep" / "store")) as store:
        assert content(store, G) == set(says(HOSTILE))


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    for write in (False, True):
        with (
            pytest.raises(StoreError, match="is a file, not the folder of a store"),
            open_store(tmp_path / "file", write=write),
        ):
            pass


def test_a_folder_of_other_files_is_no_store_and_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("x")

    for write in (False, True):
        with pytest.raises(StoreError, match="holds other files, not a store"), open_store(tmp_path, write=write):
            pass

    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_store_is_closed_on_leaving_even_while_an_error_holds_on_to_it(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError) as kept, open_store(tmp_path, write=True) as store:
        store.replace({G: says(str(1 // 0))})

    with open_store(tmp_path, write=True) as again:
        again.replace({G: says("a")})
    assert kept.value


def test_a_store_opened_to_read_refuses_to_be_written(tmp_path: Path) -> None:
    with open_store(tmp_path, write=True) as store:
        store.replace({G: says("a")})

    with open_store(tmp_path) as store, pytest.raises(StoreError, match="the store cannot be written"):
        store.replace({G: says("b")})


def test_a_broken_store_is_refused_in_words(tmp_path: Path) -> None:
    with open_store(tmp_path, write=True) as store:
        store.replace({G: says("a")})
    (tmp_path / "CURRENT").write_text("MANIFEST-999999\n")

    with pytest.raises(StoreError, match="cannot be opened"), open_store(tmp_path, write=True):
        pass


def test_importing_the_store_does_not_pay_for_rdflib() -> None:
    text = "import sys; import cajad.graph.store; print('rdflib' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", text], capture_output=True, check=True).stdout == b"False\n"
