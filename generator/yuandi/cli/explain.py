"""`yuandi explain WORD`: the page about a rule or a preset, in the terminal."""

import click

from yuandi.check import RULES, rule_named
from yuandi.cli.options import lang_option
from yuandi.errors import YuandiError
from yuandi.load.policy import preset_names, preset_page
from yuandi.report.page import section_of
from yuandi.text import Lang, Text, did_you_mean


@click.command()
@click.argument("word")
@lang_option
def explain(word: str, lang: Lang) -> None:
    """说明规则或预设 WORD（规则的编号、名称，或预设的名称）。"""
    rule = rule_named(word)
    page = rule.page if rule else preset_page(word.lower())
    if page is None:
        raise YuandiError(_unknown(word))
    click.echo(section_of(page, lang))


def _unknown(word: str) -> Text:
    is_code = any(char.isdigit() for char in word) and "-" not in word
    known = [one.code for one in RULES] if is_code else [*(one.name for one in RULES), *preset_names()]
    hint = did_you_mean(word.upper() if is_code else word.lower(), known, Text("", ""))
    return Text(f"没有规则或预设 `{word}`。{hint.zh}", f"There is no rule or preset `{word}`. {hint.en}".strip())
