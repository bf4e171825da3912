"""Dates are as precise as their text, and anything else is refused with what is allowed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cajad.ontology.dates import parse_date

XSD = "http://www.w3.org/2001/XMLSchema#"
SINGLE = st.dates().flatmap(lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]]))
INTERVAL = st.tuples(SINGLE, SINGLE).map(lambda pair: f"{min(pair)}/{max(pair)}")
DATES = st.one_of(SINGLE, INTERVAL)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "datatype"),
    [
        ("2025", "2025-01-01", "2025-12-31", f"{XSD}gYear"),
        ("2025-12", "2025-12-01", "2025-12-31", f"{XSD}gYearMonth"),
        ("2025-02", "2025-02-01", "2025-02-28", f"{XSD}gYearMonth"),
        ("2024-02", "2024-02-01", "2024-02-29", f"{XSD}gYearMonth"),
        ("2025-12-20", "2025-12-20", "2025-12-20", f"{XSD}date"),
        ("2024-02-29", "2024-02-29", "2024-02-29", f"{XSD}date"),
        ("2025-12-19/2025-12-20", "2025-12-19", "2025-12-20", "http://id.loc.gov/datatypes/edtf/EDTF"),
        ("2024/2025-03", "2024-01-01", "2025-03-31", "http://id.loc.gov/datatypes/edtf/EDTF"),
        ("0001", "0001-01-01", "0001-12-31", f"{XSD}gYear"),
        ("9999-12-31", "9999-12-31", "9999-12-31", f"{XSD}date"),
    ],
)
def test_a_date_is_bounded_by_its_first_and_last_possible_day(
    text: str, earliest: str, latest: str, datatype: str
) -> None:
    assert parse_date(text) == (text, earliest, latest, datatype)


@pytest.mark.parametrize(
    "text",
    [
        "", "25", "2025-1", "2025-12-2", "20251220", "12/2025", "2025-12-20T10:00", "2025-12-20 ", " 2025",
        "2025-W51", "2025~", "-2025", "２０２５", "December 2025", "2025/", "/2025", "2025\n",
        "2025-12-19/2025-12-20/2025-12-21",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_what_is_allowed(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no date: allowed are 2025, 2025-12, 2025-12-20 and 2025-12-19/2025"):
        parse_date(text)


@pytest.mark.parametrize(
    "text", ["2025-13", "2025-00", "2025-02-30", "2023-02-29", "2025-04-31", "0000", "2025-01-00", "2025/2025-02-30"]
)
def test_a_date_that_is_not_in_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not in the calendar: allowed are"):
        parse_date(text)


def test_an_interval_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="'2025-12-20/2025-12-19' ends before it starts"):
        parse_date("2025-12-20/2025-12-19")


def test_an_interval_may_end_in_the_month_in_which_it_starts() -> None:
    assert parse_date("2025-12-19/2025-12")[1:3] == ("2025-12-19", "2025-12-31")


@pytest.mark.parametrize(("text", "days"), [("2025-12-20", 1), ("2025-12-19/2025-12-20", 2), ("2024", 366)])
def test_the_days_a_date_may_mean_are_counted(text: str, days: int) -> None:
    assert parse_date(text).days == days


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("2025-12", "2025-12-20", True),
        ("2025", "2025-12-31", True),
        ("2025-11", "2025-12-01", False),
        ("2025-12-19/2025-12-20", "2025-12-20", True),
        ("2025-12-19/2025-12-20", "2025-12-21", False),
    ],
)
def test_dates_overlap_where_one_day_fits_both(one: str, other: str, together: bool) -> None:
    assert parse_date(one).overlaps(parse_date(other)) is together


@given(DATES)
def test_the_bounds_enclose_the_date(text: str) -> None:
    moment = parse_date(text)

    assert moment.earliest <= moment.latest
    assert (date.fromisoformat(moment.latest) - date.fromisoformat(moment.earliest)) == timedelta(moment.days - 1)
    assert parse_date(moment.earliest).overlaps(moment)
    assert parse_date(moment.latest).overlaps(moment)


@given(DATES)
def test_the_text_of_a_date_is_kept(text: str) -> None:
    assert parse_date(text).text == text


@given(DATES, DATES)
def test_overlap_is_the_same_from_either_side(one: str, other: str) -> None:
    assert parse_date(one).overlaps(parse_date(other)) == parse_date(other).overlaps(parse_date(one))


@given(st.text())
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    try:
        assert parse_date(text).text == text
    except ValueError as error:
        assert "\n" not in str(error)
