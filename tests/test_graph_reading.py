"""Reading: facts, claims and things of a store as plain data, and the way from a text to the thing meant."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from store_sample import HELD, PLANNED, load

from cajad.graph.finding import find_anything
from cajad.graph.reading import Reading
from cajad.graph.store import open_store
from cajad.ontology.rdf import Iri, Literal

ID = "https://w3id.org/cajad/id/"
CAJAD = "https://w3id.org/cajad/ontology#"
MEETING = Iri(f"{ID}fact/ministerial-meeting-2031-05-ca-jad-central-asia-japan-samarkand")
LOAN = "fact/agreement-aral-bank-uzbekistan-2031-05-20-loan-for-a-canal-44000000-usd-6600000000-jpy"
BANK = Iri(f"{ID}organisation/aral-bank")
UZBEKISTAN = Iri(f"{ID}state/uzbekistan")

pytest_plugins = ["fixtures_store"]


@pytest.fixture(scope="module")
def reading(reports: Path) -> Iterator[Reading]:
    with open_store(reports) as store:
        yield Reading(store)


def found(text: str, reading: Reading) -> list[str]:
    return [iri.removeprefix(ID) for iri in find_anything(text, reading)]


def test_labels_come_by_language(reading: Reading) -> None:
    assert reading.labels(UZBEKISTAN) == {"en": "Uzbekistan", "ja": "ウズベキスタン", "ru": "Узбекистан"}
    assert reading.labels(Literal("as it is")) == {"en": "as it is"}


@pytest.mark.parametrize(
    ("thing", "language", "label"),
    [
        (BANK, "ja", "アラル銀行"),
        (BANK, "ru", "Aral Bank"),
        (Iri(f"{ID}source/{PLANNED.stem}"), "en", "Foreign ministers of six countries to meet in Samarkand"),
        (Iri(f"{ID}state/atlantis"), "en", "state:atlantis"),
        (Iri("https://example.org/x"), "en", "https://example.org/x"),
    ],
)
def test_a_label_falls_back_to_english_to_the_title_and_to_the_identifier(
    reading: Reading, thing: Iri, language: str, label: str
) -> None:
    assert reading.label(thing, language) == label


def test_other_names_are_given_once_each(reading: Reading) -> None:
    assert reading.other_names(BANK) == ["Bank of the Aral"]
    assert len(reading.other_names(UZBEKISTAN)) == len(set(reading.other_names(UZBEKISTAN)))


def test_roles_are_those_of_the_ontology(reading: Reading) -> None:
    assert {"date", "place", "participant", "party", "because"} <= set(reading.roles.values())
    assert "status" not in reading.roles.values()


@pytest.mark.parametrize(("thing", "fact"), [(MEETING, True), (BANK, False), (Iri(f"{ID}fact/none"), False)])
def test_only_computed_facts_are_facts(reading: Reading, thing: Iri, *, fact: bool) -> None:
    assert reading.is_fact(thing) is fact


def test_the_facts_of_a_thing_come_in_the_order_of_their_dates(reading: Reading) -> None:
    days = [reading.fact(fact)["earliest"] for fact in reading.facts_about(UZBEKISTAN)]

    assert len(days) >= 3
    assert days == sorted(days)


def test_a_fact_is_plain_data_with_its_claims_in_the_order_of_publication(reading: Reading) -> None:
    data = reading.fact(MEETING)

    assert json.loads(json.dumps(data)) == data
    assert (data["type"], data["status"], data["certainty"], data["negated"]) == (
        "MinisterialMeeting", "held", "asserted", False,
    )  # fmt: skip
    assert (data["date"], data["earliest"], data["latest"]) == ("2031-05-19/2031-05-20", "2031-05-19", "2031-05-20")
    assert [claim["publisher"] for claim in data["claims"]] == ["Steppe Herald", "Caspian Post"]


def test_a_claim_is_plain_data_with_its_source_and_what_it_says(reading: Reading) -> None:
    claim = reading.fact(MEETING)["claims"][1]

    assert {
        name: claim[name] for name in ("publisher", "published", "reliability", "status", "paragraph", "quote")
    } == {
        "publisher": "Caspian Post",
        "published": "2031-05-21",
        "reliability": "primary",
        "status": "held",
        "paragraph": 1,
        "quote": "one | two \\ three",
    }
    assert claim["says"]["place"] == ["Samarkand"]
    assert claim["says"]["participant"] == [
        "Japan", "Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan",
    ]  # fmt: skip


def test_a_voice_is_given_by_its_labels(reading: Reading) -> None:
    (tie,) = (fact for fact in reading.facts_about(UZBEKISTAN) if reading.fact(fact)["type"] == "Tie")

    assert reading.fact(tie)["claims"][0]["voice"]["en"].casefold() == "analysts"


def test_a_thing_is_plain_data_with_its_facts_by_type(reading: Reading) -> None:
    data = reading.entity(BANK)

    assert json.loads(json.dumps(data)) == data
    assert (data["curie"], data["type"], data["also"]) == (
        "organisation:aral-bank",
        "Organisation",
        ["Bank of the Aral"],
    )
    assert {kind: len(facts) for kind, facts in data["facts"].items()} == {"Agreement": 1, "Membership": 1}
    assert data["facts"]["Membership"][0]["date"] == "2030–"


def test_what_the_ontology_knows_of_a_state_is_given_in_words(reading: Reading) -> None:
    known = reading.entity(UZBEKISTAN, "ru")["known"]

    assert known["capital"] == ["Ташкент"]


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Uzbekistan", ["state/uzbekistan"]),
        ("state:uzbekistan", ["state/uzbekistan"]),
        (f"{ID}state/uzbekistan", ["state/uzbekistan"]),
        ("ウズベキスタン", ["state/uzbekistan"]),
        ("uzbekistan", ["state/uzbekistan"]),
        ("samarkand MEETING", [MEETING.removeprefix(ID)]),
        ("canal loan a for", [LOAN]),
        ("Uzbekistann", []),
        ("state:atlantis", []),
        ("http://[x", []),
        ("", []),
        ("?!", []),
    ],
)  # fmt: skip
def test_a_text_finds_what_it_names(reading: Reading, text: str, things: list[str]) -> None:
    assert found(text, reading) == things


def test_a_whole_name_goes_before_words_of_labels(reading: Reading) -> None:
    assert found("Japan", reading) == ["state/japan"]
    assert found("Samarkand", reading) == ["place/samarkand"]


def test_what_a_reading_remembers_is_what_the_store_says(tmp_path: Path) -> None:
    load(tmp_path, HELD)
    with open_store(tmp_path) as store:
        reading = Reading(store)

        assert reading.describe(BANK) is reading.describe(BANK)
        assert reading.describe(BANK) == store.describe(BANK)
