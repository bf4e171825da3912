"""`cajad load`, `forget` and `sources`: what goes in, what comes out again, and what is said of it."""

import csv
import io
import shutil
from pathlib import Path

import pytest
from store_sample import DATA, HELD, PLANNED, WATER, nquads, run

pytest_plugins = ["fixtures_store"]


def test_loading_says_what_came_of_it_on_standard_error_alone(tmp_path: Path) -> None:
    result = run("load", PLANNED, HELD, store=tmp_path / "store")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("2 loaded (")
    assert result.stderr.endswith(" triples changed): 5 facts.\n")


def test_a_folder_is_loaded_with_all_it_holds(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for path in (PLANNED, WATER):
        shutil.copy(path, folder)
    (folder / "notes.txt").write_text("not for cajad")

    assert run("load", folder, store=tmp_path / "store").stderr.startswith("2 loaded")


def test_a_folder_without_anything_to_load_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not for cajad")

    result = run("load", tmp_path, store=tmp_path / "store")

    assert result.exit_code == 1
    assert result.stderr == f"{tmp_path}: holds no file that can be loaded (.toml, .csv, .ttl)\n"


@pytest.mark.parametrize(("kind", "path"), [("toml", PLANNED), ("ttl", WATER)])
def test_standard_input_is_loaded(tmp_path: Path, kind: str, path: Path) -> None:
    result = run("load", "-", "--input", kind, store=tmp_path / "store", input=path.read_bytes())

    assert (result.exit_code, result.stderr[:8]) == (0, "1 loaded")


def test_the_problems_of_standard_input_name_no_file_of_this_machine(tmp_path: Path) -> None:
    result = run("load", "-", store=tmp_path / "store", input="x = 1")

    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == "stdin.toml: file: unknown key 'x': allowed are source, entity, fact"


def test_a_file_of_mistakes_is_told_line_by_line_and_changes_nothing(own: Path) -> None:
    before = nquads(own)

    result = run("load", WATER, DATA / "mistakes.toml", store=own)

    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 38
    assert all(line.startswith(f"{DATA / 'mistakes.toml'}: ") for line in result.stderr.splitlines())
    assert nquads(own) == before


def test_forgetting_says_what_came_of_it(own: Path) -> None:
    result = run("forget", PLANNED.stem, f"source:{HELD.stem}", store=own)

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("2 forgotten (")
    assert result.stderr.endswith("0 facts.\n")


def test_an_extension_is_forgotten_by_the_name_of_its_file(own: Path, tmp_path: Path) -> None:
    before = nquads(own)
    shutil.copy(WATER, tmp_path / "my water.ttl")

    for name in ("my water", "extension:my%20water"):
        run("load", tmp_path / "my water.ttl", store=own)
        assert nquads(own) != before
        assert run("forget", name, store=own).exit_code == 0
        assert nquads(own) == before


def test_what_is_not_there_cannot_be_forgotten(own: Path) -> None:
    result = run("forget", "nowhere", "never", store=own)

    assert result.exit_code == 1
    assert (
        result.stderr == "nowhere: no such source: see 'cajad sources'\nnever: no such source: see 'cajad sources'\n"
    )


def test_sources_are_listed_in_the_order_of_publication(reports: Path) -> None:
    rows = list(csv.reader(io.StringIO(run("sources", "--format", "csv", store=reports).stdout)))

    assert rows == [
        ["published", "publisher", "claims", "reliability", "id", "title", "url"],
        ["2031-03-10", "Steppe Herald", "3", "secondary", PLANNED.stem,
         "Foreign ministers of six countries to meet in Samarkand",
         "https://example.org/steppe-herald/ministers-to-meet"],
        ["2031-05-21", "Caspian Post", "3", "primary", HELD.stem,
         'Ministers meet in Samarkand, bank lends for "green" canal',
         "https://example.org/caspian-post?id=7&part=a%7Cb"],
    ]  # fmt: skip
