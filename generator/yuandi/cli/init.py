"""`yuandi init DIR`: a small portal that builds, to be filled."""

from importlib.resources import as_file, files
from pathlib import Path
from shutil import copytree

import click

from yuandi.cli.options import lang_option
from yuandi.errors import YuandiError
from yuandi.text import Lang, Text

_HIDDEN = {"gitignore": ".gitignore", "gitattributes": ".gitattributes"}


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@lang_option
def init(folder: Path, lang: Lang) -> None:
    """在 DIR 新建一个园地。"""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise YuandiError(
            Text(f"{folder} 已存在且不为空，没有改动。", f"{folder} exists and is not empty; nothing was changed.")
        )
    with as_file(files("yuandi") / "starter") as starter:
        copytree(starter, folder, dirs_exist_ok=True)
    for name, hidden in _HIDDEN.items():
        (folder / name).rename(folder / hidden)
    done = Text(
        f"已在 {folder} 新建园地。下一步：\n"
        f"  cd {folder}\n"
        '  yuandi new notice "关于开展读书月活动的通知"\n'
        "  yuandi serve",
        f'Made a portal in {folder}. Next:\n  cd {folder}\n  yuandi new notice "A first notice"\n  yuandi serve',
    )
    click.echo(done.say(lang))
