"""The rules of the questions, on facts made for them: half-open terms, denials, months, what is new."""

from fixtures_queries import ask, store_of

from cajad.graph.store import Store

TERM = '[[fact]]\ntype = "Office"\nholder = "{}"\nrole = "{}"\nstate = "Japan"\nparagraph = 1\n'
KISHIDA, ISHIBA = TERM.format("Fumio Kishida", "prime minister"), TERM.format("Shigeru Ishiba", "prime minister")
MEETING = """[[fact]]
type = "Summit"
forum = "Central Asia + Japan Dialogue"
participant = ["Japan", "Central Asia"]
date = "{}"
status = "{}"
paragraph = 1
"""


def leaders(*documents: str) -> list[str]:
    return [row[0] for row in ask("leaders-at-meetings", "leader", store=store_of(*documents), state="Japan")]


def test_on_the_day_of_a_handover_the_successor_leads() -> None:
    terms = f"{KISHIDA}until = 2024-10-01\nsince = 2021-10-04\n{ISHIBA}since = 2024-10-01\n"

    assert leaders(f"2024-11-01 Post\n{terms}{MEETING.format('2024-10-01', 'held')}") == ["person:shigeru-ishiba"]


def test_on_the_last_day_before_a_handover_the_predecessor_leads() -> None:
    terms = f"{KISHIDA}until = 2024-10-01\nsince = 2021-10-04\n{ISHIBA}since = 2024-10-01\n"

    assert leaders(f"2024-11-01 Post\n{terms}{MEETING.format('2024-09-30', 'held')}") == ["person:fumio-kishida"]


def test_a_term_without_an_end_ends_when_the_next_begins() -> None:
    terms = f"{KISHIDA}since = 2021-10-04\n{ISHIBA}since = 2024-10-01\n"

    assert leaders(f"2025-11-01 Post\n{terms}{MEETING.format('2025-10-20', 'held')}") == ["person:shigeru-ishiba"]


def test_in_a_month_of_two_leaders_a_meeting_of_that_month_may_be_of_either() -> None:
    terms = f"{KISHIDA}until = 2024-10-01\n{ISHIBA}since = 2024-10-01\n"
    store = f"2024-09-10 Herald\n{KISHIDA}", f"2024-11-01 Post\n{terms}{MEETING.format('2024', 'held')}"

    assert leaders(*store) == ["person:fumio-kishida", "person:shigeru-ishiba"]


def test_a_term_without_dates_is_known_only_for_the_days_of_its_sources() -> None:
    first, last = f"2023-03-01 Herald\n{KISHIDA}", f"2023-09-01 Post\n{KISHIDA}"

    def on(day: str) -> list[str]:
        return leaders(first, last, f"2024-01-01 Daily\n{MEETING.format(day, 'held')}")

    assert on("2023-06-01") == ["person:fumio-kishida"]
    assert on("2023-10-01") == []


def test_where_there_is_a_president_no_prime_minister_leads() -> None:
    president = TERM.format("Sanae Takaichi", "president") + "since = 2020\n"
    document = f"2024-01-01 Daily\n{KISHIDA}since = 2021\n{president}{MEETING.format('2023-06-01', 'held')}"

    assert leaders(document) == ["person:sanae-takaichi"]


def a_denied_summit() -> Store:
    return store_of(f"2024-10-01 Post\n{MEETING.format('2024-08-09', 'held')}negated = true\n")


def test_a_meeting_that_is_denied_is_no_meeting_and_never_happened() -> None:
    assert ask("meetings", store=a_denied_summit()) == []
    assert ask("leaders-at-meetings", store=a_denied_summit()) == []
    assert ask("never-held", "date", "status", store=a_denied_summit()) == [("2024-08-09", "cajad:held")]


def test_a_plan_announced_on_its_own_day_is_not_overdue() -> None:
    announced = f"2024-08-09 Post\n{MEETING.format('2024-08-09', 'planned')}"
    planned = f"2024-08-08 Herald\n{MEETING.format('2024-08-09', 'planned')}"

    assert ask("overdue", store=store_of(announced), day="2025") == []
    assert ask("overdue", "date", "last_word", store=store_of(planned), day="2025") == [("2024-08-09", "2024-08-08")]


def test_nothing_is_overdue_that_no_source_has_outlived() -> None:
    plan = f"2024-08-01 Herald\n{MEETING.format('2024-08-09', 'planned')}"

    assert ask("overdue", store=store_of(plan)) == []
    assert len(ask("overdue", store=store_of(plan, f"2024-09-01 Post\n{KISHIDA}"))) == 1


def test_a_fact_is_new_where_nothing_was_published_of_it_before_the_day() -> None:
    store = store_of(
        f"2024-08-01 Herald\n{MEETING.format('2024-08-09', 'planned')}",
        f"2024-08-10 Post\n{MEETING.format('2024-08-09', 'held')}{ISHIBA}",
    )

    assert ask("new-since", "type", "is_new", "claims", "last", store=store, day="2024-08-10") == [
        ("cajad:Office", "true", "1", "2024-08-10"),
        ("cajad:Summit", "false", "1", "2024-08-10"),
    ]
    assert ask("new-since", store=store, day="2024-08-11") == []


def test_a_source_dated_to_a_month_is_new_to_the_end_of_that_month() -> None:
    store = store_of(f"2024-08 Herald\n{KISHIDA}")

    assert ask("new-since", "last", store=store, day="2024-08-31") == [("2024-08-31",)]


def test_a_visit_is_a_dealing_with_the_state_that_is_visited() -> None:
    visit = """[[fact]]
        type = "Visit"
        participant = "Uzbekistan"
        place = "Moscow"
        date = "2024-05"
        status = "held"
        paragraph = 1"""
    store = store_of(f"2024-06-01 Post\n{visit}", f"2024-07-01 Herald\n{MEETING.format('2024-08', 'planned')}")

    assert ask("brokers", store=store) == [("2024", "state:uzbekistan", "1", "0", "1", "0", "1")]


def test_two_dates_that_exclude_each_other_stand_in_one_row() -> None:
    event = 'event = "summit-of-august"\n'
    store = store_of(
        f"2024-09-01 Post\n{MEETING.format('2024-08-09', 'held')}{event}",
        f"2024-09-02 Herald\n{MEETING.format('2024-08-12', 'held')}{event}",
    )

    assert ask("meetings", "date", "claims", "disputes", store=store) == [("2024-08-09 / 2024-08-12", "2", "1")]
