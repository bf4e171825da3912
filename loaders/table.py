"""Facts as a CSV table: one fact a row, the source's keys repeated in each row, `|` between values."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from cajad.ontology.errors import DataError, Problem

SOURCE_COLUMNS = ("title", "publisher", "published", "url", "language", "reliability")
SEPARATOR = "|"


def tables_from_csv(text: str, file: str) -> list[dict[str, Any]]:
    """Group the rows of a CSV table by the source they name, as the tables of one facts file each.

    Raises DataError where the header or a row does not fit.
    """
    rows = csv.DictReader(io.StringIO(text, newline=""))
    header = rows.fieldnames or []
    missing = [name for name in ("source", "type") if name not in header]
    if missing:
        raise DataError([Problem(f"{file}: header", f"no column '{name}'") for name in missing])
    files: dict[str, dict[str, Any]] = {}
    problems: list[Problem] = []
    for number, row in enumerate(rows, 2):
        if None in row or None in row.values():
            problems.append(Problem(f"{file}: row {number}", f"has not {len(header)} cells as the header has"))
            continue
        problems += _add_row(files, row, f"{file}: row {number}")
    if problems:
        raise DataError(problems)
    return list(files.values())


def _add_row(files: dict[str, dict[str, Any]], row: dict[str, str], where: str) -> list[Problem]:
    source = {"id": row["source"]} | {k: row[k] for k in SOURCE_COLUMNS if row.get(k)}
    known = files.setdefault(row["source"], {"source": source, "fact": []})
    known["fact"].append({k: _cell(v) for k, v in row.items() if v and k not in ("source", *SOURCE_COLUMNS)})
    if any(known["source"].get(key) != value for key, value in source.items()):
        return [Problem(where, f"describes source '{row['source']}' otherwise than an earlier row")]
    return []


def _cell(text: str) -> object:
    values = [part.strip() for part in text.split(SEPARATOR)]
    return values if len(values) > 1 else values[0]


def csv_header(role_names: Iterable[str]) -> list[str]:
    """Give the columns a facts table may have."""
    qualifiers = ("status", "certainty", "negated", "voice", "paragraph", "quote", "event")
    return ["source", *SOURCE_COLUMNS, "type", *sorted(role_names), *qualifiers]
