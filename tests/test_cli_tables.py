"""Tables for people: columns in line in any script, cut only where a terminal is too narrow."""

import pytest

from cajad.cli.tables import table, visible, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [("Japan", 5), ("日本", 4), ("カザフスタン", 12), ("Казахстан", 9), ("é", 1), ("e\u0301", 1), ("", 0)],
)
def test_wide_letters_take_two_columns_and_marks_none(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Japan 日本", "Japan 日本"),
        ("\x1b[31mred\x1b[0m", " [31mred [0m"),
        ("\u202eabc\u202c", " abc "),
        ("a\r\nb\tc", "a  b c"),
        ("\x00\x07\x7f\x9b", "    "),
        ("\u2066x\u2069\u200b\ufeff", " x   "),
    ],
)
def test_what_a_terminal_obeys_is_shown_as_space(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_columns_stand_in_line_in_any_script() -> None:
    assert table(["name", "n"], [["日本", "1"], ["Kyrgyzstan", "22"]]).splitlines() == [
        "name        n",
        "──────────  ──",
        "日本        1",
        "Kyrgyzstan  22",
    ]


def test_a_table_without_rows_is_its_header() -> None:
    assert table(["name", "n"], []) == "name  n\n────  ─"


def test_without_a_limit_nothing_is_cut() -> None:
    assert "x" * 500 in table(["name"], [["x" * 500]])


def test_the_widest_columns_are_cut_to_the_limit() -> None:
    lines = table(["id", "title"], [["a1", "x" * 50], ["b2", "short"]], 20).splitlines()

    assert lines[2] == "a1  xxxxxxxxxxxxxxx…"
    assert lines[3] == "b2  short"


def test_a_wide_letter_is_not_cut_in_half() -> None:
    lines = table(["title"], [["日" * 20]], 10).splitlines()

    assert lines[2] == "日日日日…"
    assert width(lines[2]) == 9


def test_columns_of_a_hopeless_terminal_keep_eight_letters() -> None:
    lines = table(["title", "other"], [["x" * 50, "y" * 50]], 5).splitlines()

    assert lines[2] == "xxxxxxx…  yyyyyyy…"
