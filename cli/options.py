"""Options that commands share, and the store they open."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from cajad.graph.store import Store, open_store
from cajad.ontology.dates import parse_date
from cajad.ontology.errors import CajadError

F = TypeVar("F", bound=Callable[..., Any])

store_option = click.option(
    "--store",
    "store_path",
    type=click.Path(path_type=Path),
    envvar="CAJAD_STORE",
    show_envvar=True,
    help="Folder of the store. [default: a folder of cajad's own among your user data]",
)
lang_option = click.option(
    "--lang",
    type=click.Choice(["en", "ja", "ru"]),
    default="en",
    show_default=True,
    help="Language of the labels.",
)


class Day(click.ParamType):  # type: ignore[type-arg]
    """A day, month or year; read as its last day, so that `2025-11` means "by the end of November"."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the day as ISO text; no day stays none."""
        if value == "":
            return ""
        try:
            return parse_date(str(value)).latest
        except ValueError as error:
            self.fail(str(error), param, ctx)


as_of_option = click.option(
    "--as-of",
    type=Day(),
    default="",
    help="Believe only what had been published by this day (2025-11-30, 2025-11).",
)


def format_option(*formats: str) -> Callable[[F], F]:
    """Give a --format option with these values, the first being the default."""
    return click.option(
        "--format",
        "format_name",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="Output.",
    )


def default_store_path() -> Path:
    """Give the folder used when none is named."""
    from platformdirs import user_data_path

    return user_data_path("cajad", appauthor=False) / "store"


@contextmanager
def writing_store(path: Path | None) -> Iterator[Store]:
    """Open the store to write."""
    with open_store(path or default_store_path(), write=True) as store:
        yield store


@contextmanager
def reading_store(path: Path | None, as_of: str = "") -> Iterator[Store]:
    """Open the store to read, as of a day if one is given.

    An empty store is first built from the shipped facts, and that is said.
    """
    location = path or default_store_path()
    with open_store(location) as store:
        if not store.is_empty():
            yield _as_of(store, as_of)
            return
    from cajad.cli.shipped import build_shipped

    click.echo(f"The store {location} is empty: building it from the facts that come with cajad.", err=True)
    with open_store(location, write=True) as store:
        build_shipped(store)
    with open_store(location) as store:
        yield _as_of(store, as_of)


def write_output(path: Path, content: bytes) -> None:
    """Write to a file, or to standard output for `-`. Raises CajadError where the file cannot be written."""
    if str(path) == "-":
        sys.stdout.buffer.write(content)
        return
    try:
        path.write_bytes(content)
    except OSError as error:
        raise CajadError(f"{path}: {error.strerror}") from None


def _as_of(store: Store, day: str) -> Store:
    if not day:
        return store
    from cajad.graph.build import store_as_of

    return store_as_of(store, day)
