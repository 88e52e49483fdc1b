"""The command line: parse, call, print, return a number. 0 clean, 1 findings, 2 cannot run."""

import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click

from yuandi import __version__
from yuandi.cli.build import build, serve
from yuandi.cli.check import check
from yuandi.cli.explain import explain
from yuandi.cli.init import init
from yuandi.cli.new import new
from yuandi.cli.options import chosen_language
from yuandi.errors import YuandiError

COMMANDS = (check, explain, init, new, build, serve)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="yuandi")
def group() -> None:
    """园地：检查并发布学习型组织的学习园地。"""


for _command in COMMANDS:
    group.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; what is wrong outside the content is said in one sentence, with exit status 2."""
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
