"""`yuandi doctor`: check the environment of the portal, and say how to mend it."""

from pathlib import Path

import click

from yuandi.base.text import Lang, Text
from yuandi.cli.options import lang_option, portal_argument
from yuandi.content.settings import read_settings
from yuandi.publishing.doctor import remarks
from yuandi.publishing.remark import Remark

_SIGNS = {"good": "✓", "advice": "!", "problem": "✗"}


@click.command()
@portal_argument
@lang_option
def doctor(portal: Path, lang: Lang) -> int:
    """查看 PORTAL 的环境：版本、字体、git 历史、不合用的插件、拖慢速度的设置。有问题（✗）时退出状态为 1。"""
    found = list(remarks(read_settings(portal)))
    for one in found:
        click.echo(_line(one, lang))
    problems = sum(one.state == "problem" for one in found)
    advice = sum(one.state == "advice" for one in found)
    done = Text(f"{problems} 个问题，{advice} 条建议。", f"{problems} problems, {advice} pieces of advice.")
    click.echo(done.say(lang))
    return int(problems > 0)


def _line(one: Remark, lang: Lang) -> str:
    cure = f"\n  → {one.cure.say(lang)}" if one.cure else ""
    return f"{_SIGNS[one.state]} {one.text.say(lang)}{cure}"
