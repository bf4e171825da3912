"""Checks: a sound graph has no findings, and what breaks a rule is named."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from store_sample import HELD, PLANNED, WATER, facts_file

from cajad.graph.build import add_graphs, store_vocabulary
from cajad.graph.checking import run_checks, run_shapes
from cajad.graph.store import Store, memory_store, open_store
from cajad.loaders.readers import read_files
from cajad.ontology.namespaces import PREFIXES

SHAPE = """
@prefix cajad: <https://w3id.org/cajad/ontology#> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix ex: <https://example.org/> .
ex:shape a sh:NodeShape ; sh:targetClass cajad:Tie ;
    sh:property [ sh:path cajad:since ; sh:minCount 1 ; sh:message "A tie needs its beginning."@en ] .
"""

pytest_plugins = ["fixtures_store"]


@pytest.fixture
def store() -> Store:
    store = memory_store()
    add_graphs(store, read_files([PLANNED, HELD, WATER], store_vocabulary(store)))
    return store


def change(store: Store, update: str) -> None:
    store.raw.update(update, prefixes=PREFIXES)


def lines(findings: Iterable[str]) -> list[str]:
    return sorted(findings)


def test_a_sound_graph_has_no_findings(store: Store) -> None:
    assert lines(run_checks(store)) == []
    assert lines(run_shapes(store)) == []


def test_the_shipped_graph_has_no_findings(shipped: Path) -> None:
    with open_store(shipped) as store:
        assert lines(run_checks(store)) == []
        assert lines(run_shapes(store)) == []


def test_a_violated_shape_names_the_node_the_property_and_the_rule(store: Store) -> None:
    for graph in ("", f"WITH source:{HELD.stem} "):
        change(
            store,
            f"{graph}DELETE {{ ?s rdfs:label ?o }} WHERE {{ ?s rdfs:label ?o FILTER(?s = organisation:aral-bank) }}",
        )

    findings = lines(run_shapes(store))

    assert any(line.startswith("shapes: organisation:aral-bank rdfs:label: ") for line in findings)


def test_claims_and_sources_are_held_to_the_shapes_too(store: Store) -> None:
    change(
        store, f"WITH source:{PLANNED.stem} DELETE {{ ?s dcterms:title ?title }} WHERE {{ ?s dcterms:title ?title }}"
    )

    assert any(line.startswith(f"shapes: source:{PLANNED.stem} dcterms:title: ") for line in run_shapes(store))


def test_the_shapes_of_an_extension_count(store: Store, tmp_path: Path) -> None:
    path = facts_file(tmp_path, SHAPE, head="", name="my rules.ttl")
    add_graphs(store, read_files([path], store_vocabulary(store)))

    assert lines(run_shapes(store)) == ["shapes: fact:tie-japan-uzbekistan cajad:since: A tie needs its beginning."]


def test_findings_come_in_the_order_of_their_text(store: Store) -> None:
    change(store, "DELETE { ?f rdfs:label ?label } WHERE { ?f cajad:claim ?claim ; rdfs:label ?label }")

    findings = list(run_shapes(store))

    assert len(findings) == 5
    assert findings == sorted(findings)


def test_checking_changes_nothing(store: Store) -> None:
    before = store.dump("nquads")

    lines([*run_checks(store), *run_shapes(store)])

    assert store.dump("nquads") == before
