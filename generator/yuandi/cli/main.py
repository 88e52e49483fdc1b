"""The command line: parse, call, print, return a number. 0 clean, 1 findings, 2 cannot run."""

import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

import click

from yuandi import __version__
from yuandi.base.errors import YuandiError
from yuandi.base.language import chosen_language

COMMANDS = {
    "check": "check",
    "measures": "measures",
    "baseline": "baseline",
    "changes": "changes",
    "explain": "explain",
    "init": "init",
    "new": "new",
    "import": "importing",
    "build": "build",
    "serve": "serve",
    "publish": "publish",
    "cms": "cms",
    "search": "search",
    "cache": "cache",
    "doctor": "doctor",
    "schema": "schema",
    "lsp": "lsp",
}


class Commands(click.Group):
    """Commands that are imported when they are called, so that a quick build loads only what it needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """All commands, in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return None
        name = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"yuandi.cli.{name}"), name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="yuandi")
def group() -> None:
    """园地：检查并发布学习型组织的学习园地。"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. An error outside the content is printed as one sentence, with exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # not every terminal knows Chinese
    try:
        result = group.main(args=arguments, prog_name="yuandi", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except click.Abort:
        sys.exit(130)
    except YuandiError as error:
        click.echo(f"yuandi: {error.text.say(chosen_language(arguments))}", err=True)
        sys.exit(2)
    sys.exit(result if isinstance(result, int) else 0)
