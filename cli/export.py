"""`cajad export`: the graph in standard formats."""

from pathlib import Path

import click

from cajad.cli.options import as_of_option, format_option, lang_option, reading_store, store_option, write_output

FORMATS = ("trig", "turtle", "nquads", "ntriples", "jsonld", "gexf", "graphml", "csv")


@click.command()
@click.option(
    "-o", "--output", default="-", type=click.Path(path_type=Path, allow_dash=True), help="[default: stdout]"
)
@click.option("--network", default="relations", show_default=True, help="The network for gexf and graphml.")
@format_option(*FORMATS)
@as_of_option
@lang_option
@store_option
def export(output: Path, network: str, format_name: str, as_of: str, lang: str, store_path: Path | None) -> None:
    """Write the graph in a standard format.

    trig, nquads and jsonld hold everything with a named graph for each source; turtle and ntriples the ontology
    and the computed facts; gexf (with dates) and graphml a network; csv every claim, as `cajad load` reads it.

    \b
    Example:
      cajad export --format gexf --network meetings -o meetings.gexf
    """
    from cajad.cli.metrics import read_named_network
    from cajad.graph import export as formats
    from cajad.graph.reading import Reading

    with reading_store(store_path, as_of) as store:
        if format_name == "csv":
            content = formats.claims_csv(store).encode()
        elif format_name in ("gexf", "graphml"):
            graph = formats.labelled(read_named_network(store, network), Reading(store), lang)
            content = (formats.gexf(graph) if format_name == "gexf" else formats.graphml(graph)).encode()
        else:
            content = store.dump(format_name)
    write_output(output, content)
