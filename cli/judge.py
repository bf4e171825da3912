"""`cajad judge`: a recorded decision that two claims speak of the same thing, or of different ones."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cajad.cli.options import default_store_path, store_option, writing_store

if TYPE_CHECKING:
    from cajad.graph.store import Store


@click.command()
@click.argument("verdict", type=click.Choice(["same", "different"]))
@click.argument("a")
@click.argument("b")
@click.option("--reason", required=True, help="Why: it is kept with the judgement.")
@click.option("--by", required=True, help="Who judges.")
@click.option("--file", type=click.Path(path_type=Path), help="The judgements file. [default: beside the store]")
@store_option
def judge(verdict: str, a: str, b: str, reason: str, by: str, file: Path | None, store_path: Path | None) -> None:
    """Record that two claims speak of the same thing, or of different ones.

    A and B are claims, or facts, which stand for their oldest claims; `cajad show` prints the identifiers.
    The judgement is appended to a file that `cajad load` reads, and the facts are computed anew. A later
    judgement on the same two claims overrules an earlier one, so every merge can be undone.

    \b
    Example:
      cajad judge different fact:x fact:y --by me --reason "two talks on one day"
    """
    from cajad.graph.build import add_graphs
    from cajad.loaders.judgements import judgement_text, read_judgements

    location = store_path or default_store_path()
    path = file or location.parent / f"{location.name}-judgements.toml"
    with writing_store(store_path) as store:
        table = {
            "verdict": verdict,
            "a": _claim(a, store),
            "b": _claim(b, store),
            "by": by,
            "date": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "reason": reason,
        }
        change = add_graphs(store, [read_judgements({"judgement": [table]}, "the judgement")])
        with path.open("a", encoding="utf-8") as journal:
            journal.write(judgement_text(table))
    click.echo(f"Recorded in {path} ({change.triples} triples changed): {change.facts} facts.", err=True)


def _claim(text: str, store: "Store") -> str:
    """Give the claim meant by a claim's or a fact's identifier."""
    from cajad.graph.reading import Reading
    from cajad.ontology.errors import QueryError
    from cajad.ontology.namespaces import PREFIXES, compact, expand
    from cajad.ontology.rdf import Iri

    reading = Reading(store)
    iri = Iri(expand(text)) if text.partition(":")[0] in ("claim", "fact") else Iri(text)
    if reading.is_fact(iri):
        return compact(Iri(reading.fact(iri)["claims"][0]["iri"]))
    if iri.startswith(PREFIXES["claim"]) and reading.describe(iri):
        return compact(iri)
    raise QueryError(f"'{text}' is no claim or fact of the graph: 'cajad show' prints their identifiers")
