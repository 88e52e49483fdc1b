"""`yuandi cache info|clear`: show or delete what builds remember."""

from pathlib import Path

import click

from yuandi.base.language import told
from yuandi.base.text import Lang, Text
from yuandi.cli.options import lang_option, portal_argument
from yuandi.content.settings import read_settings
from yuandi.incremental.store import discard, file_of, open_cache

_TABLES = ("content", "outputs", "views")


@click.group()
def cache() -> None:
    """查看或清除构建缓存。"""


@cache.command()
@portal_argument
@lang_option
def info(portal: Path, lang: Lang) -> None:
    """缓存有多大，记着什么。"""
    root = read_settings(portal).root
    kept = open_cache(root, told) if file_of(root).is_file() else None
    if kept is None:
        click.echo(Text("没有缓存。", "There is no cache.").say(lang))
        return
    counts = {table: sum(1 for _ in kept.rows(table)) for table in _TABLES}
    size = kept.file.stat().st_size / 1e6
    kept.close()
    text = Text(
        f"{file_of(root)}：{size:.1f} MB，{counts['content']} 个源文件，{counts['outputs']} 个网站文件，{counts['views']} 页可单独更新。",
        f"{file_of(root)}: {size:.1f} MB, {counts['content']} source files, {counts['outputs']} site files, {counts['views']} pages that can be drawn alone.",
    )
    click.echo(text.say(lang))


@cache.command()
@portal_argument
@lang_option
def clear(portal: Path, lang: Lang) -> None:
    """清除缓存；下次全部重新生成。"""
    found = discard(read_settings(portal).root)
    text = Text("已清除缓存。", "Cleared the cache.") if found else Text("没有缓存。", "There is no cache.")
    click.echo(text.say(lang))
