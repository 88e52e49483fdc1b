"""`yuandi serve`: a preview on this machine that follows every save."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import click

from yuandi.base.errors import YuandiError
from yuandi.base.language import told
from yuandi.base.text import Lang, Text
from yuandi.building.day import day_of
from yuandi.building.environment import REPORT
from yuandi.building.saved_work import saved_work
from yuandi.cli.build import mkdocs, need_plugin, quick_build_text, say_again
from yuandi.cli.options import as_of_option, lang_option, portal_argument
from yuandi.content.settings import CACHE_FOLDER, read_settings
from yuandi.serve.preview import BuildResult
from yuandi.serve.preview import serve as serve_site


@click.command()
@portal_argument
@click.option("-a", "--address", default="127.0.0.1:8000", help="监听的地址。", show_default=True)
@as_of_option
@lang_option
def serve(portal: Path, address: str, as_of: str | None, lang: Lang) -> int:
    """在本机预览 PORTAL，随改随看。"""
    settings = read_settings(portal)
    need_plugin(settings)
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.txt"
        saved_work().get_ready()
        first = _built(portal, as_of, lang, report)
        if not (settings.site / "index.html").is_file():
            return 1
        if first.findings:
            click.echo(Text("以下仍是上一次生成的网站。", "This is still the site as it was last built.").say(lang))
        serve_site(
            _parsed(address),
            lambda: settings.site,
            [settings.content, settings.root / "mkdocs.yml", *_overrides(settings.root)],
            [settings.site, settings.root / CACHE_FOLDER],
            lambda: _built(portal, as_of, lang, report),
            lambda url: click.echo(Text(f"预览：{url}（Ctrl+C 结束）", f"Preview: {url} (Ctrl+C ends it)").say(lang)),
        )
    return 0


def _built(portal: Path, as_of: str | None, lang: Lang, report: Path) -> BuildResult:
    """Build only what changed. An error is printed, and the server goes on."""
    begun = monotonic()
    try:
        settings = read_settings(portal)
        day = day_of(settings, as_of, os.environ)
    except YuandiError as error:
        click.echo(error.text.say(lang), err=True)
        return BuildResult(has_changed=False, findings=error.text.say(lang))
    done = saved_work().quick_build(settings, settings.site.resolve(), day, told)
    if done is not None:
        found = say_again(done, lang)
        click.echo(f"{quick_build_text(done).say(lang)}  {monotonic() - begun:.2f} s")
        return BuildResult(has_changed=bool(done.drawn), findings=found)
    report.unlink(missing_ok=True)
    status = mkdocs(settings, ["build", "--quiet"], day.isoformat(), lang, {REPORT: str(report)})
    found = report.read_text(encoding="utf-8") if report.is_file() else ""
    if status:
        found = found or Text("网站没有生成，原因见终端。", "The site was not built; the terminal says why.").say(lang)
    click.echo(Text(f"全部核对，{monotonic() - begun:.2f} s", f"Built in full, {monotonic() - begun:.2f} s").say(lang))
    return BuildResult(has_changed=not status, findings=found)


def _parsed(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    if not port.isdigit() or int(port) > 65535:
        raise YuandiError(Text(f"`{address}` 不是 主机:端口。", f"`{address}` is not HOST:PORT."))
    return host or "127.0.0.1", int(port)


def _overrides(root: Path) -> list[Path]:
    """Return the folder of the portal's own templates, if there is one."""
    return [folder for folder in (root / "overrides",) if folder.is_dir()]
