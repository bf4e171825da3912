"""Recorded judgements on identity: "these two claims speak of the same event", or "of different ones"."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cajad.loaders.document import Judgements
from cajad.loaders.values import as_list, read_date, read_text
from cajad.ontology.errors import DataError, Problem
from cajad.ontology.namespaces import ID, JUDGEMENTS, PREFIXES, XSD
from cajad.ontology.rdf import Iri, Literal, Triple, is_iri
from cajad.ontology.terms import CREATOR, DATED, JUDGEMENT, JUDGES, REASON, TYPE, VERDICT

KEYS = ("verdict", "a", "b", "by", "date", "reason")


def read_judgements(tables: Mapping[str, Any], file: str) -> Judgements:
    """Read the [[judgement]] tables of a file. Raises DataError with every problem."""
    problems = [
        Problem(f"{file}: file", f"unknown key {key!r}: a file of judgements holds nothing but [[judgement]]")
        for key in tables
        if key != "judgement"
    ]
    triples: list[Triple] = []
    for number, table in enumerate(as_list(tables.get("judgement", [])), 1):
        where = f"{file}: judgement {number}"
        found = _problems(table, where)
        problems += found
        if isinstance(table, dict) and not found:
            triples += _judgement(table)
    if problems:
        raise DataError(problems)
    return Judgements(Iri(JUDGEMENTS), tuple(triples))


def judgement_text(table: Mapping[str, str]) -> str:
    """Write a judgement as the [[judgement]] table that `read_judgements` reads."""
    lines = [f"{key} = {json.dumps(table[key], ensure_ascii=False)}" for key in KEYS]
    return "\n".join(["[[judgement]]", *lines, "", ""])


def _problems(table: object, where: str) -> list[Problem]:
    if not isinstance(table, dict):
        return [Problem(where, "write it as a [[judgement]] table")]
    found = [Problem(where, f"unknown key {k!r}: allowed are {', '.join(KEYS)}") for k in table if k not in KEYS]
    found += [Problem(where, f"'{key}' is missing") for key in KEYS if key not in table]
    if found:
        return found
    if table["verdict"] not in ("same", "different"):
        found.append(Problem(where, f"'verdict': {table['verdict']!r} is neither 'same' nor 'different'"))
    found += [
        Problem(where, f"'{key}': {table[key]!r} is no claim, such as 'claim:<source>.<hash>' from cajad show")
        for key in ("a", "b")
        if not _is_claim(table[key])
    ]
    if table["a"] == table["b"]:
        found.append(Problem(where, f"'b': {table['b']!r} is the same claim as 'a'"))
    for key, read in (("date", _read_moment), ("reason", read_text), ("by", read_text)):
        try:
            read(table[key])
        except ValueError as error:
            found.append(Problem(where, f"'{key}': {error}"))
    return found


def _is_claim(value: object) -> bool:
    return isinstance(value, str) and value.startswith("claim:") and is_iri(value)


def _read_moment(value: object) -> Literal:
    """Read a day, or a moment in time: two judgements of one day have an order only with their times."""
    if isinstance(value, datetime):
        value = value.isoformat()
    if isinstance(value, str) and "T" in value:
        return Literal(datetime.fromisoformat(value).isoformat(), f"{XSD}dateTime")
    return read_date(value)


def _judgement(table: Mapping[str, Any]) -> list[Triple]:
    claims = sorted(PREFIXES["claim"] + str(table[key]).removeprefix("claim:") for key in ("a", "b"))
    moment = _read_moment(table["date"])
    digest = hashlib.sha256("\x1f".join([*claims, table["verdict"], moment.text]).encode()).hexdigest()[:10]
    subject = Iri(f"{ID}judgement/{digest}")
    return [
        (subject, TYPE, JUDGEMENT),
        (subject, VERDICT, Literal(table["verdict"])),
        *((subject, JUDGES, Iri(claim)) for claim in claims),
        (subject, REASON, Literal(read_text(table["reason"]))),
        (subject, CREATOR, Literal(read_text(table["by"]))),
        (subject, DATED, moment),
    ]
