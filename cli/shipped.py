"""The facts that come with cajad, put into a store: by `build`, and by every command that meets an empty one."""

import click

from cajad.cli.progress import watched
from cajad.graph.store import Store


def build_shipped(store: Store) -> None:
    """Load the shipped facts into a store and say what came of it."""
    from cajad.graph.build import add_graphs, store_vocabulary
    from cajad.loaders.readers import shipped_facts

    change = add_graphs(store, shipped_facts(store_vocabulary(store), watched))
    sources = sum("/source/" in graph for graph in change.graphs)
    click.echo(f"{sources} sources → {change.facts} facts ({change.triples} triples changed).", err=True)
