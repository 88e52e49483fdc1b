"""`yuandi init DIR`: a small portal that builds, to be filled."""

from importlib.metadata import distribution
from importlib.resources import as_file, files
from pathlib import Path
from shutil import copy, copytree

import click

from yuandi.base.errors import YuandiError
from yuandi.base.text import Lang, Text, did_you_mean
from yuandi.cli.options import lang_option
from yuandi.cli.package import Source, installed, named
from yuandi.cli.schema import write_schemas
from yuandi.entry_types import DATA_FILES
from yuandi.load.policy import preset_names

_HIDDEN = ("gitignore", "gitattributes", "vscode", "pre-commit-config.yaml", "gitlab-ci.yml", "github", "gitea")
"""What begins with a dot in a portal: packages are better off without such names."""


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--preset", metavar="NAME", help="采用随附的一套制度，如 bank-branch（见 yuandi explain bank-branch）。")
@click.option(
    "--package",
    metavar="SOURCE",
    help="CI 从哪里安装园地：轮子文件（抄进 wheels/）、git+https://… 这样的地址，或 yuandi==版本。默认同本机。",
)
@lang_option
def init(folder: Path, preset: str | None, package: str | None, lang: Lang) -> None:
    """在 DIR 新建一个园地。"""
    if preset is not None and preset not in preset_names():
        raise YuandiError(_no_preset(preset))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise YuandiError(
            Text(f"{folder} 已存在且不为空，没有改动。", f"{folder} exists and is not empty; nothing was changed.")
        )
    source = named(package) if package is not None else installed(distribution("yuandi"))
    with as_file(files("yuandi") / "starter") as starter:
        copytree(starter, folder, dirs_exist_ok=True)
    for name in _HIDDEN:
        (folder / name).rename(folder / f".{name}")
    _pin(folder, source)
    write_schemas(folder / ".vscode/schemas", [known.name for known in DATA_FILES])
    if preset is not None:
        _adopt(folder / "content/_data/policy.yml", preset)
    done = Text(
        f"已在 {folder} 新建园地。下一步：\n"
        f"  cd {folder}\n"
        '  yuandi new notice "关于开展读书月活动的通知"\n'
        "  yuandi serve",
        f'Made a portal in {folder}. Next:\n  cd {folder}\n  yuandi new notice "A first notice"\n  yuandi serve',
    )
    click.echo(done.say(lang))
    if source.is_missing:
        click.echo(_wheel_wanted(folder, source).say(lang))


def _pin(folder: Path, source: Source) -> None:
    """Write where CI installs from, and keep the wheel in the portal."""
    pinned = folder / "requirements.txt"
    pinned.write_text(pinned.read_text("utf-8").format(line=source.line), encoding="utf-8", newline="\n")
    if source.wheel is not None:
        (folder / "wheels").mkdir()
        copy(source.wheel, folder / "wheels")


def _wheel_wanted(folder: Path, source: Source) -> Text:
    wheel = Path(source.line)
    return Text(
        f"要用 CI，还须在园地的代码里运行 make wheel，把 dist/{wheel.name} 抄到 {folder / wheel}。",
        f"For CI, run make wheel in Yuandi's repository and copy dist/{wheel.name} to {folder / wheel}.",
    )


def _adopt(policy: Path, preset: str) -> None:
    """Let the portal's policy extend a preset."""
    comment, _, rest = policy.read_text(encoding="utf-8").partition("\n")
    policy.write_text(f"{comment}\nextends: [{preset}]\n\n{rest}", encoding="utf-8", newline="\n")


def _no_preset(word: str) -> Text:
    names = preset_names()
    listed = Text(f"随附的有 {'、'.join(names)}。", f"There are {', '.join(names)}.")
    hint = did_you_mean(word, names, listed)
    return Text(f"没有名为 `{word}` 的预设。{hint.zh}", f"There is no preset `{word}`. {hint.en}")
