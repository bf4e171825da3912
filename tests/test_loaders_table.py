"""CSV tables: rows grouped by source, `|` between values, and every bad row reported with its number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cajad.loaders.table import tables_from_csv
from cajad.ontology.errors import DataError

HEADER = "source,title,publisher,published,type,party,status,paragraph\n"


def problems(text: str) -> list[str]:
    with pytest.raises(DataError) as refusal:
        tables_from_csv(text, "facts.csv")
    return [str(problem) for problem in refusal.value.problems]


def test_rows_of_a_source_become_the_tables_of_one_file() -> None:
    text = (
        f"{HEADER}a,A,P,2031,Tie,Japan|China,,1\nb,B,P,2031-05,Tie,Japan | Russia,,2\na,A,P,2031,Tie,Japan,held,3\n"
    )

    assert tables_from_csv(text, "facts.csv") == [
        {
            "source": {"id": "a", "title": "A", "publisher": "P", "published": "2031"},
            "fact": [
                {"type": "Tie", "party": ["Japan", "China"], "paragraph": "1"},
                {"type": "Tie", "party": "Japan", "status": "held", "paragraph": "3"},
            ],
        },
        {
            "source": {"id": "b", "title": "B", "publisher": "P", "published": "2031-05"},
            "fact": [{"type": "Tie", "party": ["Japan", "Russia"], "paragraph": "2"}],
        },
    ]


def test_a_row_with_an_entity_introduces_a_thing() -> None:
    rows = "a,Organisation,organisation:b,en=Bank|ja=銀行,B|The Bank\na,Voice,voice:c,Clerks,\n"
    text = f"source,type,entity,label,alt\n{rows}"

    assert tables_from_csv(text, "facts.csv")[0]["entity"] == [
        {
            "id": "organisation:b",
            "label": {"en": "Bank", "ja": "銀行"},
            "type": "Organisation",
            "alt": ["B", "The Bank"],
        },
        {"id": "voice:c", "label": {"en": "Clerks"}, "type": "Voice"},
    ]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("a|b", ["a", "b"]),
        (r"a\|b", "a|b"),
        (r"a\\|b", ["a\\", "b"]),
        (r"a\\\|b", "a\\|b"),
        (r"C:\temp", r"C:\temp"),
        (r"a\ ", "a\\"),
        (" a | b ", ["a", "b"]),
        ("a|", ["a", ""]),
    ],
)
def test_a_backslash_makes_the_separator_an_ordinary_character(cell: str, value: object) -> None:
    (table,) = tables_from_csv(f"source,type,name\na,Incident,{cell}\n", "facts.csv")

    assert table["fact"][0]["name"] == value


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])).map(str.strip).filter(bool), min_size=1))
def test_any_texts_can_be_the_values_of_a_cell(texts: list[str]) -> None:
    cell = "|".join(text.replace("\\", "\\\\").replace("|", "\\|") for text in texts)
    quoted = cell.replace('"', '""')

    (table,) = tables_from_csv(f'source,type,name\na,Incident,"{quoted}"\n', "facts.csv")

    assert table["fact"][0]["name"] == (texts if len(texts) > 1 else texts[0])


def test_a_quoted_cell_may_hold_commas_quotes_and_lines() -> None:
    (table,) = tables_from_csv('source,type,name\r\na,Incident,"one, ""two""\r\nthree"\r\n', "facts.csv")

    assert table["fact"][0]["name"] == 'one, "two"\r\nthree'


def test_missing_and_repeated_columns_are_reported_together() -> None:
    assert problems("sauce,theme,theme,party,party\n") == [
        "facts.csv: header: no column 'source'",
        "facts.csv: header: no column 'type'",
        "facts.csv: header: several columns 'party'",
        "facts.csv: header: several columns 'theme'",
    ]


def test_an_empty_file_has_no_columns() -> None:
    assert problems("") == ["facts.csv: header: no column 'source'", "facts.csv: header: no column 'type'"]


def test_a_header_without_rows_is_reported() -> None:
    assert problems(HEADER) == ["facts.csv: no row below the header: a table states at least one fact"]


def test_rows_that_are_too_long_or_too_short_are_all_reported() -> None:
    assert problems("source,type\na,Tie\na\na,Tie,more\n") == [
        "facts.csv: row 3: has not 2 cells as the header has",
        "facts.csv: row 4: has not 2 cells as the header has",
    ]


def test_a_source_described_in_two_ways_is_reported() -> None:
    assert problems("source,title,type\na,A,Tie\na,B,Tie\na,,Tie\n") == [
        "facts.csv: row 3: describes source 'a' otherwise than an earlier row"
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('source,type\na,"Tie\n', "facts.csv: line 2: is not CSV: unexpected end of data"),
        ('source,type\na,"Tie"x\n', "facts.csv: line 2: is not CSV: ',' expected after '\"'"),
        (
            f"source,type\na,{'x' * 200_000}\n",
            "facts.csv: line 2: is not CSV: field larger than field limit (131072)",
        ),
    ],
    ids=["open quote", "text after quote", "huge cell"],
)
def test_what_is_no_csv_is_reported_with_its_line(text: str, problem: str) -> None:
    assert problems(text) == [problem]
