"""`yuandi explain CODE`: the page about a rule, in the terminal."""

import click

from yuandi.check import RULES, rule_named
from yuandi.cli.options import lang_option
from yuandi.errors import YuandiError
from yuandi.report.page import section_of
from yuandi.text import Lang, Text, did_you_mean


@click.command()
@click.argument("code")
@lang_option
def explain(code: str, lang: Lang) -> None:
    """说明规则 CODE（编号或名称）：为什么、什么样算错、怎样改。"""
    found = rule_named(code)
    if found is None:
        known = [one.name if "-" in code else one.code for one in RULES]
        hint = did_you_mean(code.lower() if "-" in code else code.upper(), known, Text("", ""))
        raise YuandiError(Text(f"没有规则 `{code}`。{hint.zh}", f"There is no rule `{code}`. {hint.en}".strip()))
    click.echo(section_of(found.page, lang))
