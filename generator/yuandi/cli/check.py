"""`yuandi check`: read the portal, run every rule, print the report in the chosen format."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yuandi.base.errors import YuandiError
from yuandi.base.language import told
from yuandi.base.text import Lang, Text
from yuandi.building.check_portal import CheckRequest, checked_portal
from yuandi.building.day import day_of
from yuandi.building.saved_work import saved_work
from yuandi.cli.fixes import make_fixes, show_fixes
from yuandi.cli.options import as_of_option, lang_option, portal_argument
from yuandi.content.settings import read_settings

if TYPE_CHECKING:
    from yuandi.report import PrintedReport

FORMATS = ("text", "json", "sarif", "gitlab", "github", "junit")
RULES_URL = "YUANDI_RULES_URL"


@click.command()
@portal_argument
@as_of_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="报告的格式。", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="报告写进这个文件。")
@click.option("--summary", is_flag=True, help="另按栏目和单位计数。")
@click.option("--since", metavar="REV", default="", help="只报告 git 的这个版本之后新出现的问题，如 origin/main。")
@click.option("--no-baseline", is_flag=True, help="基线中的问题也列出来。")
@click.option("--fix", is_flag=True, help="改好能稳妥改正的问题，其余内容一个字节也不动。")
@click.option("--mask", is_flag=True, help="同 --fix，并遮盖身份号码和手机号码。")
@click.option("--diff", is_flag=True, help="只显示 --fix（或 --mask）会改什么，不写文件。")
@lang_option
@click.option("--strict", is_flag=True, help="有警告也算不通过。")
@click.option("--no-cache", is_flag=True, help="不用缓存，全部重新检查。")
@click.option("--rules-url", metavar="URL", default="", envvar=RULES_URL, help="规则说明发布在哪里，写进 SARIF。")
def check(
    portal: Path,
    as_of: str | None,
    form: str,
    output: Path | None,
    summary: bool,
    since: str,
    no_baseline: bool,
    fix: bool,
    mask: bool,
    diff: bool,
    lang: Lang,
    strict: bool,
    no_cache: bool,
    rules_url: str,
) -> int:
    """检查 PORTAL（mkdocs.yml 所在的文件夹，缺省为当前文件夹或外面最近的一个）。"""
    settings = read_settings(portal)
    day = day_of(settings, as_of, os.environ)
    if diff:
        return show_fixes(settings, day, mask=mask)
    if fix or mask:
        make_fixes(settings, day, lang, mask=mask)
    asked = CheckRequest(day, not no_baseline, since)
    sheet = checked_portal(settings, asked, told, saved_work(off=no_cache))
    if form == "text" and output is None:
        _show(sheet, lang, grouped=summary)
    else:
        text = _report_text(sheet, form, lang, strict=strict, grouped=summary, rules_url=rules_url)
        _put(text, output, sheet, lang)
    return int(sheet.report.fails(strict=strict))


def _show(sheet: "PrintedReport", lang: Lang, *, grouped: bool) -> None:
    from rich.console import Console

    from yuandi.report import as_text

    Console(highlight=False, soft_wrap=True).print(
        as_text(sheet.report, sheet.documents, lang, sheet.tables if grouped else ())
    )


def _report_text(sheet: "PrintedReport", form: str, lang: Lang, *, strict: bool, grouped: bool, rules_url: str) -> str:
    from yuandi import report

    tables = sheet.tables if grouped else ()
    forms: dict[str, Callable[[], str]] = {
        "text": lambda: f"{report.as_text(sheet.report, sheet.documents, lang, tables).plain}\n",
        "json": lambda: report.as_json(sheet, lang),
        "sarif": lambda: report.as_sarif(sheet, lang, rules_url=rules_url),
        "gitlab": lambda: report.as_gitlab(sheet, lang),
        "github": lambda: report.as_github(sheet, lang),
        "junit": lambda: report.as_junit(sheet, lang, strict=strict),
    }
    return forms[form]()


def _put(text: str, output: Path | None, sheet: "PrintedReport", lang: Lang) -> None:
    """Print a report, or write it to a file and print one sentence about it."""
    if output is None:
        click.echo(text, nl=False)
        return
    from yuandi.report.words import summary

    replace_file(output, text)
    click.echo(summary(sheet.report, lang))


def replace_file(file: Path, text: str) -> None:
    """Write a file in one step, so that readers see the old or the new one. Raises YuandiError if it cannot be written."""
    new = file.with_name(f".{file.name}.new")
    try:
        new.write_text(text, encoding="utf-8", newline="\n")
        new.replace(file)
    except OSError as error:
        why = error.strerror or "?"
        raise YuandiError(Text(f"{file} 写不进去（{why}）。", f"{file} cannot be written ({why}).")) from None
