"""`cajad sources`: what the graph has read."""

import json
from pathlib import Path

import click

from cajad.cli.options import format_option, reading_store, store_option
from cajad.cli.tables import table, terminal_limit

COLUMNS = ("published", "publisher", "claims", "reliability", "id", "title", "url")
SOURCES = """SELECT ?source ?published ?publisher ?reliability ?title ?url (COUNT(?claim) AS ?claims) WHERE {
  GRAPH ?source { ?source a cajad:Source ; dcterms:issued ?published ; dcterms:publisher ?publisher ;
      dcterms:title ?title ; cajad:latest ?day .
    OPTIONAL { ?source schema:url ?url } OPTIONAL { ?source cajad:reliability ?reliability }
    OPTIONAL { ?claim cajad:source ?source } }
} GROUP BY ?source ?published ?publisher ?reliability ?title ?url ?day ORDER BY ?day ?source"""


@click.command()
@format_option("table", "json", "csv")
@store_option
def sources(format_name: str, store_path: Path | None) -> None:
    """List the sources in the graph.

    In order of publication, with the number of claims each makes.

    \b
    Example:
      cajad sources --format csv > sources.csv
    """
    from cajad.ontology.namespaces import local_name
    from cajad.ontology.rdf import Literal

    with reading_store(store_path) as store:
        names, rows = store.rows(SOURCES)
        records = []
        for row in rows:
            values = {n: v.text if isinstance(v, Literal) else str(v or "") for n, v in zip(names, row, strict=True)}
            values["id"] = local_name(values["source"])
            values["reliability"] = local_name(values["reliability"])
            records.append([values[column] for column in COLUMNS])
    click.echo(_formatted(records, format_name))


def _formatted(records: list[list[str]], format_name: str) -> str:
    if format_name == "json":
        return json.dumps([dict(zip(COLUMNS, r, strict=True)) for r in records], ensure_ascii=False, indent=2)
    if format_name == "csv":
        import csv
        import io

        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([COLUMNS, *records])
        return text.getvalue().rstrip("\n")
    return table(COLUMNS[:6], [record[:6] for record in records], terminal_limit())
