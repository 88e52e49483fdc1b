"""`yuandi new TYPE "title"`: make a new entry with every required field, in its folder."""

import os
import sys
from pathlib import Path

import click

from yuandi.base.errors import YuandiError
from yuandi.base.text import Lang, Text, did_you_mean
from yuandi.building.day import day_of
from yuandi.cli.ask import ask_fields, ask_type, need
from yuandi.cli.options import as_of_option, lang_option, portal_option
from yuandi.content.settings import read_settings
from yuandi.editing.new_entry import draft
from yuandi.entry_types import TYPES, EntryType, type_named
from yuandi.page_plan.planned_portal import read_portal


@click.command()
@click.argument("type_name", metavar="[TYPE]", required=False)
@click.argument("title", metavar="[TITLE]", required=False)
@portal_option
@click.option("--keys", type=click.Choice(("zh", "en")), help="字段名用中文还是英文，缺省由站点设置。")
@click.option("--no-input", is_flag=True, help="在终端里也不问，不打开编辑器。")
@as_of_option
@lang_option
def new(
    type_name: str | None,
    title: str | None,
    portal: Path,
    keys: str | None,
    no_input: bool,
    as_of: str | None,
    lang: Lang,
) -> None:
    """新建一个条目。TYPE 是类型，如 notice 或 通知；TITLE 是标题。

    在终端里运行时逐项询问必填的内容，然后用 $EDITOR 打开文件。
    """
    asks = not no_input and sys.stdin.isatty() and sys.stdout.isatty()
    settings = read_settings(portal)
    word = need(ask_type(lang) if asks and type_name is None else type_name, "TYPE")
    kind = _type(word)
    content = read_portal(settings, day_of(settings, as_of, os.environ))
    if asks and title is None:
        title = click.prompt(Text("标题", "Title").say(lang))
    chinese = (keys or settings.keys) == "zh"
    given = ask_fields(content, kind, word, chinese=chinese, lang=lang) if asks else {}
    made = draft(content, kind, need(title, "TITLE"), chinese=chinese, word=word, given=given)
    file = settings.content / made.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(made.text, encoding="utf-8", newline="\n")
    click.echo(_done(file, made.to_fill).say(lang))
    if asks and (os.environ.get("VISUAL") or os.environ.get("EDITOR")):
        click.edit(filename=str(file))


def _type(word: str) -> EntryType:
    found = type_named(word)
    if found is None:
        known = [name for kind in TYPES for name in (kind.name, *kind.chinese)]
        hint = did_you_mean(word, known, Text("", ""))
        raise YuandiError(Text(f"没有 `{word}` 这种类型。{hint.zh}", f"There is no type `{word}`. {hint.en}".strip()))
    return found


def _done(file: Path, to_fill: tuple[str, ...]) -> Text:
    if not to_fill:
        return Text(f"已新建 {file}", f"Made {file}")
    fields = "、".join(to_fill)
    return Text(
        f"已新建 {file}（草稿）。请核对 {fields}，然后删去草稿状态那一行。",
        f"Made {file} (a draft). Check {fields.replace('、', ', ')}, then delete the line with the draft status.",
    )
