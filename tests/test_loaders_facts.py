"""Facts files: all their problems at once, a line each with its place, its key and what is allowed."""

import tomllib
from pathlib import Path

import pytest
from store_sample import DATA, HEAD, HELD

from cajad.loaders.document import Document
from cajad.loaders.facts import FactsReader
from cajad.loaders.readers import read_files
from cajad.ontology.errors import DataError
from cajad.ontology.names import Names
from cajad.ontology.rdf import Iri, Literal, text_in
from cajad.ontology.vocabulary import Vocabulary

CAJAD = "https://w3id.org/cajad/ontology#"
ID = "https://w3id.org/cajad/id/"
XSD = "http://www.w3.org/2001/XMLSchema#"
DATES = "allowed are 2025, 2025-12, 2025-12-20 and 2025-12-19/2025-12-20"
MEETING = '[[fact]]\ntype = "Meeting"\nforum = "C5+1"\nstatus = "held"\nparagraph = 1\n'
NO_FACT = "file: no [[fact]]: a facts file states at least one"
EXPECTED = """
file: unknown key 'colour': allowed are source, entity, fact
source: unknown key 'author': allowed are id, title, publisher, published, url, language, reliability
source: 'id': 'Mistakes of 2031' is no source id: small letters, digits, hyphens and dots
source: 'published': '2031-13' is not in the calendar: {DATES}
source: 'title' is missing
source: 'publisher' is missing
source: 'url': 'javascript:alert(1)' is no http or https address (write spaces and quotes percent-encoded)
source: 'language': 'English' is no language tag, such as 'en', 'ja' or 'ru'
source: 'reliability': 'great' is no known Reliability of a source: allowed are primary, republished, secondary, weak
entity 1: unknown key 'colour': allowed are id, type, label, alt
entity 1: 'id': 'claim:a-bank' is no identifier, such as 'organisation:nexi': the prefixes are state, group, person, …
entity 1: 'type': 'Event' is no class of things, such as Organisation or Leader
entity 1: 'label': give at least {{ en = "…" }}
entity 2: 'id': 'state:japan' is known already: facts name it without an [[entity]]
entity 2: 'alt': 3 is no text
fact 1 (Summit): unknown key 'particpant': allowed are date, place, host, chair, participant, forum, theme, level, …
fact 1 (Summit): 'date': '2031-02-30' is not in the calendar: {DATES}
fact 1 (Summit): 'participant': 'Kazahkstan' is no known Actor: did you mean 'Kazakhstan', …
fact 1: 'status': 'planed' is no known Status: allowed are cancelled, ended, held, ongoing, planned, postponed, …
fact 1: 'paragraph' is missing
fact 1: 'event': 'Tokyo Summit' is no identity: small letters, digits and hyphens, as in 'tokyo-summit-2025'
fact 2 (Summit): 'date': 'True' is no date: {DATES}
fact 2 (Summit): 'place' takes one value, not 2
fact 2 (Summit): 'forum' or 'participant' is missing
fact 2: 'status' is missing
fact 2: 'paragraph': -1 is no paragraph: 1 is the first, 0 the title or the whole document
fact 3: 'type': 'Sumit' is no fact type: allowed are Agreement, BilateralMeeting, BusinessForum, ForumFact, …
fact 4 (Tie): 'party' needs at least 2 values
fact 4: 'paragraph': 1.5 is no paragraph: 1 is the first, 0 the title or the whole document
fact 5 (Agreement): 'party': 7 is no text
fact 5 (Agreement): 'amount': '44 million dollars' is no amount: write a number and an ISO currency, such as …
fact 5 (Agreement): 'count': 'many' is no whole number
fact 5 (Agreement): 'date': '2031-05-20/2031-05-19' ends before it starts
fact 5: 'voice': 'Nobody at all' is no known Actor
fact 5: 'certainty': 'sure' is no known Certainty: allowed are asserted, conditional, expected, intended, possible
fact 5: 'negated': 'no' is neither true nor false
fact 6 (Office): 'until' (2030-12-31) lies before 'since' (2031-05-01)
fact 7: 'type' is missing: allowed are Agreement, BilateralMeeting, BusinessForum, ForumFact, Incident, …
"""

pytest_plugins = ["fixtures_store"]


@pytest.fixture
def reader(vocabulary: Vocabulary, names: Names) -> FactsReader:
    return FactsReader(vocabulary, names, "test.toml")


def read(reader: FactsReader, text: str, head: str = HEAD) -> Document:
    return reader.document(tomllib.loads(head + text))


def problems(reader: FactsReader, text: str, head: str = HEAD) -> list[str]:
    with pytest.raises(DataError) as refusal:
        read(reader, text, head)
    return [str(problem).removeprefix("test.toml: ") for problem in refusal.value.problems]


def test_every_mistake_of_a_file_is_reported_at_once_in_its_order(vocabulary: Vocabulary) -> None:
    with pytest.raises(DataError) as refusal:
        read_files([DATA / "mistakes.toml"], vocabulary)

    found = [line.removeprefix(f"{DATA / 'mistakes.toml'}: ") for line in str(refusal.value).splitlines()]
    expected = EXPECTED.format(DATES=DATES).strip().splitlines()
    assert len(found) == len(expected)
    for line, start in zip(found, expected, strict=True):
        assert line == start or (start.endswith("…") and line.startswith(start[:-1]))


def test_a_problem_knows_its_place_and_what_is_wrong(vocabulary: Vocabulary) -> None:
    with pytest.raises(DataError) as refusal:
        read_files([DATA / "mistakes.toml"], vocabulary)

    assert refusal.value.problems[5] == (f"{DATA / 'mistakes.toml'}: source", "'publisher' is missing")


def test_a_good_file_gives_its_source_its_things_and_its_claims(vocabulary: Vocabulary) -> None:
    (document,) = read_files([HELD], vocabulary)

    assert isinstance(document, Document)
    assert document.source.publisher == "Caspian Post"
    assert document.source.language == "en-GB"
    assert [claim.type.rpartition("#")[2] for claim in document.claims] == [
        "MinisterialMeeting", "Agreement", "Membership",
    ]  # fmt: skip
    assert (Iri(f"{ID}organisation/aral-bank"), Iri("http://www.w3.org/2000/01/rdf-schema#label"),
            text_in("ja", "アラル銀行")) in document.things  # fmt: skip


def test_values_are_read_as_the_ontology_says(vocabulary: Vocabulary) -> None:
    (document,) = read_files([HELD], vocabulary)
    assert isinstance(document, Document)

    assert document.claims[1].roles == {
        Iri(f"{CAJAD}party"): (Iri(f"{ID}organisation/aral-bank"), Iri(f"{ID}state/uzbekistan")),
        Iri(f"{CAJAD}name"): (Literal("loan for a canal"),),
        Iri(f"{CAJAD}meeting"): (Literal("Samarkand meeting"),),
        Iri(f"{CAJAD}amount"): (Literal("44000000 USD"), Literal("6600000000 JPY")),
        Iri(f"{CAJAD}count"): (Literal("3", f"{XSD}integer"),),
        Iri(f"{CAJAD}date"): (Literal("2031-05-20", f"{XSD}date"),),
    }


def test_what_is_left_out_has_its_default(reader: FactsReader) -> None:
    (claim,) = read(reader, '[[fact]]\ntype = "Tie"\nparty = ["Japan", "China"]\nparagraph = 0').claims

    assert (claim.status, claim.certainty) == (f"{CAJAD}ongoing", f"{CAJAD}asserted")
    assert (claim.negated, claim.voice, claim.event, claim.quote) == (False, (), "", "")


def test_a_fact_said_twice_is_reported_beside_other_problems(reader: FactsReader) -> None:
    found = problems(reader, MEETING + MEETING.replace("held", "hold") + MEETING.replace("= 1", "= 2"))

    assert found[0].startswith("fact 2: 'status': 'hold' is no known Status")
    assert found[1:] == ["fact 3: says the same as fact 1"]


def test_a_wrong_fact_is_not_said_to_repeat_another(reader: FactsReader) -> None:
    found = problems(reader, 2 * MEETING.replace("held", "hold"))

    assert [line.partition(":")[0] for line in found] == ["fact 1", "fact 2"]


def test_a_thing_that_a_file_introduces_is_not_known_in_the_next(vocabulary: Vocabulary, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(f'{HEAD}[[fact]]\ntype = "Tie"\nparty = ["Aral Bank", "Japan"]\nparagraph = 1', encoding="utf-8")

    with pytest.raises(DataError, match="'Aral Bank' is no known Actor"):
        read_files([HELD, other], vocabulary)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fact = 3", ["fact 1: 3 is no table: write it as [[fact]]", NO_FACT]),
        (f'entity = "x"\n{MEETING}', ["entity 1: 'x' is no table: write it as [[entity]]"]),
        ("", [NO_FACT]),
    ],
)
def test_what_is_no_table_is_reported(reader: FactsReader, text: str, expected: list[str]) -> None:
    title, _, rest = text.partition("\n")
    head = f"{title}\n{HEAD}" if "=" in title else HEAD

    assert problems(reader, rest, head) == expected


def test_a_file_of_two_sources_is_refused(reader: FactsReader) -> None:
    head = HEAD.replace("[source]", "[[source]]")

    assert problems(reader, MEETING, 2 * head) == ["file: several [source] tables: a facts file is of one document"]


@pytest.mark.parametrize("url", ["https://example.org/a b", "ftp://example.org", "https://exa[mple.org", "//x", 3])
def test_an_address_that_no_browser_may_open_is_refused(reader: FactsReader, url: object) -> None:
    head = f"{HEAD}url = {url!r}\n"

    assert problems(reader, MEETING, head) == [
        f"source: 'url': {url!r} is no http or https address (write spaces and quotes percent-encoded)"
    ]


def test_an_address_with_letters_of_any_script_is_taken(reader: FactsReader) -> None:
    document = read(reader, MEETING, f'{HEAD}url = "https://例え.jp/会合?id=1#top"\n')

    assert document.source.url == "https://例え.jp/会合?id=1#top"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("2031", "2031"),
        ('"2031-05"', "2031-05"),
        ('"2031-05-19/2031-05-20"', "2031-05-19/2031-05-20"),
        ("2031-05-20", "2031-05-20"),
        ("2031-05-20T10:00:00Z", "2031-05-20"),
    ],
)
def test_a_date_may_be_a_text_a_number_or_a_toml_date(reader: FactsReader, written: str, text: str) -> None:
    (claim,) = read(reader, f"{MEETING}date = {written}").claims

    assert [value.text for value in claim.roles[Iri(f"{CAJAD}date")] if isinstance(value, Literal)] == [text]


def test_control_characters_of_a_key_are_not_repeated_raw(reader: FactsReader) -> None:
    (line,) = problems(reader, f'{MEETING}"\\u001b[31m\\nx" = 1')

    assert line.startswith(r"fact 1 (Meeting): unknown key '\x1b[31m\nx': allowed are date, place")
