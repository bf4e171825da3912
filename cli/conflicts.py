"""`cajad conflicts`: on what sources disagree, with both voices."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cajad.cli.options import as_of_option, format_option, lang_option, reading_store, store_option
from cajad.cli.tables import visible

if TYPE_CHECKING:
    from cajad.graph.conflicts import Conflict
    from cajad.graph.reading import Reading


@click.command()
@click.argument("thing", required=False)
@format_option("text", "json")
@as_of_option
@lang_option
@store_option
def conflicts(thing: str | None, format_name: str, as_of: str, lang: str, store_path: Path | None) -> None:
    """Show on what sources disagree, side by side.

    With THING, only what it has a part in. `→` marks what the rules believe; where they keep several values,
    the matter is open.

    \b
    Example:
      cajad conflicts "Astana summit"
    """
    from cajad.graph.conflicts import conflicts as find
    from cajad.graph.finding import find_one
    from cajad.graph.reading import Reading

    with reading_store(store_path, as_of) as store:
        reading = Reading(store)
        found = list(find(reading, find_one(thing, reading, lang) if thing else None))
        if format_name == "json":
            click.echo(
                json.dumps([_record(conflict, reading, lang) for conflict in found], ensure_ascii=False, indent=2)
            )
            return
        for conflict in found:
            click.echo("\n".join(map(visible, _lines(conflict, reading, lang))) + "\n")
    click.echo(f"{len(found)} conflict{'' if len(found) == 1 else 's'}.", err=True)


def _lines(conflict: "Conflict", reading: "Reading", lang: str) -> list[str]:
    from cajad.graph.conflicts import property_name, side_label
    from cajad.ontology.namespaces import compact

    lines = [
        f"{reading.label(conflict.fact, lang)}  ({property_name(conflict.property)})",
        f"  {compact(conflict.fact)}",
    ]
    for value, claims in conflict.sides:
        mark = "→" if value in conflict.believed else " "
        lines.append(f"  {mark} {side_label(value, reading, lang)}")
        lines += [f"      {_who(claim, lang)}" for claim in claims]
    return lines


def _who(claim: dict[str, Any], lang: str) -> str:
    voice = claim["voice"].get(lang) or claim["voice"]["en"] if claim["voice"] else ""
    cited = f", citing {voice}" if voice else ""
    reliability = f" [{claim['reliability']}]" if claim["reliability"] else ""
    return f"{claim['published']:<10}  {claim['publisher']}{cited}{reliability}: “{claim['title']}”"


def _record(conflict: "Conflict", reading: "Reading", lang: str) -> dict[str, Any]:
    from cajad.graph.conflicts import property_name, side_label

    return {
        "fact": conflict.fact,
        "label": reading.label(conflict.fact, lang),
        "property": property_name(conflict.property),
        "sides": [
            {
                "value": side_label(value, reading, lang),
                "believed": value in conflict.believed,
                "claims": list(claims),
            }
            for value, claims in conflict.sides
        ],
    }
