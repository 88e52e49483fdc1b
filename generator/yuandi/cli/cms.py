"""`yuandi cms`: put the scripts of Decap CMS into the portal, so that no page loads them from another host."""

import os
from pathlib import Path

import click

from yuandi.base.text import Lang, Text
from yuandi.cli.options import lang_option, portal_argument
from yuandi.content.settings import ADMIN, read_settings
from yuandi.editing.cms.scripts import registry_of, scripts


@click.command()
@portal_argument
@click.option("--registry", metavar="URL", help="npm 的源，缺省与本机的 npm 相同。")
@click.option(
    "--from",
    "folder",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="不上网：从这个文件夹里取事先下载的文件。",
)
@lang_option
def cms(portal: Path, registry: str | None, folder: Path | None, lang: Lang) -> None:
    """把在浏览器里写作的脚本（Decap CMS）放进 PORTAL 的 content/admin。"""
    settings = read_settings(portal)
    source = (registry or registry_of(os.environ)).rstrip("/")
    found = dict(scripts(source, folder))
    target = settings.content / ADMIN
    target.mkdir(exist_ok=True)
    for name, data in found.items():
        (target / name).write_bytes(data)
    shown = f"{settings.prefix}{ADMIN}"
    click.echo(
        Text(f"已放进 {shown}：{len(found)} 个文件，请提交。", f"{len(found)} files are in {shown}; commit them.").say(
            lang
        )
    )
    if settings.cms is None:
        click.echo(
            Text(
                "再在 mkdocs.yml 里 yuandi 插件的选项下写 `cms: {backend: local}`，生成后打开 /admin/。",
                "Now write `cms: {backend: local}` under the options of the yuandi plugin in mkdocs.yml.",
            ).say(lang)
        )
