"""Options that several commands share."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from yuandi.text import LANGS, Lang, Text

VARIABLE = "YUANDI_LANG"

portal_argument: Callable[[Any], Any] = click.argument(
    "portal", type=click.Path(file_okay=False, path_type=Path), default="."
)
as_of_option: Callable[[Any], Any] = click.option("--as-of", metavar="DATE", help="按哪一天计算，如 2026-03-05。")
lang_option: Callable[[Any], Any] = click.option(
    "--lang", type=click.Choice(LANGS), default="zh", envvar=VARIABLE, help="提示所用的语言。", show_default=True
)


def chosen_language(arguments: Sequence[str] | None) -> Lang:
    """The language asked for on the command line or in the environment, also before that was parsed."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for index, word in enumerate(words):
        value = word.partition("=")[2] if word.startswith("--lang=") else "".join(words[index + 1 : index + 2])
        if word.startswith("--lang") and value in LANGS:
            return value
    value = os.environ.get(VARIABLE, "zh")
    return value if value in LANGS else "zh"


def told(text: Text) -> None:
    """Say something aside, in the language asked for."""
    click.echo(text.say(chosen_language(None)), err=True)
