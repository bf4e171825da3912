"""Binding: a value stays the value it is, whatever it holds; names are found in any language, and never guessed."""

import pytest
from fixtures_queries import shipped
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cajad.graph.store import Store
from cajad.ontology.errors import QueryError
from cajad.ontology.namespaces import XSD
from cajad.ontology.rdf import Literal
from cajad.queries.binding import bind, find_thing
from cajad.queries.catalogue import find_query
from cajad.queries.header import Query, read_query

TWO_WORDS = """#+ question: Which two words?
#+ params:
#+   word: text -- the first
#+   other: text -- the second
SELECT ?word ?other WHERE {
  VALUES $word { UNDEF }
  VALUES $other { UNDEF }
}"""
HOSTILE = [
    '"', "'''", "\\", '\\"', "}", "} UNION { ?s ?p ?o", "# comment", "\n", "\r\n", "\t", "$other", "?word", "@en",
    "\\u0022", "\\U0001F600", "VALUES $other { UNDEF }", "<http://a> ; DROP ALL", "\u2028", "\x00", "^^xsd:date",
]  # fmt: skip
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
PIECES = st.lists(st.one_of(st.sampled_from(HOSTILE), TEXT), min_size=1).map("".join)


def a(kind: str, default: str = "") -> Query:
    given_default = f" = {default}" if default else ""
    header = f"#+ question: What?\n#+   x: {kind}{given_default} -- x\n"
    return read_query("mine", f"{header}SELECT ?x {{ VALUES $x {{ UNDEF }} }}")


def bound(kind: str, value: str | list[str]) -> list[str]:
    store = shipped()
    _, rows = store.rows(bind(a(kind), {"x": value}, store))
    return [str(getattr(row[0], "text", row[0])).removeprefix("https://w3id.org/cajad/id/") for row in rows]


def refusal(kind: str, value: str) -> str:
    with pytest.raises(QueryError) as error:
        bind(a(kind), {"x": value}, shipped())
    return str(error.value)


@settings(max_examples=300, deadline=None)
@given(PIECES, PIECES)
@example("VALUES $other { UNDEF }", "VALUES $word { UNDEF }")
def test_a_text_comes_back_as_it_was_given(word: str, other: str) -> None:
    store = shipped()
    names, rows = store.rows(bind(read_query("two", TWO_WORDS), {"word": word, "other": other}, store))

    assert names == ["word", "other"]
    assert [[term.text for term in row] for row in rows] == [[word, other]]  # type: ignore[union-attr]


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=4, unique=True))
def test_several_values_of_a_parameter_come_back_one_row_each(words: list[str]) -> None:
    assert bound("text", words) == words


@settings(max_examples=100, deadline=None)
@given(PIECES)
def test_no_name_changes_what_a_query_asks(name: str) -> None:
    query = find_query("meetings")
    store = shipped()
    try:
        text = bind(query, {"forum": name}, store)
    except QueryError:
        return

    assert text.count("\n") == query.text.count("\n")
    assert store.rows(text)[0] == store.rows(bind(query, {}, store))[0]


def test_a_parameter_without_a_value_or_default_restricts_nothing() -> None:
    assert bind(a("text"), {}, shipped()) == a("text").text


def test_an_empty_value_lifts_the_default() -> None:
    query = a("text", "seven")

    assert bind(query, {"x": ""}, shipped()) == query.text


def test_a_default_counts_where_nothing_is_given() -> None:
    store = shipped()

    assert [row[0] for row in store.rows(bind(a("integer", "7"), {}, store))[1]] == [Literal("7", f"{XSD}integer")]


@pytest.mark.parametrize(
    ("kind", "value", "day"),
    [("date", "2025", "2025-01-01"), ("date", "2025-12", "2025-12-01"), ("date-end", "2024-02", "2024-02-29"),
     ("date", "2025-12-20", "2025-12-20"), ("date-end", "2025-12-19/2025-12-20", "2025-12-20")],
)  # fmt: skip
def test_a_vague_date_is_its_first_day_and_as_an_end_its_last(kind: str, value: str, day: str) -> None:
    assert bound(kind, value) == [day]


@pytest.mark.parametrize(
    ("name", "thing"),
    [("Russia", "state/russia"), ("ロシア", "state/russia"), ("Россия", "state/russia"), ("россия", "state/russia"),
     ("state:russia", "state/russia"), ("https://w3id.org/cajad/id/state/russia", "state/russia"),
     ("Kyrgyz Republic", "state/kyrgyzstan"), ("キルギス共和国", "state/kyrgyzstan"),
     ("united-states", "state/united-states")],
)  # fmt: skip
def test_a_state_is_found_by_its_names_in_any_language_and_its_identifier(name: str, thing: str) -> None:
    assert bound("State", name) == [thing]


def test_an_event_is_found_by_the_name_that_sources_give_it() -> None:
    store: Store = shipped()
    summit = find_thing("tokyo SUMMIT", "https://w3id.org/cajad/ontology#Fact", store)

    assert ("Tokyo",) in [tuple(v.text for v in row if v) for row in store.rows(  # type: ignore[union-attr]
        f'SELECT ?place {{ <{summit}> cajad:place/rdfs:label ?place FILTER(LANG(?place) = "en") }}')[1]]  # fmt: skip


def test_a_name_is_looked_for_only_among_things_of_the_kind() -> None:
    assert refusal("Forum", "Japan").startswith("parameter 'x': 'Japan' names nothing of the kind Forum")


def test_a_misspelt_name_is_refused_with_the_nearest_ones() -> None:
    assert refusal("State", "Uzbekistn") == (
        "parameter 'x': 'Uzbekistn' names nothing of the kind State: did you mean 'Uzbekistan'?"
    )


def test_a_name_of_several_things_is_refused_with_all_of_them() -> None:
    message = refusal("Fact", "joint statement")

    assert message.startswith("parameter 'x': 'joint statement' may be any of fact:")
    assert message.count("fact:") > 1


@pytest.mark.parametrize(
    "iri", ["http://e.org/<b>", "https://e.org/a b", "state:a b", 'http://e.org/"', "http://e.org/}"]
)
def test_an_iri_with_characters_that_none_may_have_is_refused(iri: str) -> None:
    assert refusal("State", iri).startswith(f"parameter 'x': '{iri}' names nothing of the kind State")


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("date", "soon", "'soon' is no date: allowed are 2025, 2025-12, 2025-12-20 and 2025-12-19/2025-12-20"),
        ("integer", "seven", "'seven' is no whole number"),
        ("language", "kk", "'kk' is no language of the labels: allowed are en, ja, ru"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_with_what_is_allowed(kind: str, value: str, message: str) -> None:
    assert refusal(kind, value) == f"parameter 'x': {message}"
