"""`cajad load` and `cajad forget`: sources and extensions in and out, each in one change."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from cajad.cli.options import store_option, writing_store
from cajad.cli.progress import watched
from cajad.ontology.errors import DataError, Problem
from cajad.ontology.namespaces import ID, JUDGEMENTS
from cajad.ontology.rdf import Iri, iri_part


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--input", "kind", type=click.Choice(["toml", "csv", "ttl"]), default="toml", help="What `-` reads.")
@store_option
def load(files: tuple[Path, ...], kind: str, store_path: Path | None) -> None:
    """Add facts files, tables, judgements or ontology extensions.

    FILES are .toml (facts or judgements), .csv (facts, one a row), .ttl (your words for the ontology), folders
    of these, or `-` for standard input. A source loaded before is replaced. All files load, or none.

    \b
    Example:
      cajad load my-article.toml water.ttl
    """
    from cajad.graph.build import add_graphs, store_vocabulary
    from cajad.loaders.readers import read_files

    with _real_files(files, kind) as paths, writing_store(store_path) as store:
        change = add_graphs(store, read_files(paths, store_vocabulary(store), watched))
    click.echo(f"{len(change.graphs)} loaded ({change.triples} triples changed): {change.facts} facts.", err=True)


@contextmanager
def _real_files(files: tuple[Path, ...], kind: str) -> Iterator[list[Path]]:
    """Give the files meant: those of a folder in alphabetical order, standard input as a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for file in files:
            if str(file) == "-":
                paths.append(Path(folder) / f"stdin.{kind}")
                paths[-1].write_bytes(sys.stdin.buffer.read())
            elif file.is_dir():
                paths += _readable(file)
            else:
                paths.append(file)
        try:
            yield paths
        except DataError as error:  # the file's place is of no use to whoever piped it in
            hidden = f"{folder}{os.sep}"
            raise DataError([Problem(p.where.replace(hidden, ""), p.what) for p in error.problems]) from None


def _readable(folder: Path) -> list[Path]:
    from cajad.loaders.readers import READERS

    found = sorted(path for path in folder.iterdir() if path.suffix in READERS)
    if not found:
        raise DataError([Problem(str(folder), f"holds no file that can be loaded ({', '.join(READERS)})")])
    return found


@click.command()
@click.argument("names", nargs=-1, required=True)
@store_option
def forget(names: tuple[str, ...], store_path: Path | None) -> None:
    """Take sources or extensions out again.

    NAMES are the ids that `cajad sources` lists, or `judgements` for all recorded judgements.
    What was computed from them is computed anew.

    \b
    Example:
      cajad forget 2025-11-27-anewz-first-summit
    """
    from cajad.graph.build import forget_graphs

    with writing_store(store_path) as store:
        known = set(store.graphs())
        change = forget_graphs(store, [_graph(name, known) for name in names])
    click.echo(f"{len(change.graphs)} forgotten ({change.triples} triples changed): {change.facts} facts.", err=True)


def _graph(name: str, known: set[Iri]) -> Iri:
    if name == "judgements":
        return Iri(JUDGEMENTS)
    extension = name.removeprefix("extension:")
    for part in (extension, iri_part(extension)):
        if f"{ID}extension/{part}" in known:
            return Iri(f"{ID}extension/{part}")
    return Iri(f"{ID}source/{name.removeprefix('source:')}")
