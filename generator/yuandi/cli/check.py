"""`yuandi check`: read the portal, run every rule, print the report."""

import os
from pathlib import Path

import click
from rich.console import Console

from yuandi.build.day import day_of
from yuandi.check import check as check_portal
from yuandi.cli.options import as_of_option, lang_option, portal_argument
from yuandi.portal import read_portal
from yuandi.report import as_json, as_text
from yuandi.settings import read_settings
from yuandi.text import Lang


@click.command()
@portal_argument
@as_of_option
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="报告的格式。", show_default=True
)
@lang_option
@click.option("--strict", is_flag=True, help="有警告也算不通过。")
def check(portal: Path, as_of: str | None, form: str, lang: Lang, strict: bool) -> int:
    """检查 PORTAL（mkdocs.yml 所在的文件夹，缺省为当前文件夹）。"""
    settings = read_settings(portal)
    content = read_portal(settings, day_of(settings, as_of, os.environ))
    report = check_portal(content)
    if form == "json":
        click.echo(as_json(report, lang), nl=False)
    else:
        Console(highlight=False, soft_wrap=True).print(as_text(report, content.documents, lang))
    return int(report.fails(strict=strict))
