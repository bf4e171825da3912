"""The catalogue: every query says what it asks, documents what it takes, runs, and has one order of its rows."""

import re

import pytest
from fixtures_queries import EVERY, shipped

from cajad.graph.store import memory_store
from cajad.ontology.errors import QueryError
from cajad.ontology.namespaces import CAJAD
from cajad.queries.binding import bind
from cajad.queries.catalogue import find_query, query_names
from cajad.queries.header import SLOT, read_query

PLAIN_TYPES = {"date", "date-end", "integer", "text", "language"}
EXAMPLES: dict[str, str | list[str]] = {
    "date": "2025", "date-end": "2025-12", "integer": "1", "text": "USD", "Actor": ["Japan", "China"],
    "Fact": "Tokyo summit", "Forum": "C5+1", "Leader": "高市早苗", "Level": "ministerial", "Reliability": "primary",
    "Role": "president", "State": "Казахстан", "Status": "held", "Strength": "close", "Theme": "Water",
}  # fmt: skip
DATED = re.compile(r"cajad:(?:date|since|until|founded)(?:\|cajad:\w+)* ([?$]\w+)")
every_query = pytest.mark.parametrize(("kind", "name"), EVERY)


def order_keys(text: str) -> list[str]:
    """The keys of the last ORDER BY, which must be the end of the query."""
    _, found, keys = text.rpartition("ORDER BY")
    assert found
    return re.findall(r"\w*\((?:[^()]|\([^()]*\))*\)|[?$]\w+", keys)


@every_query
def test_a_query_asks_one_question(kind: str, name: str) -> None:
    question = find_query(name, kind).question

    assert question.endswith("?")
    assert question.count("?") == 1


@every_query
def test_every_parameter_of_a_query_is_explained(kind: str, name: str) -> None:
    assert [p.name for p in find_query(name, kind).parameters if len(p.help) < 8] == []


@every_query
def test_every_parameter_of_a_query_is_of_a_known_type(kind: str, name: str) -> None:
    store = shipped()
    types = {p.type for p in find_query(name, kind).parameters} - PLAIN_TYPES

    assert [t for t in types if not list(store.rows(f"SELECT * {{ <{CAJAD}{t}> rdfs:label ?label }}")[1])] == []


@every_query
def test_the_slots_of_a_query_are_those_of_its_parameters(kind: str, name: str) -> None:
    query = find_query(name, kind)

    assert {s.split()[1] for s in SLOT.findall(query.text)} == {f"${p.name}" for p in query.parameters}


@pytest.mark.parametrize(("kind", "name"), [entry for entry in EVERY if entry[0] != "check"])
def test_a_question_or_network_finds_something_in_the_shipped_facts(kind: str, name: str) -> None:
    store = shipped()
    _, rows = store.rows(bind(find_query(name, kind), {}, store))

    assert next(rows, None) is not None


@every_query
def test_a_query_takes_each_of_its_parameters(kind: str, name: str) -> None:
    store = shipped()
    query = find_query(name, kind)
    plain = store.rows(bind(query, {}, store))[0]

    for parameter in query.parameters:
        names, rows = store.rows(bind(query, {parameter.name: EXAMPLES[parameter.type]}, store))

        assert names == plain
        assert isinstance(list(rows), list)


@every_query
def test_a_query_answers_over_an_empty_store(kind: str, name: str) -> None:
    store = memory_store()
    query = find_query(name, kind)
    without_defaults = {parameter.name: "" for parameter in query.parameters}

    assert list(store.rows(bind(query, without_defaults, store))[1]) == []


@every_query
def test_a_query_has_one_order_of_its_rows(kind: str, name: str) -> None:
    store = shipped()
    text = bind(find_query(name, kind), {}, store)
    keys = order_keys(text)
    opposite = [key[4:] if key.startswith("DESC") else f"DESC({key})" for key in keys]
    backwards = f"{text.rpartition('ORDER BY')[0]} ORDER BY {' '.join(opposite)}"

    assert list(store.rows(backwards)[1]) == list(store.rows(text)[1])[::-1]


@every_query
def test_a_query_compares_dates_only_by_their_bounds_or_their_text(kind: str, name: str) -> None:
    text = find_query(name, kind).text
    compared = [line for line in text.splitlines() if "FILTER" in line or "ORDER BY" in line]
    bare = [re.sub(r"\b(STR|DATATYPE|BOUND)\([?$]\w+\)", "", line) for line in compared]

    assert [line for line in bare for date in DATED.findall(text) if re.search(rf"\{date}\b", line)] == []


def test_the_names_of_a_kind_are_sorted() -> None:
    assert query_names("check") == sorted(query_names("check"))
    assert "meetings" in query_names("question")
    assert "relations" in query_names("network")


def test_an_unknown_question_is_refused_with_the_nearest_names() -> None:
    with pytest.raises(QueryError, match=r"^'meeting' is no question: did you mean meetings"):
        find_query("meeting")


def test_a_name_like_no_other_is_refused_with_all_that_are_known() -> None:
    with pytest.raises(QueryError, match=r"^'zzz' is no network: known are aid, bridge, "):
        find_query("zzz", "network")


def test_an_unknown_parameter_is_refused_with_those_that_the_query_has() -> None:
    with pytest.raises(QueryError) as error:
        bind(find_query("overdue"), {"date": "2025"}, shipped())

    assert str(error.value) == "query 'overdue' has no parameter 'date': it has day"


def test_a_parameter_of_a_query_without_any_is_refused() -> None:
    with pytest.raises(QueryError) as error:
        bind(find_query("unlabelled", "check"), {"day": "2025"}, shipped())

    assert str(error.value) == "query 'unlabelled' has no parameter 'day': it has none"


def test_a_header_gives_question_parameters_types_defaults_and_help() -> None:
    query = read_query("mine", "#+ question: Who?\n#+ params:\n#+   day: date = 2025 -- the day\n#+   who: Actor\n"
                       "SELECT * { VALUES $day { UNDEF } VALUES $who { UNDEF } }")  # fmt: skip

    assert query.question == "Who?"
    assert [tuple(p) for p in query.parameters] == [("day", "date", "2025", "the day"), ("who", "Actor", "", "")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * { }", "mine: the header has no '#+ question: …'"),
        ("#+ question: Who?\n#+ params:\n#+   day: date -- d\nSELECT * { }",
         "mine: parameter 'day' has no slot 'VALUES $day { UNDEF }'"),
        ("#+ question: Who?\n#+ params:\n#+   the day\nSELECT * { }",
         "mine: 'the day' is no parameter: write 'name: Type = default -- help'"),
    ],
)  # fmt: skip
def test_a_header_that_does_not_fit_is_refused(text: str, message: str) -> None:
    with pytest.raises(QueryError) as error:
        read_query("mine", text)

    assert str(error.value) == message
