"""Claims in, facts out: pure, the same bytes from the same claims, as of any day."""

import hashlib
import os
import random
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from saying import ANY_SOURCES, SUMMIT, any_claims, fact, facts, parted, said, status, vocabulary, words

from cajad.graph.consolidate import Evidence, consolidate, evidence_from, fact_triples, labels_of, thing_triples
from cajad.loaders.judgements import read_judgements
from cajad.loaders.readers import shipped_facts
from cajad.ontology.claims import Claim, claim_triples, source_triples
from cajad.ontology.namespaces import ID
from cajad.ontology.rdf import Iri, index_triples, text_in, triple_text
from cajad.ontology.terms import ALT_LABEL, LABEL, SUBCLASS_OF, TYPE

STORY = [
    '2025-11-27 anewz: date="2025-12", status="planned", certainty="expected"',
    '2025-12-09 24kg: date="2025-12-19/2025-12-20", status="planned"',
    '2025-12-20 mofa: date="2025-12-20", place="Tokyo", status="held"',
    '2025-12 monthly: date="2025-12-20", theme="Energy", status="held"',
]


def digest(evidence: Evidence) -> str:
    lines = "\n".join(map(triple_text, fact_triples(consolidate(evidence, vocabulary()))))
    return hashlib.sha256(lines.encode()).hexdigest()


def shipped() -> Evidence:
    return evidence_from(index_triples(t for document in shipped_facts(vocabulary()) for t in document.triples()))


# ── The same bytes ───────────────────────────────────────────────────────────────────────────────────


@settings(deadline=None, max_examples=100)
@given(any_claims(), st.integers(0, 99))
def test_facts_do_not_depend_on_the_order_of_claims(claims: list[Claim], seed: int) -> None:
    orders = (claims, random.Random(seed).sample(claims, len(claims)))
    assert len({digest(Evidence(ANY_SOURCES, tuple(order), {}, ())) for order in orders}) == 1


def test_the_shipped_facts_do_not_depend_on_the_order_of_claims() -> None:
    evidence = shipped()
    shuffled = random.Random(1).sample(evidence.claims, len(evidence.claims))
    assert digest(replace(evidence, claims=tuple(shuffled))) == digest(evidence)


def test_the_shipped_facts_are_the_same_whatever_the_hash_seed() -> None:
    script = "import test_graph_consolidate as t; print(t.digest(t.shipped()))"
    seen = set()
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        seen.add(subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, check=True).stdout)
    assert len(seen) == 1


@settings(deadline=None, max_examples=100)
@given(any_claims(5))
def test_claims_of_one_more_source_leave_unrelated_facts_as_they_are(claims: list[Claim]) -> None:
    incident = said('2030-01-01 last: type="Incident", name="a comet", status="held"')
    before = consolidate(Evidence(ANY_SOURCES, tuple(claims), {}, ()), vocabulary())
    more = Evidence({**ANY_SOURCES, **incident.sources}, (*claims, *incident.claims), {}, ())
    after = consolidate(more, vocabulary())
    assert after[:-1] == before


# ── As of a day ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("day", "expected", "date"),
    [
        ("2025-11-27", "planned expected", ["2025-12"]),
        ("2025-12-09", "planned asserted", ["2025-12-19/2025-12-20"]),
        ("2025-12-19", "planned asserted", ["2025-12-19/2025-12-20"]),
        ("2025-12-20", "held asserted", ["2025-12-20"]),
    ],
)
def test_facts_are_what_could_be_believed_on_a_day(day: str, expected: str, date: list[str]) -> None:
    (told,) = facts(*STORY, each=SUMMIT, until=day)
    assert (status(told), words(told, "date")) == (expected, date)


def test_nothing_is_believed_before_anything_was_published() -> None:
    assert facts(*STORY, each=SUMMIT, until="2025-11-26") == []


def test_a_source_dated_to_a_month_counts_when_the_month_is_over() -> None:
    counted = [len(said(*STORY, each=SUMMIT).until(day).claims) for day in ("2025-12-30", "2025-12-31")]
    assert counted == [3, 4]


def test_the_iri_of_a_fact_is_the_same_on_every_day() -> None:
    days = ("2025-11-27", "2025-12-09", "2025-12-31")
    assert len({told.iri for day in days for told in facts(*STORY, each=SUMMIT, until=day)}) == 1


# ── What rests, what is empty ────────────────────────────────────────────────────────────────────────


def test_no_claims_give_no_facts() -> None:
    assert consolidate(Evidence({}, (), {}, ()), vocabulary()) == []


def test_claims_of_a_type_rest_while_its_extension_is_forgotten() -> None:
    drill = Iri("https://example.org/Drill")
    story = said(*STORY, each=SUMMIT)
    drills = replace(story, claims=tuple(replace(claim, type=drill) for claim in story.claims))
    known = vocabulary().extended([(drill, SUBCLASS_OF, Iri(f"{vocabulary().fact_types['Meeting'].iri}"))])
    assert [len(consolidate(drills, words)) for words in (known, vocabulary(), known)] == [1, 0, 1]


def test_facts_come_in_the_order_in_which_they_were_first_reported() -> None:
    found = facts(
        f'2025-12-20 c: {SUMMIT}date="2025-12-20", status="held"',
        '2025-11-27 a: type="Tie", party=["Japan", "China"]',
        '2025-12-01 b: type="Tie", party=["Japan", "Russia"]',
    )
    assert parted(found) == [["2025-11-27-a"], ["2025-12-01-b"], ["2025-12-20-c"]]


# ── RDF ──────────────────────────────────────────────────────────────────────────────────────────────


def test_evidence_is_read_back_as_it_was_stored() -> None:
    story = said(*STORY, each=SUMMIT)
    triples = [t for source in story.sources.values() for t in source_triples(source)]
    triples += [t for claim in story.claims for t in claim_triples(claim)]
    again = evidence_from(index_triples(triples))
    assert again == replace(story, claims=tuple(sorted(story.claims, key=lambda claim: claim.iri)))


def test_a_judgement_is_read_back_with_its_day() -> None:
    table = {"verdict": "same", "a": "claim:x.1", "b": "claim:a.2", "by": "us", "date": "2026-01-02", "reason": "so"}
    (read,) = evidence_from(index_triples(read_judgements({"judgement": [table]}, "j.toml").triples())).judgements
    assert (read.verdict, read.claims, read.date) == ("same", (f"{ID}claim/a.2", f"{ID}claim/x.1"), "2026-01-02")


def test_a_fact_in_rdf_has_its_type_labels_status_claims_roles_and_bounds() -> None:
    told = fact('2025-11-27 a: type="Tie", party=["Japan", "China"], since="1972-09"')
    lines = [triple_text(triple).replace("https://w3id.org/cajad/", "") for triple in told.triples()]
    claim = told.claims[0].iri.replace("https://w3id.org/cajad/", "")
    about, xsd = "<id/fact/tie-china-japan>", "http://www.w3.org/2001/XMLSchema#"
    assert lines == [
        f"{about} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <ontology#Tie> .",
        f'{about} <http://www.w3.org/2000/01/rdf-schema#label> "China, Japan"@en .',
        f'{about} <http://www.w3.org/2000/01/rdf-schema#label> "中国・日本"@ja .',
        f'{about} <http://www.w3.org/2000/01/rdf-schema#label> "Китай, Япония"@ru .',
        f"{about} <ontology#status> <ontology#ongoing> .",
        f"{about} <ontology#certainty> <ontology#asserted> .",
        f"{about} <ontology#claim> <{claim}> .",
        f"{about} <ontology#party> <id/state/china> .",
        f"{about} <ontology#party> <id/state/japan> .",
        f'{about} <ontology#since> "1972-09"^^<{xsd}gYearMonth> .',
        f'{about} <ontology#earliest> "1972-09-01"^^<{xsd}date> .',
    ]


def test_a_denied_disputed_and_expanded_fact_says_so_in_rdf() -> None:
    tie = 'type="Tie", party=["Japan", "Central Asia"]'
    told = fact(f"2025-11-27 a: {tie}", f"2025-11-28 b: {tie}, negated=true")
    lines = [triple_text(triple).replace("https://w3id.org/cajad/", "") for triple in told.triples()]
    about = "<id/fact/tie-central-asia-japan"
    for line in (
        f'{about}> <ontology#negated> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .',
        f"{about}> <ontology#disputed> <ontology#negated> .",
        f"{about}> <ontology#party> <id/state/kazakhstan> .",
        f"{about}/inference/1> <ontology#inferredRole> <ontology#party> .",
        f"{about}/inference/1> <ontology#inferredValue> <id/state/kazakhstan> .",
        f"{about}/inference/1> <ontology#inferredFrom> <id/group/central-asia> .",
    ):
        assert line in lines


def test_of_two_labels_that_sources_give_a_thing_always_the_same_one_is_kept() -> None:
    house, kind = Iri(f"{ID}organisation/house"), Iri("https://w3id.org/cajad/ontology#Organisation")
    other = (house, LABEL, text_in("en", "Trade House"))
    kept = [(house, LABEL, text_in("en", "House")), (house, LABEL, text_in("ja", "商社"))]
    kept += [(house, TYPE, kind), (house, ALT_LABEL, text_in("en", "TH"))]
    for order in ([other, *kept], [*kept, other]):
        things = index_triples(order)
        assert labels_of(things) == {house: {"en": "House", "ja": "商社"}}
        assert set(thing_triples(things)) == set(kept)
