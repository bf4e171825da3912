"""The checks: each finds nothing in the shipped facts, and the error that it is for where there is one."""

import pytest
from fixtures_queries import ask, store_of
from pyoxigraph import RdfFormat

from cajad.graph.store import Store
from cajad.queries.catalogue import query_names

CHECKS = query_names("check")
SOUND = """2025-12-21 Post
[[fact]]
type = "Summit"
event = "tokyo-summit"
forum = "Central Asia + Japan Dialogue"
participant = "Japan"
theme = "Water"
date = 2025-12-20
status = "held"
paragraph = 1

[[fact]]
type = "Office"
holder = "Sanae Takaichi"
role = "prime minister"
state = "Japan"
since = 2025-10-21
paragraph = 2
"""
PREFIXES = """
@prefix cajad: <https://w3id.org/cajad/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix source: <https://w3id.org/cajad/id/source/> .
@prefix claim: <https://w3id.org/cajad/id/claim/> .
@prefix fact: <https://w3id.org/cajad/id/fact/> .
@prefix state: <https://w3id.org/cajad/id/state/> .
@prefix role: <https://w3id.org/cajad/id/role/> .
@prefix person: <https://w3id.org/cajad/id/person/> .
@prefix theme: <https://w3id.org/cajad/id/theme/> .
"""
OFFICE = "a cajad:Office ; cajad:state state:japan ; cajad:role role:prime-minister ; cajad:claim claim:x"
# What is planted, and what the check finds of it.
PLANTED = {
    "event-before-1991": [
        ('fact:x a cajad:Visit ; cajad:latest "1204-08-28"^^xsd:date .', ["fact:x"]),
        ('fact:x a cajad:Office ; cajad:latest "1990-08-28"^^xsd:date .', []),
    ],
    "claim-without-source": [
        ("source:x { claim:x a cajad:Claim }", ["claim:x"]),
        ("source:x { source:x a cajad:Source . claim:x a cajad:Claim ; cajad:source source:y }", ["claim:x"]),
        ("source:x { source:x a cajad:Source . claim:x a cajad:Claim ; cajad:source source:x }", []),
    ],
    "claim-of-no-status": [
        ("source:x { claim:x a cajad:Claim }", ["claim:x"]),
        ("source:x { claim:x a cajad:Claim ; cajad:status cajad:close }", ["claim:x"]),
        ("source:x { claim:x a cajad:Claim ; cajad:status cajad:held }", []),
    ],
    "fact-without-claim": [
        ("fact:x a cajad:Visit .", ["fact:x"]),
        ("fact:x a cajad:Visit ; cajad:claim claim:x .", ["fact:x"]),
    ],
    "ends-before-it-starts": [
        ('fact:x cajad:earliest "2025-12-20"^^xsd:date ; cajad:latest "2025-12-19"^^xsd:date .', ["fact:x"]),
        ('source:x { claim:x cajad:earliest "2025-12-20"^^xsd:date ; cajad:latest "2025-12-19"^^xsd:date }',
         ["claim:x"]),
        ('fact:x cajad:earliest "2025-12-20"^^xsd:date ; cajad:latest "2025-12-20"^^xsd:date .', []),
    ],
    "held-before-its-day": [
        ('fact:tokyo-summit cajad:earliest "2026-12-20"^^xsd:date .', ["Summit"]),
    ],
    "unlabelled": [
        ("fact:x cajad:participant person:x ; cajad:claim claim:x . person:x rdfs:label 'X'@en , 'Х'@ru .",
         ["person:x"]),
        ("fact:x cajad:participant person:x ; cajad:claim claim:x . source:x { person:x rdfs:label 'X'@en }", []),
    ],
    "judgement-on-unknown-claim": [
        ("<https://w3id.org/cajad/id/judgements> { <urn:j> cajad:judges claim:gone }", ["urn:j"]),
    ],
    "two-holders-at-once": [
        (f'fact:x {OFFICE} ; cajad:holder person:x ; cajad:since "2024-10-01"^^xsd:date .', []),
        (f'fact:x {OFFICE} ; cajad:holder person:x ; cajad:since "2024-10-01"^^xsd:date ; '
         'cajad:until "2025-11-20"^^xsd:date .', []),
        (f'fact:x {OFFICE} ; cajad:holder person:x ; cajad:since "2024-10-01"^^xsd:date ; '
         'cajad:until "2025-12"^^xsd:gYearMonth .', ["state:japan"]),
        (f'fact:x {OFFICE} ; cajad:holder person:x ; cajad:since "2024"^^xsd:gYear ; '
         'cajad:until "2026-01-01"^^xsd:date .', []),
        (f'fact:x {OFFICE} ; cajad:holder person:sanae-takaichi ; cajad:since "2024-10-01"^^xsd:date ; '
         'cajad:until "2026-01-01"^^xsd:date .', []),
    ],
    "theme-outside-scheme": [("fact:tokyo-summit cajad:theme theme:x .", ["theme:x"])],
    "source-without-claims": [
        ("source:x { source:x a cajad:Source }", ["source:x"]),
        ("source:x { source:x a cajad:Source . claim:x cajad:source source:x }", []),
    ],
}  # fmt: skip
CASES = [(check, text, found) for check, cases in PLANTED.items() for text, found in cases]


def broken(text: str) -> Store:
    """Give a store of sound facts with an error that no loader would let in."""
    store = store_of(SOUND)
    store.raw.load(f"{PREFIXES}{text}".encode(), format=RdfFormat.TRIG)
    return store


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_finds_nothing_in_the_shipped_facts(check: str) -> None:
    assert ask(check, kind="check") == []


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_finds_nothing_in_sound_facts(check: str) -> None:
    assert ask(check, kind="check", store=store_of(SOUND)) == []


@pytest.mark.parametrize(("check", "text", "found"), CASES)
def test_a_check_finds_the_error_that_it_is_for(check: str, text: str, found: list[str]) -> None:
    rows = ask(check, kind="check", store=broken(text))

    assert list(dict.fromkeys(row[0] for row in rows)) == found


def test_every_check_has_an_error_to_find() -> None:
    assert sorted(PLANTED) == CHECKS
