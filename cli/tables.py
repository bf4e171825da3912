"""Rows of terms as a table for people: labels for IRIs, cut to the terminal's width but never in a pipe."""

import os
import sys
import unicodedata
from collections.abc import Sequence

GAP = "  "


def width(text: str) -> int:
    """Tell how many columns of a terminal a text takes: two for each wide (East Asian) character."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def visible(text: str) -> str:
    """Make control and bidirectional override characters harmless to a terminal."""
    return "".join(" " if unicodedata.category(c) in ("Cc", "Cf") else c for c in text)


def table(header: Sequence[str], rows: Sequence[Sequence[str]], limit: int | None = None) -> str:
    """Lay out rows under a header; with a limit, the widest columns are cut until a line fits it."""
    cells = [[visible(cell) for cell in row] for row in [header, *rows]]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    if limit:
        widths = _fit(widths, limit - len(GAP) * (len(widths) - 1))
    lines = [GAP.join(_pad(cell, w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in cells]
    rule = GAP.join("─" * w for w in widths)
    return "\n".join([lines[0], rule, *lines[1:]])


def terminal_limit() -> int | None:
    """Give the width of the terminal, or None where output goes to a file or a pipe."""
    return os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else None


def _fit(widths: Sequence[int], room: int) -> list[int]:
    fitted = list(widths)
    while sum(fitted) > room and max(fitted) > 8:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted


def _pad(text: str, columns: int) -> str:
    if width(text) > columns:
        while width(text) > columns - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (columns - width(text))
