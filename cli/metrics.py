"""`cajad metrics`: measures of a network, and the facts they rest on."""

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cajad.cli.options import as_of_option, format_option, lang_option, reading_store, store_option
from cajad.cli.tables import table, terminal_limit

if TYPE_CHECKING:
    import networkx as nx

    from cajad.graph.reading import Reading
    from cajad.graph.store import Store

MEASURE_NAMES = ("degree", "strength", "betweenness", "closeness", "pagerank", "constraint", "community")


@click.command()
@click.argument("network", default="meetings")
@click.option("-p", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter of the network's query.")
@click.option("--by-year", is_flag=True, help="Measure each year by itself.")
@click.option("--status", "statuses", multiple=True, help="Only facts of this status; again for several.")
@click.option("--measure", "measures", multiple=True, type=click.Choice(MEASURE_NAMES), help="[default: all]")
@click.option("--facts", "thing", metavar="THING", help="List the facts that a thing's numbers rest on.")
@click.option("--top", type=click.IntRange(1), help="Only so many nodes.")
@format_option("table", "csv", "json")
@as_of_option
@lang_option
@store_option
def metrics(network: str, parameters: tuple[str, ...], store_path: Path | None, as_of: str, **options: Any) -> None:
    """Measure a network of the graph.

    NETWORK is a network by name (meetings, forums, ties … see `cajad view --list`) or a .rq file.

    \b
    Example:
      cajad metrics meetings --status held --by-year --measure betweenness
      cajad metrics meetings --facts Kazakhstan
    """
    from cajad.graph.reading import Reading

    with reading_store(store_path, as_of) as store:
        reading = Reading(store)
        graph = read_named_network(store, network, parameters, options["statuses"])
        if options["thing"]:
            click.echo(_facts(graph, options["thing"], reading, options["lang"]))
            return
        rows = _rows(graph, reading, options)
        header = (["year"] if options["by_year"] else []) + ["node", *(options["measures"] or MEASURE_NAMES)]
        click.echo(_formatted(header, rows, options["format_name"]))


def read_named_network(
    store: "Store", network: str, parameters: tuple[str, ...] = (), statuses: tuple[str, ...] = ()
) -> "nx.MultiDiGraph":
    """Run a network query by name, file or text and give its network."""
    from cajad.cli.query import bound_query
    from cajad.graph.network import read_network, with_status

    names, rows = store.rows(bound_query(network, parameters, store, kind="network"))
    graph = read_network(names, rows)
    return with_status(graph, statuses) if statuses else graph


def _rows(graph: "nx.MultiDiGraph", reading: "Reading", options: dict[str, Any]) -> list[list[Any]]:
    from cajad.graph.metrics import measure, measure_by_year
    from cajad.ontology.rdf import Iri

    measures = options["measures"] or MEASURE_NAMES
    measured: dict[Any, dict[str, dict[str, float]]] = (
        dict(measure_by_year(graph, measures)) if options["by_year"] else {"": measure(graph, measures)}
    )
    rows = []
    for year, nodes in measured.items():
        ranked = sorted(nodes, key=lambda node: (*(-nodes[node][m] for m in measures if m != "community"), node))
        for node in ranked[: options["top"]]:
            label = reading.label(Iri(node), options["lang"]) if ":" in node else node
            rows.append([*([year] if options["by_year"] else []), label, *(nodes[node][m] for m in measures)])
    return rows


def _facts(graph: "nx.MultiDiGraph", thing: str, reading: "Reading", lang: str) -> str:
    from cajad.graph.finding import find_anything
    from cajad.graph.network import facts_of
    from cajad.ontology.errors import QueryError
    from cajad.ontology.namespaces import compact
    from cajad.ontology.rdf import Iri

    found = [iri for iri in find_anything(thing, reading) if iri in graph]
    if len(found) != 1:
        raise QueryError(f"'{thing}' names {len(found)} nodes of the network, not one")
    facts = [reading.fact(Iri(fact)) for fact in facts_of(graph, found[0])]
    rows = [
        [fact["date"], fact["status"], fact["label"].get(lang, fact["label"]["en"]), compact(fact["iri"])]
        for fact in sorted(facts, key=lambda fact: (fact["earliest"], fact["iri"]))
    ]
    return table(["date", "status", "fact", "id"], rows, terminal_limit())


def _formatted(header: list[str], rows: list[list[Any]], format_name: str) -> str:
    if format_name == "json":
        return json.dumps([dict(zip(header, row, strict=True)) for row in rows], ensure_ascii=False, indent=2)
    if format_name == "csv":
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([header, *rows])
        return text.getvalue().rstrip("\n")
    return table(header, [[_number(value) for value in row] for row in rows], terminal_limit())


def _number(value: object) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
