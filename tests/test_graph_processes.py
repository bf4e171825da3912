"""The store among processes: killed writers leave it as before or as after, readers see one or the other."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from store_sample import HELD, PLANNED, command, environment, load, nquads, process

from cajad.graph.store import open_store

# Replaces the contents of two graphs by 1500 triples "1", then "2", and so on, saying so each time.
WRITER = """
import itertools, sys, time
from cajad.graph.store import open_store
from cajad.ontology.rdf import Iri, Literal
with open_store(sys.argv[1], write=True) as store:
    for number in itertools.count(1):
        said = [(Iri(f"https://e.org/{n}"), Iri("https://e.org/p"), Literal(str(number))) for n in range(1500)]
        store.replace({None: said, Iri("https://e.org/g"): said})
        print(number, flush=True)
        time.sleep(0.05)
"""
pytest_plugins = ["fixtures_store"]

BUSY = "is being written by another process: try again when it is done"


@contextmanager
def running(arguments: list[str], **options: Any) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a process and kill it on leaving."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "bufsize": 0}
    with subprocess.Popen(arguments, **pipes, **options) as found:
        try:
            yield found
        finally:
            found.kill()


def writing(store: Path) -> AbstractContextManager["subprocess.Popen[bytes]"]:
    return running([sys.executable, "-c", WRITER, str(store)])


def said_until(writer: "subprocess.Popen[bytes]", count: int) -> int:
    assert writer.stdout
    return max(int(writer.stdout.readline()) for _ in range(count))


def contents(store: Path) -> set[tuple[str, int]]:
    """Give which numbers the two graphs hold and how often."""
    with open_store(store) as opened:
        _, rows = opened.rows(
            "SELECT ?g ?o (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } GROUP BY ?g ?o"
        )
        return {(row[1].text, int(row[2].text)) for row in rows}  # type: ignore[union-attr]


@pytest.mark.parametrize("moment", range(4))
def test_a_killed_change_leaves_all_graphs_as_before_or_all_as_after(tmp_path: Path, moment: int) -> None:
    with writing(tmp_path / "store") as writer:
        done = said_until(writer, 2)
        time.sleep(0.05 + moment * 0.011)  # a change takes tens of milliseconds: the kill falls at any step of one

    ((number, times),) = contents(tmp_path / "store")
    assert times == 1500
    assert int(number) >= done


@pytest.mark.parametrize("files", [1, 4, 5, 7])
def test_a_store_whose_making_was_killed_can_be_made_again(tmp_path: Path, files: int) -> None:
    store = tmp_path / "store"
    with running(command("load", PLANNED), env=environment(store)) as loading:
        while loading.poll() is None and not (store.is_dir() and len(list(store.iterdir())) >= files):
            time.sleep(0.001)

    with open_store(store) as reader:
        assert reader.is_empty() or len(reader.graphs()) == 1
    assert process("load", PLANNED, store=store).returncode == 0
    assert b"Steppe Herald" in nquads(store)


@pytest.mark.parametrize("names", [["LOCK", "LOG"], ["LOCK", "LOG", "IDENTITY", "MANIFEST-000001", "000001.dbtmp"]])
def test_the_first_files_of_a_store_are_an_empty_store(tmp_path: Path, names: list[str]) -> None:
    for name in names:
        (tmp_path / name).touch()

    with open_store(tmp_path) as reader:
        assert reader.is_empty()
    load(tmp_path, PLANNED)
    assert b"Steppe Herald" in nquads(tmp_path)


def test_a_killed_load_leaves_the_store_as_before_or_as_after(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    load(before, PLANNED)
    load(after, PLANNED, HELD)
    allowed = {nquads(before), nquads(after)}

    for moment in range(3):
        store = Path(shutil.copytree(before, tmp_path / f"store{moment}"))
        known = set(store.iterdir())
        with running(command("load", HELD), env=environment(store)) as loading:
            while loading.poll() is None and len(set(store.iterdir()) - known) <= moment:
                time.sleep(0.001)

        assert nquads(store) in allowed


def test_readers_beside_a_writer_see_one_whole_state(tmp_path: Path) -> None:
    with writing(tmp_path / "store") as writer:
        said_until(writer, 1)
        seen = [contents(tmp_path / "store") for _ in range(15)]

    assert all(len(state) == 1 and next(iter(state))[1] == 1500 for state in seen)
    assert len({number for ((number, _),) in seen}) > 1


def test_several_commands_read_while_another_process_writes(own: Path) -> None:
    with open_store(own, write=True):
        readers = [
            subprocess.Popen(command("sources", "--format", "csv"), env=environment(own), stdout=subprocess.PIPE)
            for _ in range(3)
        ]
        answers = [reader.communicate()[0] for reader in readers]

    assert [answer.count(b"\n") for answer in answers] == [3, 3, 3]


@pytest.mark.parametrize("arguments", [("load", HELD), ("build",), ("forget", PLANNED.stem)], ids=lambda a: a[0])
def test_a_second_writer_gets_one_line_and_exit_code_1(own: Path, arguments: tuple[str, ...]) -> None:
    with open_store(own, write=True):
        second = process(*arguments, store=own)

    assert (second.returncode, second.stdout) == (1, "")
    assert second.stderr == f"the store {own} {BUSY}\n"


def test_a_second_writer_changes_nothing(own: Path) -> None:
    before = nquads(own)
    with open_store(own, write=True):
        process("forget", PLANNED.stem, store=own)

    assert nquads(own) == before


def ordinary(*arguments: str | Path, store: Path) -> "subprocess.CompletedProcess[str]":
    """Run the command as a user whom file permissions bind: root first gives up its right to pass over them."""
    bound = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    if bound and not shutil.which("setpriv"):
        pytest.skip("root passes over permissions, and setpriv is not there to change that")
    return subprocess.run(
        [*bound, *command(*arguments)], env=environment(store), capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize(("arguments", "code"), [(("load", str(HELD)), 1), (("sources",), 0)], ids=["write", "read"])
def test_a_folder_that_may_not_be_written_can_be_read(own: Path, arguments: tuple[str, ...], code: int) -> None:
    for path in (*own.iterdir(), own):
        path.chmod(0o555 if path.is_dir() else 0o444)

    done = ordinary(*arguments, store=own)
    own.chmod(0o755)

    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith(f"the store {own} cannot be opened: ") if code else "Steppe Herald" in done.stdout


def test_a_folder_that_may_not_be_entered_is_refused_in_one_line(own: Path) -> None:
    own.parent.chmod(0)

    done = ordinary("sources", store=own)
    own.parent.chmod(0o700)

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(f"the store {own} cannot be opened: ")
