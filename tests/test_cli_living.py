"""The commands for living with a graph of contradicting sources: conflicts, timeline, changes, judge, card."""

import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cajad.cli import main

STORY = """
[source]
id = "{day}-{publisher}"
title = "{publisher} on the summit"
publisher = "{publisher}"
published = {day}
url = "https://example.org/{publisher}"

[[fact]]
type = "Summit"
forum = "Central Asia + Japan Dialogue"
participant = ["Japan", "Central Asia"]
place = "Astana"
date = "{date}"
status = "{status}"
voice = "officials"
paragraph = 1
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store of three reports: planned for August, then cancelled for one and postponed for the other."""
    for day, publisher, date, status in [
        ("2031-07-01", "herald", "2031-08", "planned"),
        ("2031-08-09", "herald", "2031-08", "cancelled"),
        ("2031-08-10", "gazette", "2031-08", "postponed"),
    ]:
        text = STORY.format(day=day, publisher=publisher, date=date, status=status)
        (tmp_path / f"{day}-{publisher}.toml").write_text(text, encoding="utf-8")
    path = tmp_path / "store"
    files = sorted(str(file) for file in tmp_path.glob("*.toml"))
    assert run(path, "load", *files).exit_code == 0
    return path


def run(store: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--store", str(store)], prog_name="cajad")


def test_conflicts_shows_both_sides_with_their_sources_and_marks_what_is_believed(store: Path) -> None:
    result = run(store, "conflicts")

    assert result.stdout.splitlines()[2:6] == [
        "    cancelled",
        "      2031-08-09  herald, citing officials: “herald on the summit”",
        "  → postponed",
        "      2031-08-10  gazette, citing officials: “gazette on the summit”",
    ]
    assert result.stderr == "1 conflict.\n"


def test_conflicts_of_a_thing_leaves_out_those_in_which_it_has_no_part(store: Path) -> None:
    assert run(store, "conflicts", "Japan").stderr == "1 conflict.\n"
    assert run(store, "conflicts", "China").stderr == "0 conflicts.\n"


def test_conflicts_as_json_gives_each_side_with_its_claims(store: Path) -> None:
    (conflict,) = json.loads(run(store, "conflicts", "--format", "json").stdout)

    assert conflict["property"] == "status"
    assert [(side["value"], side["believed"]) for side in conflict["sides"]] == [
        ("cancelled", False),
        ("postponed", True),
    ]


def test_before_the_second_report_there_is_no_conflict(store: Path) -> None:
    assert run(store, "conflicts", "--as-of", "2031-08-09").stderr == "0 conflicts.\n"


def test_a_timeline_lists_an_event_with_its_number_of_sources(store: Path) -> None:
    (event,) = json.loads(run(store, "timeline", "Japan", "--format", "json").stdout)

    assert (event["date"], event["status"], event["sources"]) == ("2031-08", "postponed (disputed)", "3")


def test_a_timeline_leaves_out_what_lies_outside_the_dates_asked_for(store: Path) -> None:
    assert json.loads(run(store, "timeline", "--since", "2031-09", "--format", "json").stdout) == []
    assert json.loads(run(store, "timeline", "--until", "2031-07", "--format", "json").stdout) == []


def test_a_timeline_refuses_a_date_that_is_none(store: Path) -> None:
    result = run(store, "timeline", "--since", "summer")

    assert result.exit_code == 2
    assert "'summer' is no date: allowed are 2025, 2025-12" in result.stderr


def test_changes_tells_what_became_of_an_event(store: Path) -> None:
    result = run(store, "changes", "--since", "2031-07-31", "--as-of", "2031-08-09")

    assert "status: planned → cancelled" in result.stdout
    assert result.stderr == "1 changed\n"


def test_changes_says_when_nothing_changed(store: Path) -> None:
    result = run(store, "changes", "--since", "2031-08-10")

    assert (result.stdout, result.stderr) == ("", "Nothing changed.\n")


def test_a_judgement_parts_what_the_rules_had_merged_and_is_kept_in_a_file(store: Path, tmp_path: Path) -> None:
    (event,) = json.loads(run(store, "timeline", "--format", "json").stdout)
    claims = [c["iri"] for c in json.loads(run(store, "show", event["id"], "--format", "json").stdout)["claims"]]
    one, other = (f"claim:{iri.rsplit('/', 1)[-1]}" for iri in claims[1:])

    result = run(store, "judge", "different", one, other, "--by", "me", "--reason", "two plans")

    assert result.exit_code == 0
    assert len(json.loads(run(store, "timeline", "--format", "json").stdout)) == 2
    (kept,) = tomllib.loads((tmp_path / "store-judgements.toml").read_text(encoding="utf-8"))["judgement"]
    assert (kept["verdict"], kept["a"], kept["b"], kept["reason"]) == ("different", one, other, "two plans")


def test_a_later_judgement_takes_an_earlier_one_back(store: Path) -> None:
    (event,) = json.loads(run(store, "timeline", "--format", "json").stdout)
    claims = [c["iri"] for c in json.loads(run(store, "show", event["id"], "--format", "json").stdout)["claims"]]
    one, other = (f"claim:{iri.rsplit('/', 1)[-1]}" for iri in claims[1:])
    run(store, "judge", "different", one, other, "--by", "me", "--reason", "two plans")

    run(store, "judge", "same", one, other, "--by", "me", "--reason", "one plan after all")

    assert len(json.loads(run(store, "timeline", "--format", "json").stdout)) == 1


def test_a_judgement_on_an_unknown_claim_changes_nothing(store: Path, tmp_path: Path) -> None:
    before = run(store, "export", "--format", "nquads").stdout

    result = run(store, "judge", "same", "claim:none.1", "claim:none.2", "--by", "me", "--reason", "x")

    assert result.exit_code == 1
    assert result.stderr == "'claim:none.1' is no claim or fact of the graph: 'cajad show' prints their identifiers\n"
    assert run(store, "export", "--format", "nquads").stdout == before
    assert not (tmp_path / "store-judgements.toml").exists()


def test_the_card_counts_what_the_graph_holds(store: Path) -> None:
    card = json.loads(run(store, "card", "--format", "json").stdout)

    assert card["totals"] == {
        "sources": 3,
        "claims": 3,
        "facts": 1,
        "disputed facts": 1,
        "facts of a single source": 0,
        "publishers": 2,
    }
    assert card["published"] == ["2031-07-01", "2031-08-10"]
    assert card["counts"]["claims by status"] == {"cancelled": 1, "planned": 1, "postponed": 1}


def test_the_card_in_turtle_is_a_data_set_of_dcat_and_void(store: Path) -> None:
    text = run(store, "card", "--format", "turtle").stdout

    assert "<https://w3id.org/cajad/id/dataset> a void:Dataset , dcat:Dataset ;" in text
    assert "void:documents 3" in text
