"""The JSON Schema of facts files says what the reader takes: no less, and nothing that it refuses."""

import json
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from store_sample import DATA, HELD, PLANNED, WATER

from cajad.loaders import facts
from cajad.loaders.schema import facts_schema
from cajad.ontology.rdf import parse_file
from cajad.ontology.vocabulary import Vocabulary

FACTS = Path(facts.__file__).parent / "facts"

pytest_plugins = ["fixtures_store"]


@pytest.fixture(scope="module")
def schema(vocabulary: Vocabulary) -> dict[str, Any]:
    return facts_schema(vocabulary)


def plain(value: Any) -> Any:
    """Give TOML as editors hand it to a JSON Schema: dates as texts."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def document(path: Path) -> dict[str, Any]:
    return plain(tomllib.loads(path.read_text(encoding="utf-8")))


def faults(schema: dict[str, Any], value: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(schema).iter_errors(value)]


def test_it_is_a_schema_itself(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)


def test_every_shipped_facts_file_fits(schema: dict[str, Any]) -> None:
    files = [path for path in sorted(FACTS.glob("*.toml")) if path.name != "judgements.toml"]

    assert {path.name: found for path in files if (found := faults(schema, document(path)))} == {}


@pytest.mark.parametrize("path", [PLANNED, HELD], ids=lambda path: path.stem)
def test_a_good_file_fits(schema: dict[str, Any], path: Path) -> None:
    assert faults(schema, document(path)) == []


@pytest.mark.parametrize("day", [2031, "2031", "2031-05", "2031-05-19/2031-05-20"])
def test_a_year_may_be_a_number_and_any_date_a_text(schema: dict[str, Any], day: object) -> None:
    changed = document(PLANNED)
    changed["fact"][0]["date"] = day

    assert faults(schema, changed) == []


def test_a_file_of_mistakes_does_not_fit(schema: dict[str, Any]) -> None:
    assert len(faults(schema, document(DATA / "mistakes.toml"))) > 8


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("particpant", "Japan"),
        ("status", "planed"),
        ("date", "May 2031"),
        ("date", 31),
        ("paragraph", -1),
        ("place", ["Tokyo", "Astana"]),
        ("event", "Tokyo Summit"),
        ("negated", "no"),
        ("participant", []),
    ],
)
def test_a_mistake_does_not_fit(schema: dict[str, Any], key: str, value: object) -> None:
    changed = document(PLANNED)
    changed["fact"][0][key] = value

    assert faults(schema, changed) != []


@pytest.mark.parametrize("key", ["type", "paragraph", "status"])
def test_a_meeting_without_what_it_needs_does_not_fit(schema: dict[str, Any], key: str) -> None:
    changed = document(PLANNED)
    del changed["fact"][0][key]

    assert faults(schema, changed) != []


def test_one_of_several_required_roles_is_enough(schema: dict[str, Any]) -> None:
    meeting = schema["$defs"]["Meeting"]

    assert meeting["required"] == ["type", "paragraph", "status"]
    assert meeting["allOf"] == [{"anyOf": [{"required": ["forum"]}, {"required": ["participant"]}]}]


def test_a_relation_needs_no_status_and_a_tie_two_parties(schema: dict[str, Any]) -> None:
    tie = schema["$defs"]["Tie"]

    assert tie["required"] == ["type", "paragraph", "party"]
    assert tie["properties"]["party"]["anyOf"][1]["minItems"] == 2


def test_controlled_terms_are_listed(schema: dict[str, Any]) -> None:
    summit = schema["$defs"]["Summit"]["properties"]

    assert summit["status"]["enum"] == [
        "cancelled", "ended", "held", "ongoing", "planned", "postponed", "proposed",
    ]  # fmt: skip
    assert summit["certainty"]["enum"] == ["asserted", "conditional", "expected", "intended", "possible"]


def test_nothing_but_the_known_keys_is_allowed(schema: dict[str, Any]) -> None:
    closed = [
        schema,
        schema["properties"]["source"],
        schema["properties"]["entity"]["items"],
        *schema["$defs"].values(),
    ]

    assert all(part["additionalProperties"] is False for part in closed)


def test_there_is_a_definition_for_each_fact_type_with_its_label(
    schema: dict[str, Any], vocabulary: Vocabulary
) -> None:
    assert set(schema["$defs"]) == set(vocabulary.fact_types)
    assert schema["$defs"]["BilateralMeeting"]["title"] == "Bilateral meeting"


def test_every_key_says_what_it_is(schema: dict[str, Any]) -> None:
    assert schema["$defs"]["Agreement"]["properties"]["amount"]["description"] == "amount"


def test_the_words_of_an_extension_are_in_it(vocabulary: Vocabulary) -> None:
    extended = facts_schema(vocabulary.extended(parse_file(WATER)))

    assert "amount" in extended["$defs"]["WaterTreaty"]["properties"]
    assert "Glaciers" in json.dumps(extended["$defs"]["WaterTreaty"]["properties"]["theme"])


@pytest.mark.parametrize(
    ("text", "fits"), [("2031-05-19/2031-05-20", True), ("2031-5", False), ("2031-05-19/", False)]
)
def test_the_pattern_of_dates_takes_what_the_reader_takes(schema: dict[str, Any], text: str, *, fits: bool) -> None:
    pattern = schema["$defs"]["Summit"]["properties"]["date"]["pattern"]

    assert bool(re.search(pattern, text)) is fits
