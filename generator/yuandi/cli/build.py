"""`yuandi build`: MkDocs's own command with good defaults, or less where less will do."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from yuandi.base.errors import YuandiError
from yuandi.base.language import VARIABLE as LANG
from yuandi.base.language import told
from yuandi.base.text import Lang, Text
from yuandi.building.day import VARIABLE as AS_OF
from yuandi.building.day import day_of
from yuandi.building.environment import NO_CACHE, PROFILE
from yuandi.building.saved_work import QuickBuild, saved_work
from yuandi.cli.options import as_of_option, lang_option, portal_argument
from yuandi.content.settings import Settings, read_settings


@click.command()
@portal_argument
@click.option("-d", "--site-dir", type=click.Path(path_type=Path), help="输出文件夹，缺省为 mkdocs.yml 所定。")
@click.option("--strict", is_flag=True, help="有警告也算失败。")
@click.option("--profile", is_flag=True, help="列出各阶段用时。")
@click.option("--no-cache", is_flag=True, help="不用缓存，全部重新生成。")
@as_of_option
@lang_option
def build(
    portal: Path, site_dir: Path | None, strict: bool, profile: bool, no_cache: bool, as_of: str | None, lang: Lang
) -> int:
    """检查 PORTAL 并生成网站。"""
    settings = read_settings(portal)
    need_plugin(settings)
    day = day_of(settings, as_of, os.environ)
    site = (site_dir or settings.site).resolve()
    saved = saved_work(off=no_cache or profile)
    done = saved.quick_build(settings, site, day, told, strict=strict)
    if done is not None:
        say_again(done, lang)
        click.echo(quick_build_text(done).say(lang))
        return 0
    options = (["--site-dir", str(site)] if site_dir else []) + (["--strict"] if strict else [])
    return mkdocs(
        settings,
        ["build", *options],
        day.isoformat(),
        lang,
        ({PROFILE: "1"} if profile else {}) | ({NO_CACHE: "1"} if no_cache else {}),
    )


def need_plugin(settings: Settings) -> None:
    """Without our plugin MkDocs would publish everything, drafts and data included. Raises YuandiError."""
    if not settings.has_plugin:
        raise YuandiError(
            Text(
                "mkdocs.yml 的 plugins 里没有 yuandi，不能生成：草稿和 _data 会原样发布。请加上 `plugins: [yuandi]`。",
                "mkdocs.yml does not name the plugin yuandi, so drafts and _data would be published. Add `plugins: [yuandi]`.",
            )
        )


def say_again(done: QuickBuild, lang: Lang) -> str:
    """Print what the check and MkDocs say of the portal, as a full build does. The report as text."""
    for line in done.warnings:
        click.echo(line, err=True)
    if done.report is None:
        return ""
    from rich.console import Console

    from yuandi.report import as_text

    report = as_text(done.report, done.documents, lang)
    Console(stderr=True, highlight=False, soft_wrap=True).print(report)
    return report.plain


def quick_build_text(done: QuickBuild) -> Text:
    """Say in a sentence what a quick build did."""
    if not done.drawn:
        return Text("没有变化，网站保持原样。", "Nothing has changed; the site is unchanged.")
    paths = "、".join(done.drawn)
    return Text(f"更新了 {len(done.drawn)} 页：{paths}", f"Updated {len(done.drawn)} pages: {paths}")


def mkdocs(
    settings: Settings, arguments: list[str], day: str, lang: Lang, more: Mapping[str, str] | None = None
) -> int:
    """Run MkDocs on a portal; its exit status."""
    ours = {LANG: lang, AS_OF: day, "NO_MKDOCS_2_WARNING": "1"}
    environment = {**os.environ, **ours, **(more or {})}
    command = [sys.executable, "-m", "mkdocs", *arguments, "--config-file", str(settings.root / "mkdocs.yml")]
    try:
        return subprocess.call(command, env=environment)
    except KeyboardInterrupt:
        return 130
