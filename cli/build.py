"""`cajad build`: the shipped facts into the store."""

from pathlib import Path

import click
from cajad.cli.options import store_option, watched, writing_store
from cajad.graph.store import Store


def build_shipped(store: Store) -> None:
    """Load the shipped facts into a store and say what came of it."""
    from cajad.graph.build import add_graphs, store_vocabulary
    from cajad.loaders.readers import shipped_facts

    change = add_graphs(store, shipped_facts(store_vocabulary(store), watched))
    sources = sum("/source/" in graph for graph in change.graphs)
    click.echo(f"{sources} sources → {change.facts} facts ({change.triples} triples changed).", err=True)


@click.command()
@store_option
def build(store_path: Path | None) -> None:
    """Build the graph from the facts that come with cajad.

    Sources of your own that are in the store stay; building twice changes nothing.

    \b
    Example:
      cajad build --store ./graph
    """
    with writing_store(store_path) as store:
        build_shipped(store)
