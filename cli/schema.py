"""`cajad schema`: what files may hold, for editors and machines."""

import json
from pathlib import Path

import click

from cajad.cli.options import store_option


@click.command()
@click.argument("kind", type=click.Choice(["facts"]))
@store_option
def schema(kind: str, store_path: Path | None) -> None:  # noqa: ARG001 - one kind so far
    """Print the JSON Schema of facts files.

    It is made from the ontology, with the extensions that are in the store, and gives completion and checking
    in editors that know JSON Schema for TOML.

    \b
    Example:
      cajad schema facts > facts.schema.json
    """
    from cajad.cli.options import default_store_path
    from cajad.graph.build import store_vocabulary
    from cajad.graph.store import open_store
    from cajad.loaders.schema import facts_schema

    with open_store(store_path or default_store_path()) as store:
        click.echo(json.dumps(facts_schema(store_vocabulary(store)), ensure_ascii=False, indent=2))
