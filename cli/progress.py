"""How far long work is, told on standard error to a person who watches."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

MANY = 50  # files; fewer are read before anyone could wonder


def watched(paths: list[Path]) -> Iterator[Path]:
    """Give files one by one, showing how far they are where a person watches and there are many."""
    if len(paths) < MANY or not os.isatty(2):
        yield from paths
        return
    with click.progressbar(paths, label="Reading", file=sys.stderr) as bar:
        yield from bar
    click.echo("Computing what to believe …", err=True)
