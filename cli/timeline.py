"""`cajad timeline`: what is believed to have happened, and to come, in order."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cajad.cli.options import as_of_option, format_option, lang_option, reading_store, store_option
from cajad.cli.tables import table, terminal_limit

if TYPE_CHECKING:
    from cajad.graph.reading import Reading
    from cajad.ontology.rdf import Iri

COLUMNS = ("date", "status", "type", "event", "sources", "id")


@click.command()
@click.argument("thing", required=False)
@click.option("--since", default="", help="Only from this day, month or year on.")
@click.option("--until", default="", help="Only up to this day, month or year.")
@format_option("table", "json", "csv")
@as_of_option
@lang_option
@store_option
def timeline(thing: str | None, since: str, until: str, store_path: Path | None, as_of: str, **shown: Any) -> None:
    """List events in the order of their dates.

    With THING (a state, a leader, a forum, a theme …), only events in which it has a part. A date is as precise
    as the sources; a disputed one is listed by its first possible day.

    \b
    Example:
      cajad timeline "Central Asia + Japan Dialogue" --since 2020
    """
    from cajad.graph.finding import find_one
    from cajad.graph.reading import Reading

    with reading_store(store_path, as_of) as store:
        reading = Reading(store)
        about = find_one(thing, reading, shown["lang"]) if thing else None
        facts = [_row(fact, reading, shown["lang"]) for fact in reading.events(about, _first(since), _last(until))]
    click.echo(_formatted(facts, shown["format_name"]))


def _first(text: str) -> str:
    return _date(text).earliest if text else ""


def _last(text: str) -> str:
    return _date(text).latest if text else ""


def _date(text: str) -> Any:
    from cajad.ontology.dates import parse_date

    try:
        return parse_date(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _row(iri: "Iri", reading: "Reading", lang: str) -> dict[str, str]:
    from cajad.ontology.namespaces import compact

    fact = reading.fact(iri)
    status = ("not " if fact["negated"] else "") + fact["status"] + (" (disputed)" if fact["disputed"] else "")
    return {
        "date": fact["date"],
        "status": status,
        "type": fact["type"],
        "event": fact["label"].get(lang) or fact["label"]["en"],
        "sources": str(len({claim["source"] for claim in fact["claims"]})),
        "id": compact(iri),
    }


def _formatted(facts: list[dict[str, str]], format_name: str) -> str:
    if format_name == "json":
        return json.dumps(facts, ensure_ascii=False, indent=2)
    rows = [[fact[column] for column in COLUMNS] for fact in facts]
    if format_name == "csv":
        import csv
        import io

        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([COLUMNS, *rows])
        return text.getvalue().rstrip("\n")
    return table(COLUMNS, rows, terminal_limit())
