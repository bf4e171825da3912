"""Dates as precise as the source and never more: EDTF level 0 days, months, years and intervals."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from cajad.ontology.namespaces import EDTF, XSD

ALLOWED = "allowed are 2025, 2025-12, 2025-12-20 and 2025-12-19/2025-12-20"
_DATATYPES = {4: f"{XSD}gYear", 7: f"{XSD}gYearMonth", 10: f"{XSD}date"}


class PartialDate(NamedTuple):
    """A date's text, its first and last possible day (ISO texts), and the RDF datatype of the text."""

    text: str
    earliest: str
    latest: str
    datatype: str

    def overlaps(self, other: "PartialDate") -> bool:
        """Tell whether some day fits both, so that neither excludes the other."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    @property
    def days(self) -> int:
        """How many days the date may mean: 1 for a day, 366 at most for a year."""
        return (date.fromisoformat(self.latest) - date.fromisoformat(self.earliest)).days + 1


@lru_cache(maxsize=65536)
def parse_date(text: str) -> PartialDate:
    """Read an EDTF level 0 date or interval.

    >>> parse_date("2025-12")[:3]
    ('2025-12', '2025-12-01', '2025-12-31')

    Raises ValueError, saying what is allowed, for anything else.
    """
    if "/" in text:
        first, _, last = text.partition("/")
        start, end = _parse_single(first), _parse_single(last)
        if start.earliest > end.latest:
            raise ValueError(f"{text!r} ends before it starts")
        return PartialDate(text, start.earliest, end.latest, f"{EDTF}EDTF")
    return _parse_single(text)


def _parse_single(text: str) -> PartialDate:
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        raise ValueError(f"{text!r} is no date: {ALLOWED}")
    year, month, day = [*(int(part) for part in text.split("-")), -1, -1][:3]
    first_month, last_month = (1, 12) if month < 0 else (month, month)
    try:
        earliest = date(year, first_month, 1 if day < 0 else day)
        latest = date(year, last_month, monthrange(year, last_month)[1] if day < 0 else day)
    except ValueError:  # month 13 has no monthrange: IllegalMonthError is a ValueError too
        raise ValueError(f"{text!r} is not in the calendar: {ALLOWED}") from None
    return PartialDate(text, earliest.isoformat(), latest.isoformat(), _DATATYPES[len(text)])
