"""`cajad card`: what the graph holds."""

import json
from pathlib import Path

import click

from cajad.cli.options import as_of_option, format_option, lang_option, reading_store, store_option


@click.command()
@format_option("markdown", "turtle", "json")
@as_of_option
@lang_option
@store_option
def card(format_name: str, as_of: str, lang: str, store_path: Path | None) -> None:
    """Print the dataset card: counts, licence, citation, known gaps.

    `turtle` gives it in DCAT and VoID.

    \b
    Example:
      cajad card > CARD.md
    """
    from cajad.graph.card import EXTRA_PREFIXES, card_markdown, card_triples, dataset_card
    from cajad.ontology.namespaces import PREFIXES
    from cajad.ontology.rdf import turtle_text

    with reading_store(store_path, as_of) as store:
        if format_name == "turtle":
            click.echo(turtle_text(card_triples(store), PREFIXES | EXTRA_PREFIXES), nl=False)
        elif format_name == "json":
            click.echo(json.dumps(dataset_card(store, lang), ensure_ascii=False, indent=2))
        else:
            click.echo(card_markdown(dataset_card(store, lang)), nl=False)
