"""Help: one line, one example and the same words everywhere, for every command."""

import re
import shlex
from importlib import import_module

import click
import pytest
from store_sample import run

from cajad.cli import COMMANDS, main


def command_of(name: str) -> click.Command:
    return getattr(import_module(f"cajad.cli.{COMMANDS[name][0]}"), name)  # type: ignore[no-any-return]


def examples(name: str) -> list[str]:
    text = command_of(name).help or ""
    return [line.strip() for line in text.partition("Example:")[2].splitlines() if line.strip().startswith("cajad")]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_names_it_and_its_options(name: str) -> None:
    result = run(name, "--help")

    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: cajad {name} ")
    assert "--store PATH" in result.stdout
    assert "CAJAD_STORE" in result.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_in_the_list_of_commands_is_the_first_of_its_own_help(name: str) -> None:
    assert (command_of(name).help or "").splitlines()[0] == COMMANDS[name][1]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    options = [option for option in command_of(name).params if isinstance(option, click.Option)]

    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example_of_itself_that_parses(name: str) -> None:
    lines = examples(name)

    assert lines
    for line in lines:
        words = shlex.split(re.sub(r"\s[>|].*", "", line))
        assert words[1] == name
        command_of(name).make_context(name, words[2:], resilient_parsing=False)


def test_the_help_lists_all_commands_in_the_order_of_work() -> None:
    result = run("--help")

    listed = re.findall(r"^  (\w+) +[A-Z]", result.stdout.partition("Commands:")[2], re.MULTILINE)
    assert result.exit_code == 0
    assert listed == list(COMMANDS)


def test_the_examples_of_the_help_name_commands() -> None:
    lines = [line.split()[1] for line in (main.help or "").splitlines() if line.strip().startswith("cajad ")]

    assert lines
    assert set(lines) <= set(COMMANDS)


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_has_a_short_form(flag: str) -> None:
    assert run("build", flag).stdout == run("build", "--help").stdout


@pytest.mark.parametrize(
    "arguments", [(), ("shwo", "Japan"), ("show",), ("show", "Japan", "--format", "pdf"), ("--x",)]
)
def test_wrong_usage_is_exit_code_2_and_said_on_standard_error(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Usage: cajad" in result.stderr


@pytest.mark.parametrize("day", ["yesterday", "2025-13", "2025-12-20T00:00"])
def test_a_day_that_is_none_is_wrong_usage_with_what_is_allowed(day: str) -> None:
    result = run("show", "Japan", "--as-of", day)

    assert result.exit_code == 2
    assert "allowed are 2025, 2025-12, 2025-12-20" in " ".join(result.stderr.split())
