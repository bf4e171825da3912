"""`cajad build`: the shipped facts into the store."""

from pathlib import Path

import click

from cajad.cli.options import store_option, writing_store
from cajad.cli.shipped import build_shipped


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
