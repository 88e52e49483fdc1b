"""`yuandi measures`: the value of every measure for every subject and period, with its sources."""

import os
from pathlib import Path

import click

from yuandi.base.errors import YuandiError
from yuandi.base.text import Lang, Text, did_you_mean
from yuandi.building.day import day_of
from yuandi.cli.options import as_of_option, lang_option, portal_argument
from yuandi.content.settings import read_settings
from yuandi.entry_types.dates import Period, to_period
from yuandi.measures import Row
from yuandi.measures import measures as measure_all
from yuandi.page_plan.planned_portal import PlannedPortal, read_portal

_WIDTH = 160
"""Columns of a table that is not printed in a terminal."""


@click.command()
@portal_argument
@as_of_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "csv")),
    default="text",
    help="表格的格式。",
    show_default=True,
)
@click.option("--unit", metavar="UNIT", help="只列这个单位及其下级，写编号或名称。")
@click.option("--period", metavar="PERIOD", help="只列这段时间之内的周期，如 2026、2026-Q1、2026-03。")
@lang_option
def measures(portal: Path, as_of: str | None, form: str, unit: str | None, period: str | None, lang: Lang) -> None:
    """列出 PORTAL 各项指标在各周期的数值、要求和依据的条目。"""
    from rich.console import Console

    from yuandi.report.measures import measures_as_csv, measures_as_json, measures_as_table

    settings = read_settings(portal)
    content = read_portal(settings, day_of(settings, as_of, os.environ))
    asked = _period(period) if period else None
    units = _units(content, unit) if unit else None
    rows = [
        row for row in measure_all(content) if _is_asked(row, asked) and (units is None or row.subject.unit in units)
    ]
    if form == "json":
        click.echo(measures_as_json(content.as_of, rows), nl=False)
    elif form == "csv":
        click.echo(measures_as_csv(content, rows, lang), nl=False)
    else:
        console = Console(highlight=False)
        console.width = console.width if console.is_terminal else _WIDTH
        console.print(measures_as_table(content, rows, lang))


def _period(word: str) -> Period:
    try:
        return to_period(word)
    except ValueError:
        raise YuandiError(
            Text(
                f"`{word}` 不是时期，请写成 2026、2026-Q1 或 2026-03。",
                f"`{word}` is not a period. Write it as 2026, 2026-Q1 or 2026-03.",
            )
        ) from None


def _units(portal: PlannedPortal, word: str) -> frozenset[str]:
    """Return the ids of a unit and of all units below it. Raises YuandiError if there is no such unit."""
    found = portal.units.find(word)
    if found is None:
        hint = did_you_mean(word, {*portal.units.by_id, *portal.units.by_name}, Text("", ""))
        raise YuandiError(Text(f"没有单位 `{word}`。{hint.zh}", f"There is no unit `{word}`. {hint.en}".strip()))
    return frozenset(unit for unit, line in portal.lines.items() if found.id in line)


def _is_asked(row: Row, asked: Period | None) -> bool:
    """Whether the period of a row lies in the chosen one; a week belongs to the period of its Thursday (ISO 8601)."""
    if asked is None:
        return True
    period = row.period
    middle = period.first + (period.last - period.first) // 2
    return asked.first <= middle <= asked.last and period.last - period.first <= asked.last - asked.first
