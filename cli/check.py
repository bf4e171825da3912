"""`cajad check`: does the graph keep its own rules?"""

from pathlib import Path

import click

from cajad.cli.options import lang_option, reading_store, store_option
from cajad.cli.tables import visible


@click.command()
@click.option("--shapes/--no-shapes", default=True, help="Also validate against the SHACL shapes (slower).")
@lang_option
@store_option
def check(shapes: bool, lang: str, store_path: Path | None) -> None:
    """Check the graph against the shapes and the checks.

    Each check is a query that must find nothing; what one finds is printed, a line each, with exit code 1.

    \b
    Example:
      cajad check --no-shapes
    """
    from cajad.graph.checking import run_checks, run_shapes

    with reading_store(store_path) as store:
        found = [*run_checks(store, lang), *(run_shapes(store) if shapes else ())]
    for finding in found:
        click.echo(visible(finding))
    click.echo(f"{len(found)} findings." if found else "No findings.", err=True)
    if found:
        raise SystemExit(1)
