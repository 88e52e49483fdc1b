"""The language in which messages are said, as the command line or the environment asks for it."""

import os
import sys
from collections.abc import Sequence

import click

from yuandi.base.text import LANGS, Lang, Text

VARIABLE = "YUANDI_LANG"


def chosen_language(arguments: Sequence[str] | None = ()) -> Lang:
    """The language asked for among arguments, or in the environment; with None among those of this process."""
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
