"""The reports in data/, and cajad over a store: in this process or in one of its own."""

import inspect
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from cajad.cli import main
from cajad.graph.build import add_graphs
from cajad.graph.store import open_store
from cajad.loaders.readers import read_files
from cajad.ontology.shipped import shipped_triples
from cajad.ontology.vocabulary import Vocabulary

DATA = Path(__file__).parent / "data"
PLANNED = DATA / "2031-03-10-steppe-herald-ministers-to-meet.toml"
HELD = DATA / "2031-05-21-caspian-post-ministers-met.toml"
WATER = DATA / "water.ttl"
HEAD = """
[source]
id = "2031-07-01-test"
title = "A test"
publisher = "Test"
published = 2031-07-01
"""


def shipped_vocabulary() -> Vocabulary:
    return Vocabulary.from_triples(shipped_triples())


def load(store: Path, *files: Path) -> None:
    with open_store(store, write=True) as opened:
        add_graphs(opened, read_files(list(files), shipped_vocabulary()))


def nquads(store: Path) -> bytes:
    with open_store(store) as opened:
        return opened.dump("nquads")


def run(*arguments: str | Path, store: Path | None = None, **options: Any) -> Result:
    """Run the command in this process; standard error is kept apart in every version of click."""
    apart = {"mix_stderr": False} if "mix_stderr" in inspect.signature(CliRunner).parameters else {}
    environment = {"CAJAD_STORE": str(store) if store else None}
    return CliRunner(env=environment, **apart).invoke(main, list(map(str, arguments)), prog_name="cajad", **options)


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-c", "from cajad.cli import main; main(prog_name='cajad')", *map(str, arguments)]


def environment(store: Path, **more: str) -> Mapping[str, str]:
    return {**os.environ, "CAJAD_STORE": str(store), **more}


def process(*arguments: str | Path, store: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a process of its own."""
    return subprocess.run(
        command(*arguments), env=environment(store, **more), capture_output=True, encoding="utf-8", check=False
    )


def facts_file(folder: Path, text: str, *, head: str = HEAD, name: str = "test.toml") -> Path:
    path = folder / name
    path.write_text(f"{head}{text}", encoding="utf-8")
    return path
