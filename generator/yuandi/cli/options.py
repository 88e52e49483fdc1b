"""Options that several commands share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from yuandi.base.language import VARIABLE
from yuandi.base.text import LANGS


def _around(_: click.Context, __: click.Parameter, given: Path | None) -> Path:
    """The portal that is named, else the nearest around the current folder, else that folder."""
    if given is not None:
        return given
    here = Path.cwd()
    return next((Path(os.path.relpath(folder)) for folder in (here, *here.parents) if _is_portal(folder)), Path())


def _is_portal(folder: Path) -> bool:
    try:
        return "yuandi" in (folder / "mkdocs.yml").read_text("utf-8", "replace")
    except OSError:
        return False


_FOLDER = click.Path(file_okay=False, path_type=Path)
portal_argument: Callable[[Any], Any] = click.argument("portal", type=_FOLDER, required=False, callback=_around)
portal_option: Callable[[Any], Any] = click.option(
    "-p", "--portal", type=_FOLDER, callback=_around, help="站点文件夹，缺省为当前文件夹或外面最近的一个。"
)
as_of_option: Callable[[Any], Any] = click.option("--as-of", metavar="DATE", help="按哪一天计算，如 2026-03-05。")
lang_option: Callable[[Any], Any] = click.option(
    "--lang", type=click.Choice(LANGS), default="zh", envvar=VARIABLE, help="提示所用的语言。", show_default=True
)
