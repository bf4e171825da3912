"""`cajad show`: one thing or event in the terminal."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cajad.cli.options import as_of_option, format_option, lang_option, reading_store, store_option
from cajad.cli.tables import visible
from cajad.ontology.rdf import Iri

if TYPE_CHECKING:
    from cajad.graph.reading import Reading


@click.command()
@click.argument("thing")
@format_option("text", "json")
@as_of_option
@lang_option
@store_option
def show(thing: str, format_name: str, as_of: str, lang: str, store_path: Path | None) -> None:
    """Show one thing or event: its facts and who says what, when.

    THING is a name in any language, words of an event's label, or an identifier such as state:japan.

    \b
    Example:
      cajad show "Tokyo summit" --as-of 2025-12-01
    """
    from cajad.graph.finding import find_one
    from cajad.graph.reading import Reading

    with reading_store(store_path, as_of) as store:
        reading = Reading(store)
        found = find_one(thing, reading, lang)
        data = reading.fact(found) if reading.is_fact(found) else reading.entity(found, lang)
        if format_name == "json":
            click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        else:
            click.echo(visible_lines(_fact(data, reading, lang) if "claims" in data else _entity(data, lang)))


def visible_lines(lines: list[str]) -> str:
    """Join lines, each made harmless to a terminal."""
    return "\n".join(map(visible, lines))


def _in(labels: dict[str, str], lang: str) -> str:
    return labels.get(lang) or labels.get("en") or next(iter(labels.values()))


def _state(data: dict[str, Any]) -> str:
    negated = "not " if data["negated"] else ""
    surety = "" if data["certainty"] == "asserted" else f" ({data['certainty']})"
    return f"{negated}{data['status']}{surety}"


def _fact(data: dict[str, Any], reading: "Reading", lang: str) -> list[str]:
    from cajad.ontology.namespaces import compact

    iri = Iri(data["iri"])
    disputed = f"  disputed: {', '.join(data['disputed'])}" if data["disputed"] else ""
    lines = [_in(data["label"], lang), f"{compact(iri)}  {data['type']}  {_state(data)}{disputed}", ""]
    inferred = {role: {reading.label(v, lang) for v in vs} for role, vs in reading.inferred(iri).items()}
    for role, values in reading.role_values(iri, lang).items():
        stated = [v for v in values if v not in inferred.get(role, ())]
        extra = f"  [inferred: {', '.join(sorted(inferred[role]))}]" if role in inferred else ""
        lines.append(f"  {role:<12} {', '.join(stated)}{extra}")
    publishers = {claim["publisher"] for claim in data["claims"]}
    lines += [
        "",
        f"Life-cycle: {len(data['claims'])} claims by {len(publishers)} publishers, in order of publication",
    ]
    for claim in data["claims"]:
        lines += _claim(claim, lang)
    return lines


def _claim(claim: dict[str, Any], lang: str) -> list[str]:
    from cajad.ontology.namespaces import compact

    voice = f", citing {_in(claim['voice'], lang)}" if claim["voice"] else ""
    dated = f" for {claim['date']}" if claim["date"] else ""
    place = f", paragraph {claim['paragraph']}" if claim["paragraph"] else ""
    lines = [
        f"  {claim['published']:<10}  {_state(claim)}{dated}  — {claim['publisher']}{voice}",
        f"              “{claim['title']}”{place}",
    ]
    lines += [f"              {claim['url']}"] if claim["url"] else []
    return [*lines, f"              {compact(claim['iri'])}"]


def _entity(data: dict[str, Any], lang: str) -> list[str]:
    lines = [_in(data["label"], lang), f"{data['curie']}  {data['type']}", ""]
    lines += [f"  {language}: {label}" for language, label in sorted(data["label"].items())]
    lines += [f"  also: {', '.join(data['also'])}"] if data["also"] else []
    lines += [f"  {name}: {', '.join(values)}" for name, values in data["known"].items()]
    for kind, facts in data["facts"].items():
        lines += ["", f"{kind} ({len(facts)})"]
        for fact in facts:
            mark = "  disputed" if fact["disputed"] else ""
            lines.append(f"  {fact['date'] or '–':<22} {_state(fact):<12} {_in(fact['label'], lang)}{mark}")
            lines.append(f"  {'':<22} {fact['curie']}")
    return lines
