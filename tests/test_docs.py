"""The documentation is run: every `cajad` line in a shell block, over the files that the same page shows."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from cajad.cli import COMMANDS, main

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
BLOCK = re.compile(r"^```(\w+)(?: file=(\S+))?\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(page: Path) -> list[tuple[str, str, str]]:
    return BLOCK.findall(page.read_text(encoding="utf-8"))


def commands(page: Path) -> list[str]:
    shell = [text for language, _, text in blocks(page) if language == "sh"]
    return [line for text in shell for line in text.splitlines() if line.startswith("cajad ")]


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=lambda page: page.name)
def test_the_commands_of_a_page_run_in_order_and_succeed(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAJAD_STORE", str(tmp_path / "store"))
    for _, name, text in blocks(page):
        if name:
            (tmp_path / name).write_text(text, encoding="utf-8")

    for line in commands(page):
        result = CliRunner().invoke(main, shlex.split(line)[1:], prog_name="cajad")

        assert result.exit_code == 0, f"{line}\n{result.output}{result.stderr}"


def test_every_command_is_in_the_readme_or_the_docs() -> None:
    words = "".join(page.read_text(encoding="utf-8") for page in PAGES)

    assert [name for name in COMMANDS if f"cajad {name}" not in words] == []


def test_every_link_to_a_file_of_the_repository_leads_to_one() -> None:
    dead = [
        f"{page.name}: {target}"
        for page in PAGES
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]

    assert dead == []


def test_the_message_that_the_readme_shows_is_the_one_that_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = next(text for _, name, text in blocks(ROOT / "README.md") if name == "my-article.toml")
    for _, name, text in blocks(ROOT / "README.md"):
        if name:
            Path(name).write_text(text, encoding="utf-8")
    Path("my-article.toml").write_text(shown.replace("Bishkek", "Bishkekk"), encoding="utf-8")

    result = CliRunner().invoke(main, ["load", "water.ttl", "my-article.toml", "--store", "store"])

    assert result.exit_code == 1
    assert result.stderr.strip() in (ROOT / "README.md").read_text(encoding="utf-8")
