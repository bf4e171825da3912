"""`cajad show`: one thing or event with its life-cycle, or the list of what was meant."""

import json
import re
from pathlib import Path

import pytest
from store_sample import run

MEETING = "fact:ministerial-meeting-2031-05-ca-jad-central-asia-japan-samarkand"
LOAN = "fact:agreement-aral-bank-uzbekistan-2031-05-20-loan-for-a-canal-44000000-usd-6600000000-jpy"
SHOWN = f"""\
Samarkand meeting: Central Asia + Japan Dialogue, Samarkand, 2031-05-19/2031-05-20
{MEETING}  MinisterialMeeting  held

  date         2031-05-19/2031-05-20
  forum        Central Asia + Japan Dialogue
  level        foreign ministers
  name         Samarkand meeting
  participant  Japan, Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan, Uzbekistan
  place        Samarkand

Life-cycle: 2 claims by 2 publishers, in order of publication
  2031-03-10  planned (expected) for 2031-05  — Steppe Herald
              “Foreign ministers of six countries to meet in Samarkand”, paragraph 1
              https://example.org/steppe-herald/ministers-to-meet
              claim:2031-03-10-steppe-herald-ministers-to-meet.4c6a98f77b
  2031-05-21  held for 2031-05-19/2031-05-20  — Caspian Post
              “Ministers meet in Samarkand, bank lends for "green" canal”, paragraph 1
              https://example.org/caspian-post?id=7&part=a%7Cb
              claim:2031-05-21-caspian-post-ministers-met.4088a9990b
"""

pytest_plugins = ["fixtures_store"]


def published(text: str) -> list[str]:
    return re.findall(r"^  (\d{4}-\d{2}-\d{2})  ", text, re.MULTILINE)


def test_an_event_is_shown_with_its_life_cycle(reports: Path) -> None:
    result = run("show", "Samarkand meeting", store=reports)

    assert (result.exit_code, result.stdout, result.stderr) == (0, SHOWN, "")


@pytest.mark.parametrize(
    "name", ["samarkand  MEETING", MEETING, f"https://w3id.org/cajad/id/{MEETING[:4]}/{MEETING[5:]}"]
)
def test_an_event_is_found_by_its_name_its_identifier_and_its_iri(reports: Path, name: str) -> None:
    assert run("show", name, store=reports).stdout == SHOWN


def test_an_event_is_shown_as_it_was_believed_on_a_day(reports: Path) -> None:
    result = run("show", "Samarkand meeting", "--as-of", "2031-04", store=reports)

    assert result.stdout.splitlines()[1].endswith("MinisterialMeeting  planned (expected)")
    assert published(result.stdout) == ["2031-03-10"]


def test_an_event_that_was_not_yet_heard_of_names_nothing(reports: Path) -> None:
    result = run("show", "Samarkand meeting", "--as-of", "2031-03-09", store=reports)

    assert result.exit_code == 1
    assert result.stderr.startswith("'Samarkand meeting' names nothing in the graph")


def test_a_thing_is_shown_with_its_names_and_facts(reports: Path) -> None:
    result = run("show", "Aral Bank", store=reports)

    assert result.stdout == (
        "Aral Bank\n"
        "organisation:aral-bank  Organisation\n"
        "\n"
        "  en: Aral Bank\n"
        "  ja: アラル銀行\n"
        "  also: Bank of the Aral\n"
        "\n"
        "Agreement (1)\n"
        "  2031-05-20             held         loan for a canal: Aral Bank, Uzbekistan, 2031-05-20\n"
        f"                         {LOAN}\n"
        "\n"
        "Membership (1)\n"
        "  2030–                  not ongoing  Aral Bank – Central Asia + Japan Dialogue (observer)\n"
        "                         fact:aral-bank-seat\n"
    )


@pytest.mark.parametrize("name", ["アラル銀行", "bank of the aral", "organisation:aral-bank", "aral-bank"])
def test_a_thing_is_found_by_any_of_its_names(reports: Path, name: str) -> None:
    assert run("show", name, store=reports).stdout.startswith("Aral Bank\n")


def test_labels_are_given_in_the_language_asked_for_or_in_english(reports: Path) -> None:
    assert run("show", "Aral Bank", "--lang", "ja", store=reports).stdout.startswith("アラル銀行\n")
    assert run("show", "Aral Bank", "--lang", "ru", store=reports).stdout.startswith("Aral Bank\n")


def test_words_of_a_label_find_the_one_event_that_has_them_all(reports: Path) -> None:
    assert run("show", "2031 samarkand dialogue", store=reports).stdout == SHOWN


def test_several_things_that_may_be_meant_are_listed_with_their_identifiers(reports: Path) -> None:
    result = run("show", "2031", store=reports)

    assert (result.exit_code, result.stdout) == (1, "")
    assert [line.split("  ") for line in result.stderr.splitlines()] == [
        ["'2031' may be any of 2: name one"],
        ["", LOAN, "loan for a canal: Aral Bank, Uzbekistan, 2031-05-20"],
        ["", MEETING, "Samarkand meeting: Central Asia + Japan Dialogue, Samarkand, 2031-05-19/2031-05-20"],
    ]


@pytest.mark.parametrize(
    "name", ["Samarkande", "state:atlantis", "https://example.org/x", "http://[x", "x:[", "", "'"]
)
def test_what_names_nothing_is_said_in_one_line(reports: Path, name: str) -> None:
    result = run("show", name, store=reports)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"'{name}' names nothing in the graph: try fewer words, or 'cajad query' to look around\n"
    )


def test_an_event_is_given_as_json(reports: Path) -> None:
    data = json.loads(run("show", MEETING, "--format", "json", store=reports).stdout)

    assert data["status"] == "held"
    assert data["date"] == "2031-05-19/2031-05-20"
    assert [(claim["published"], claim["status"], claim["certainty"]) for claim in data["claims"]] == [
        ("2031-03-10", "planned", "expected"),
        ("2031-05-21", "held", "asserted"),
    ]
    assert data["claims"][1]["quote"] == "one | two \\ three"


def test_a_thing_is_given_as_json(reports: Path) -> None:
    data = json.loads(run("show", "Aral Bank", "--format", "json", store=reports).stdout)

    assert data["label"] == {"en": "Aral Bank", "ja": "アラル銀行"}
    assert [fact["negated"] for fact in data["facts"]["Membership"]] == [True]


def test_the_tokyo_summit_has_at_least_four_sources_in_the_order_of_their_dates(shipped: Path) -> None:
    result = run("show", "Tokyo summit", store=shipped)

    days = published(result.stdout)
    assert result.exit_code == 0, result.stderr
    assert len(set(days)) >= 4
    assert days == sorted(days)
    assert "Life-cycle:" in result.stdout


@pytest.mark.parametrize(("day", "status"), [("2025-12-01", "planned"), ("2025-12-21", "held")])
def test_the_tokyo_summit_was_planned_until_it_was_held(shipped: Path, day: str, status: str) -> None:
    result = run("show", "Tokyo summit", "--as-of", day, store=shipped)

    assert result.exit_code == 0, result.stderr
    assert re.match(rf"fact:\S+  Summit  {status}\b", result.stdout.splitlines()[1])
    assert max(published(result.stdout)) <= day


def test_a_state_is_shown_in_japanese_with_its_facts(shipped: Path) -> None:
    result = run("show", "Узбекистан", "--lang", "ja", store=shipped)

    assert result.stdout.startswith("ウズベキスタン\nstate:uzbekistan  State\n")
    assert re.search(r"^Agreement \(\d+\)$", result.stdout, re.MULTILINE)
