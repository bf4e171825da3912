"""The `cajad` command: each command is options, one call and one print.

Commands are imported when they are run, so that `cajad --help` costs little more than click.
"""

import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from cajad.ontology.errors import CajadError

# name: (module, one line of help); a test compares the lines with the commands' own.
COMMANDS = {
    "build": ("build", "Build the graph from the facts that come with cajad."),
    "load": ("load", "Add facts files, tables, judgements or ontology extensions."),
    "forget": ("load", "Take sources or extensions out again."),
    "sources": ("sources", "List the sources in the graph."),
    "query": ("query", "Ask a named question, or run any SPARQL."),
    "show": ("show", "Show one thing or event: its facts and who says what, when."),
    "timeline": ("timeline", "List events in the order of their dates."),
    "changes": ("changes", "Show what was learnt, changed or became disputed since a day."),
    "conflicts": ("conflicts", "Show on what sources disagree, side by side."),
    "judge": ("judge", "Record that two claims speak of the same thing, or of different ones."),
    "metrics": ("metrics", "Measure a network of the graph."),
    "view": ("view", "Draw a network as one offline HTML page."),
    "card": ("card", "Print the dataset card: counts, licence, citation, known gaps."),
    "check": ("check", "Check the graph against the shapes and the checks."),
    "export": ("export", "Write the graph in a standard format."),
    "schema": ("schema", "Print the JSON Schema of facts files."),
}


class LazyGroup(click.Group):
    """A group that imports a command's module only when that command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Name the commands in the order of work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import and give a command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"cajad.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; our own errors become plain lines and exit code 1, bugs keep their traceback."""
        _speak_utf8()
        try:
            return super().invoke(ctx)
        except CajadError as error:
            from cajad.cli.tables import visible

            click.echo("\n".join(map(visible, str(error).split("\n"))), err=True)
            sys.exit(1)


def _speak_utf8() -> None:
    """Write UTF-8 to files and pipes whatever the locale; a terminal shows ? for a character it lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.encoding.lower() not in ("utf-8", "utf8"):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8")


def _print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"cajad {version('cajad')}")
        ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version.",
)
def main() -> None:
    """A knowledge graph of Japan–Central Asia relations.

    It keeps what each source said, when, how surely and in whose voice, and computes what to believe.

    \b
    Example:
      cajad query meetings
      cajad show "Tokyo summit"
      cajad view --open

    Shell completion (bash): eval "$(_CAJAD_COMPLETE=bash_source cajad)"
    """
