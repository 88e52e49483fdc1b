"""`yuandi build` and `yuandi serve`: MkDocs's own commands, started with good defaults."""

import os
import subprocess
import sys
from pathlib import Path

import click

from yuandi.build.day import VARIABLE as AS_OF
from yuandi.cli.options import VARIABLE as LANG
from yuandi.cli.options import as_of_option, lang_option, portal_argument
from yuandi.settings import parse_day, read_settings
from yuandi.text import Lang


@click.command()
@portal_argument
@click.option("-d", "--site-dir", type=click.Path(path_type=Path), help="输出文件夹，缺省为 mkdocs.yml 所定。")
@click.option("--strict", is_flag=True, help="有警告也算失败。")
@as_of_option
@lang_option
def build(portal: Path, site_dir: Path | None, strict: bool, as_of: str | None, lang: Lang) -> int:
    """检查 PORTAL 并生成网站。"""
    options = (["--site-dir", str(site_dir.resolve())] if site_dir else []) + (["--strict"] if strict else [])
    return _mkdocs(portal, ["build", "--clean", *options], as_of, lang)


@click.command()
@portal_argument
@click.option("-a", "--address", default="127.0.0.1:8000", help="监听的地址。", show_default=True)
@as_of_option
@lang_option
def serve(portal: Path, address: str, as_of: str | None, lang: Lang) -> int:
    """在本机预览 PORTAL，随改随看。"""
    return _mkdocs(portal, ["serve", "--dev-addr", address], as_of, lang)


def _mkdocs(portal: Path, arguments: list[str], as_of: str | None, lang: Lang) -> int:
    read_settings(portal)
    environment = dict(os.environ, **{LANG: lang, "NO_MKDOCS_2_WARNING": "1"})
    if as_of:
        environment[AS_OF] = parse_day(as_of).isoformat()
    file = (portal / "mkdocs.yml").resolve()
    command = [sys.executable, "-m", "mkdocs", *arguments, "--config-file", str(file)]
    try:
        return subprocess.call(command, env=environment)
    except KeyboardInterrupt:
        return 130
