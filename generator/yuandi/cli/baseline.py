"""`yuandi baseline`: record the findings of today, so that only new ones are reported."""

import os
from collections import Counter
from pathlib import Path

import click

from yuandi.base.text import Lang, Text
from yuandi.building.day import day_of
from yuandi.cli.check import replace_file
from yuandi.cli.options import as_of_option, lang_option, portal_argument
from yuandi.content.settings import read_settings


@click.command()
@portal_argument
@click.option("--shrink", is_flag=True, help="只去掉已经解决的，不收新的问题。")
@as_of_option
@lang_option
def baseline(portal: Path, shrink: bool, as_of: str | None, lang: Lang) -> None:
    """把 PORTAL 现有的问题记入基线：以后的检查和构建只报告新的。"""
    from yuandi.base.baseline import FILE, as_text, read
    from yuandi.base.fingerprints import count_marks
    from yuandi.check import check
    from yuandi.page_plan.planned_portal import read_portal

    settings = read_settings(portal)
    content = read_portal(settings, day_of(settings, as_of, os.environ))
    found = count_marks(check(content), content.documents)
    if shrink:
        found &= read(settings.root) or Counter()
    replace_file(settings.root / FILE, as_text(found))
    files = len({mark.file for mark in found})
    text = Text(
        f"已写入 {FILE}：{files} 个文件中的 {found.total()} 个问题。",
        f"Wrote {FILE}: {found.total()} findings in {files} files.",
    )
    click.echo(text.say(lang))
