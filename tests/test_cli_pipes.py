"""The command among others: pipes, locales, terminals and shells."""

import os
import pty
import shutil
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from store_sample import HELD, PLANNED, command, environment, process

from cajad.cli import COMMANDS

SOURCES = "SELECT ?source ?title { GRAPH ?source { ?source dcterms:title ?title } } ORDER BY ?source"

pytest_plugins = ["fixtures_store"]


@pytest.mark.parametrize(
    "arguments",
    [("export", "--format", "nquads"), ("query", "SELECT ?s ?p ?o { ?s ?p ?o }"), ("view", "meetings", "-o", "-")],
    ids=lambda arguments: arguments[0],
)
def test_a_reader_that_leaves_early_causes_no_traceback(reports: Path, arguments: tuple[str, ...]) -> None:
    with subprocess.Popen(
        command(*arguments), env=environment(reports), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as writer:
        assert writer.stdout
        assert writer.stderr
        writer.stdout.read(10)
        writer.stdout.close()

        assert writer.stderr.read() == b""


def test_a_reader_that_was_never_there_causes_no_traceback(reports: Path) -> None:
    read, write = os.pipe()
    os.close(read)

    done = subprocess.run(
        command("sources"), env=environment(reports), stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)

    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_a_table_in_a_pipe_is_not_cut(reports: Path) -> None:
    done = process("sources", store=reports, COLUMNS="40")

    assert 'Ministers meet in Samarkand, bank lends for "green" canal' in done.stdout


def terminal(arguments: tuple[str, ...], store: Path, columns: int) -> str:
    """Run the command with a terminal as its standard output and give what it shows."""
    outer, inner = pty.openpty()
    termios.tcsetwinsize(inner, (24, columns))
    with subprocess.Popen(command(*arguments), env=environment(store), stdout=inner, stderr=subprocess.PIPE) as shown:
        os.close(inner)
        text = b""
        while True:
            try:
                text += os.read(outer, 65536)
            except OSError:  # Linux says so when the last writer has closed a terminal
                break
        assert shown.wait() == 0
    os.close(outer)
    return text.decode().replace("\r\n", "\n")


def test_a_table_on_a_terminal_is_cut_to_its_width(reports: Path) -> None:
    lines = terminal(("sources",), reports, 70).splitlines()

    assert len(lines) == 4
    assert max(map(len, lines)) <= 70
    assert "…" in lines[2]


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_answers_are_utf_8_whatever_the_locale(reports: Path, locale: dict[str, str]) -> None:
    done = process("show", "Aral Bank", "--lang", "ja", store=reports, **locale)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("アラル銀行\n")


def test_answers_are_utf_8_where_another_encoding_is_asked_for(reports: Path) -> None:
    done = process("query", SOURCES, store=reports, PYTHONIOENCODING="latin-1")

    assert (done.returncode, done.stderr) == (0, "")
    assert "“" not in done.stdout
    assert "─" in done.stdout


def test_commands_are_chained_by_pipes(reports: Path, tmp_path: Path) -> None:
    with subprocess.Popen(
        command("export", "--format", "csv"), env=environment(reports), stdout=subprocess.PIPE
    ) as exported:
        loaded = subprocess.run(
            command("load", "-", "--input", "csv"), env=environment(tmp_path / "store"), stdin=exported.stdout,
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip

    assert (loaded.returncode, loaded.stdout) == (0, "")
    assert loaded.stderr.startswith("2 loaded")
    sources = [
        process("query", SOURCES, "--format", "csv", store=store).stdout for store in (reports, tmp_path / "store")
    ]
    assert sources[0] == sources[1]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_completes_commands_in_the_shell(tmp_path: Path, shell: str) -> None:
    if shell == "bash" and not shutil.which("bash"):
        pytest.skip("click asks bash for its version")

    done = process(store=tmp_path / "store", _CAJAD_COMPLETE=f"{shell}_source")

    assert done.returncode == 0
    assert "_CAJAD_COMPLETE" in done.stdout


def test_the_names_of_commands_are_completed(tmp_path: Path) -> None:
    done = process(store=tmp_path, _CAJAD_COMPLETE="bash_complete", COMP_WORDS="cajad s", COMP_CWORD="1")

    assert sorted(line.rpartition(",")[2] for line in done.stdout.splitlines()) == sorted(
        name for name in COMMANDS if name.startswith("s")
    )


@pytest.mark.parametrize("value", ["", None], ids=["empty", "unset"])
def test_without_a_store_of_ones_own_the_users_data_folder_is_used(tmp_path: Path, value: str | None) -> None:
    own = {**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    own.pop("CAJAD_STORE", None)
    if value is not None:
        own["CAJAD_STORE"] = value

    done = subprocess.run(command("load", PLANNED, HELD), env=own, cwd=tmp_path, capture_output=True, check=False)

    assert done.returncode == 0, done.stderr
    if sys.platform == "linux":
        assert (tmp_path / "data" / "cajad" / "store" / "CURRENT").exists()


def test_the_version_is_printed(reports: Path) -> None:
    done = process("--version", store=reports)

    if "PackageNotFoundError" in done.stderr:
        pytest.skip("cajad runs from its folder and is not installed")
    assert (done.returncode, done.stdout[:6]) == (0, "cajad ")


def test_the_list_of_commands_costs_little_more_than_click(reports: Path) -> None:
    heavy = ("rdflib", "networkx", "numpy", "pyshacl", "pyvis", "pyoxigraph", "cajad.graph.store")
    text = f"""
import sys
from cajad.cli import main
try:
    main(['--help'], prog_name='cajad')
except SystemExit:
    print([name for name in {heavy} if name in sys.modules])
"""

    done = subprocess.run([sys.executable, "-c", text], env=environment(reports), capture_output=True, check=True)

    assert done.stdout.splitlines()[-1] == b"[]"
