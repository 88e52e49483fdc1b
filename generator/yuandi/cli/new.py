"""`yuandi new TYPE "title"`: a new entry with every required field, in its folder."""

import os
from pathlib import Path

import click

from yuandi.build.day import day_of
from yuandi.cli.options import as_of_option, lang_option
from yuandi.draft import draft
from yuandi.errors import YuandiError
from yuandi.models import TYPES, type_named
from yuandi.portal import read_portal
from yuandi.settings import read_settings
from yuandi.text import Lang, Text, did_you_mean


@click.command()
@click.argument("type_name", metavar="TYPE")
@click.argument("title")
@click.option("--portal", type=click.Path(file_okay=False, path_type=Path), default=".", help="园地的文件夹。")
@click.option("--keys", type=click.Choice(("zh", "en")), help="字段名用中文还是英文，缺省由站点设置。")
@as_of_option
@lang_option
def new(type_name: str, title: str, portal: Path, keys: str | None, as_of: str | None, lang: Lang) -> None:
    """新建一个条目。TYPE 是类型，如 notice 或 通知；TITLE 是标题。"""
    found = type_named(type_name)
    if found is None:
        known = [word for one in TYPES for word in (one.name, *one.chinese)]
        hint = did_you_mean(type_name, known, Text("", ""))
        raise YuandiError(
            Text(f"没有 `{type_name}` 这种类型。{hint.zh}", f"There is no type `{type_name}`. {hint.en}".strip())
        )
    settings = read_settings(portal)
    content = read_portal(settings, day_of(settings, as_of, os.environ))
    made = draft(content, found, title, chinese=(keys or settings.keys) == "zh", word=type_name)
    file = settings.content / made.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(made.text, encoding="utf-8", newline="\n")
    click.echo(_done(file, made.to_fill).say(lang))


def _done(file: Path, to_fill: tuple[str, ...]) -> Text:
    if not to_fill:
        return Text(f"已新建 {file}", f"Made {file}")
    fields = "、".join(to_fill)
    return Text(
        f"已新建 {file}（草稿）。请核对 {fields}，然后删去草稿状态那一行。",
        f"Made {file} (a draft). Check {fields.replace('、', ', ')}, then delete the line with the draft status.",
    )
