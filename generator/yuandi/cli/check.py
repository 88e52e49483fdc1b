"""`yuandi check`: read the portal, run every rule, print the report. Where nothing has changed it says the same."""

import os
import sqlite3
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from yuandi.build.day import day_of
from yuandi.build.key import Setting, key_of
from yuandi.build.manifest import Stat, stat_of, tree
from yuandi.build.said import Said, said
from yuandi.cache import DAMAGED, Cache, discard, is_damage, open_cache
from yuandi.cli.options import as_of_option, lang_option, portal_argument, told
from yuandi.diagnostics import Report
from yuandi.git import reach_of
from yuandi.settings import Settings, read_settings
from yuandi.source import Document
from yuandi.text import Lang


@click.command()
@portal_argument
@as_of_option
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="报告的格式。", show_default=True
)
@lang_option
@click.option("--strict", is_flag=True, help="有警告也算不通过。")
@click.option("--no-cache", is_flag=True, help="不用缓存，全部重新检查。")
def check(portal: Path, as_of: str | None, form: str, lang: Lang, strict: bool, no_cache: bool) -> int:
    """检查 PORTAL（mkdocs.yml 所在的文件夹，缺省为当前文件夹）。"""
    settings = read_settings(portal)
    day = day_of(settings, as_of, os.environ)
    before = _files(settings)
    cache = None if no_cache else open_cache(settings.root, told)
    key = key_of(Setting("check", f"{day}", repr(settings), reach_of(settings.content)))
    known = _remembered(cache, settings.root, key, before, day) if cache else None
    if known:
        return _printed(known.report, known.documents, form, lang, strict=strict)
    return _checked(settings, day, cache, key, before, form, lang, strict=strict)


def _checked(
    settings: Settings,
    day: date,
    cache: Cache | None,
    key: bytes,
    before: dict[str, Stat],
    form: str,
    lang: Lang,
    *,
    strict: bool,
) -> int:
    from yuandi.check import check as check_portal
    from yuandi.portal import read_portal

    content = read_portal(settings, day)
    report = check_portal(content)
    if cache:
        _keep(cache, key, before, said(report, content.documents))
    return _printed(report, content.documents, form, lang, strict=strict)


def _printed(report: Report, documents: Mapping[str, Document], form: str, lang: Lang, *, strict: bool) -> int:
    from rich.console import Console

    from yuandi.report import as_json, as_text

    if form == "json":
        click.echo(as_json(report, lang), nl=False)
    else:
        Console(highlight=False, soft_wrap=True).print(as_text(report, documents, lang))
    return int(report.fails(strict=strict))


def _files(settings: Settings) -> dict[str, Stat]:
    """Every file that the check depends on, Yuandi's own included."""
    import yuandi

    own = Path(yuandi.__file__).parent
    found = {f"content/{path}": stat for path, stat in tree(settings.content).items()}
    found |= {f"own/{path}": stat for path, stat in tree(own).items() if path.endswith((".py", ".yml"))}
    return found | {"mkdocs.yml": stat_of(str(settings.root / "mkdocs.yml"))}


def _remembered(cache: Cache, root: Path, key: bytes, before: dict[str, Stat], day: date) -> Said | None:
    """The report of the last check, where nothing that it depends on has changed."""
    try:
        if cache.meta("checked") != key:
            return None
        if {str(path): (size, changed) for path, size, changed in cache.rows("checked")} != before:
            return None
        data = cache.meta("report")
        if data == b"":
            return Said(Report(day, ()))
        from yuandi.build.pickles import unpickled

        known: Said = unpickled(data, "report")
        return known
    except sqlite3.Error as error:
        cache.close()
        if is_damage(error):
            discard(root)
            told(DAMAGED)
        return None


def _keep(cache: Cache, key: bytes, before: dict[str, Stat], known: Said) -> None:
    from yuandi.build.pickles import pickled
    from yuandi.cache import sealed

    report = b"" if known.is_nothing else sealed(pickled(known), "report")
    try:
        with cache.changing():
            cache.put("meta", [("checked", key), ("report", report)], 2)
            cache.replace("checked", ((path, *stat) for path, stat in before.items()), 3)
    except sqlite3.Error:
        return
