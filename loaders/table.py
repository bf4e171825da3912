"""Facts as a CSV table: one fact or thing a row, the source's keys repeated in each row, `|` between values.

A row with an `entity` introduces a thing: its names stand in `label` as `en=…|ja=…`.
"""

import csv
import io
import re
from typing import Any

from cajad.ontology.errors import DataError, Problem

SOURCE_COLUMNS = ("title", "publisher", "published", "url", "language", "reliability")
SEPARATOR = "|"


def tables_from_csv(text: str, file: str) -> list[dict[str, Any]]:
    """Group the rows of a CSV table by the source they name, as the tables of one facts file each.

    Raises DataError where the header or a row does not fit.
    """
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        return _tables(rows, file)
    except csv.Error as error:
        raise DataError([Problem(f"{file}: line {rows.line_num + 1}", f"is not CSV: {error}")]) from None


def _tables(rows: "csv.DictReader[str]", file: str) -> list[dict[str, Any]]:
    header = list(rows.fieldnames or [])
    missing = [name for name in ("source", "type") if name not in header]
    problems = [Problem(f"{file}: header", f"no column '{name}'") for name in missing]
    repeated = sorted({name for name in header if header.count(name) > 1})
    problems += [Problem(f"{file}: header", f"several columns {name!r}") for name in repeated]
    if problems:
        raise DataError(problems)
    files: dict[str, dict[str, Any]] = {}
    for number, row in enumerate(rows, 2):
        if None in row or None in row.values():
            problems.append(Problem(f"{file}: row {number}", f"has not {len(header)} cells as the header has"))
            continue
        problems += _add_row(files, row, f"{file}: row {number}")
    if not files and not problems:
        problems.append(Problem(file, "no row below the header: a table states at least one fact"))
    if problems:
        raise DataError(problems)
    return list(files.values())


def _add_row(files: dict[str, dict[str, Any]], row: dict[str, str], where: str) -> list[Problem]:
    source = {"id": row["source"]} | {k: row[k] for k in SOURCE_COLUMNS if row.get(k)}
    known = files.setdefault(row["source"], {"source": source, "fact": []})
    cells = {k: _cell(v) for k, v in row.items() if v and k not in ("source", *SOURCE_COLUMNS)}
    if "entity" in cells:
        known.setdefault("entity", []).append(_entity(cells))
    else:
        known["fact"].append(cells)
    if any(known["source"].get(key) != value for key, value in source.items()):
        return [Problem(where, f"describes source {row['source']!r} otherwise than an earlier row")]
    return []


def _entity(cells: dict[str, Any]) -> dict[str, Any]:
    names = cells.get("label", [])
    pairs = [name.partition("=") for name in ([names] if isinstance(names, str) else names)]
    labels = {language if equals else "en": name if equals else language for language, equals, name in pairs}
    others = {key: value for key, value in cells.items() if key not in ("entity", "label")}
    return {"id": cells["entity"], **({"label": labels} if labels else {}), **others}


def _cell(text: str) -> object:
    """Part a cell into its values; a backslash before `|` or itself makes it an ordinary character."""
    values = [""]
    for piece in re.findall(r"\\[\\|]|[^\\|]+|.", text, re.DOTALL):
        if piece == SEPARATOR:
            values.append("")
        else:
            values[-1] += piece[1:] if len(piece) == 2 and piece[0] == "\\" else piece
    values = [value.strip() for value in values]
    return values if len(values) > 1 else values[0]
