"""`yuandi explain WORD`: print the page about a rule, a preset, or a measure of the portal."""

import os
from pathlib import Path

import click

from yuandi.base.errors import YuandiError
from yuandi.base.text import Lang, Text, did_you_mean
from yuandi.building.day import day_of
from yuandi.check import RULES, rule_named
from yuandi.cli.options import lang_option, portal_option
from yuandi.load.policy import preset_names, preset_part


@click.command()
@click.argument("word")
@portal_option
@lang_option
def explain(word: str, portal: Path, lang: Lang) -> None:
    """说明 WORD：规则的编号或名称，预设的名称，或站点的指标编号（如 STU-02）。"""
    rule = rule_named(word)
    page = rule.page.part(lang) if rule else preset_part(word.lower(), lang)
    if page is not None:
        click.echo(page)
        return
    of_measure = _measure(portal, word.upper(), lang)
    if of_measure is None:
        raise YuandiError(_unknown(word))
    click.echo(of_measure, nl=False)


def _measure(folder: Path, code: str, lang: Lang) -> str | None:
    """Return the page about a measure of a portal; None without a portal or such a measure."""
    if not (folder / "mkdocs.yml").is_file():
        return None
    from yuandi.content.settings import read_settings
    from yuandi.page_plan.planned_portal import read_portal
    from yuandi.report.measures import measure_page

    settings = read_settings(folder)
    return measure_page(read_portal(settings, day_of(settings, None, os.environ)), code, lang)


def _unknown(word: str) -> Text:
    is_code = any(char.isdigit() for char in word) and "-" not in word
    known = [rule.code for rule in RULES] if is_code else [*(rule.name for rule in RULES), *preset_names()]
    hint = did_you_mean(word.upper() if is_code else word.lower(), known, Text("", ""))
    return Text(
        f"没有规则、预设或指标 `{word}`。{hint.zh}", f"There is no rule, preset or measure `{word}`. {hint.en}".strip()
    )
