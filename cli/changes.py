"""`cajad changes`: what was learnt, changed or became disputed since a day."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cajad.cli.options import Day, format_option, lang_option, reading_store, store_option
from cajad.cli.tables import visible

if TYPE_CHECKING:
    from cajad.graph.history import Change
    from cajad.graph.naming import Captions

END = "9999-12-31"


@click.command()
@click.option("--since", type=Day(), required=True, help="Compare with what was known at the end of this day.")
@click.option(
    "--as-of", "until", type=Day(), default="", help="… what was known at the end of this one. [default: all]"
)
@format_option("text", "json")
@lang_option
@store_option
def changes(since: str, until: str, format_name: str, lang: str, store_path: Path | None) -> None:
    """Show what was learnt, changed or became disputed since a day.

    Both sides are what the graph believes from what had been published by then.

    \b
    Example:
      cajad changes --since 2025-12-18 --as-of 2025-12-20
    """
    from cajad.graph.build import store_evidence, store_vocabulary
    from cajad.graph.consolidate import labels_of
    from cajad.graph.history import changes_between
    from cajad.graph.naming import Captions

    with reading_store(store_path) as store:
        vocabulary, evidence = store_vocabulary(store), store_evidence(store)
        found = changes_between(evidence, vocabulary, since, until or END)
        captions = Captions(vocabulary, labels_of(evidence.things))
    captions = captions.knowing({change.fact.iri: dict(change.fact.labels) for change in found})
    records = [_record(change, captions, lang) for change in found]
    if format_name == "json":
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
        return
    for record in records:
        click.echo("\n".join(map(visible, _lines(record))))
    kinds = {
        kind: sum(record["kind"] == kind for record in records)
        for kind in ("learnt", "changed", "joined", "withdrawn")
    }
    click.echo(
        ", ".join(f"{number} {kind}" for kind, number in kinds.items() if number) or "Nothing changed.", err=True
    )


def _record(change: "Change", captions: "Captions", lang: str) -> dict[str, Any]:
    from cajad.ontology.namespaces import compact, local_name

    return {
        "kind": change.kind,
        "fact": compact(change.fact.iri),
        "label": dict(change.fact.labels)[lang],
        "status": local_name(change.fact.status),
        "alterations": [
            {
                "property": local_name(alteration.property),
                "before": [captions.label(value, lang) for value in alteration.before],
                "after": [captions.label(value, lang) for value in alteration.after],
            }
            for alteration in change.alterations
        ],
        "claims": [compact(claim) for claim in change.claims],
    }


def _lines(record: dict[str, Any]) -> list[str]:
    lines = [f"{record['kind']:<9} {record['label']}  ({record['status']})", f"{'':<9} {record['fact']}"]
    for alteration in record["alterations"]:
        before, after = (", ".join(alteration[side]) or "–" for side in ("before", "after"))
        lines.append(f"{'':<9}   {alteration['property']}: {before} → {after}")
    return lines
