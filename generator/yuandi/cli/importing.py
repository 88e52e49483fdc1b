"""`yuandi import FILE…`: turn office documents into proposed entries, with a list of what to check."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

import click

from yuandi.base.errors import YuandiError
from yuandi.base.text import Lang, Text, did_you_mean
from yuandi.building.day import day_of
from yuandi.cli.options import as_of_option, lang_option, portal_option
from yuandi.content.settings import parse_day, read_settings
from yuandi.entry_types import TYPES, EntryType, kind_named, type_named
from yuandi.importing import ImportJob, Proposal, Refused, Source, Wishes, proposals
from yuandi.importing.readers.encoding import ENCODINGS
from yuandi.importing.readers.refused import LARGEST_FILE
from yuandi.page_plan.planned_portal import PlannedPortal, read_portal


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--type", "type_name", metavar="TYPE", help="条目的类型，如 plan 或 方案；缺省由标题判断。")
@click.option("--unit", metavar="UNIT", help="发布单位的编号或名称；缺省按落款。")
@click.option("--date", "day", metavar="DATE", help="发布日期，如 2026-03-05；缺省按落款。没有年份的期限按它推算。")
@click.option("--encoding", metavar="NAME", help=f"文本的编码（{'、'.join(ENCODINGS)}）；缺省自行辨认。")
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="放到这个文件夹；缺省按类型和年份。"
)
@click.option("--dry-run", is_flag=True, help="只显示，不写文件。")
@portal_option
@click.option("--keys", type=click.Choice(("zh", "en")), help="字段名用中文还是英文，缺省由站点设置。")
@as_of_option
@lang_option
def importing(
    files: Sequence[Path],
    type_name: str | None,
    unit: str | None,
    day: str | None,
    encoding: str | None,
    output: Path | None,
    dry_run: bool,
    portal: Path,
    keys: str | None,
    as_of: str | None,
    lang: Lang,
) -> int:
    """把 Word、Excel、网页和文本文件变成条目的草稿，并列出要核对之处。"""
    settings = read_settings(portal)
    content = read_portal(settings, day_of(settings, as_of, os.environ))
    wished, kind = _type(type_name)
    wishes = Wishes(wished, kind, _unit(content, unit), encoding, parse_day(day) if day else None)
    job = ImportJob(content, wishes, (keys or settings.keys) == "zh", "" if output else None)
    root = output or settings.content
    if output and output.is_dir():
        job.taken.update(file.name for file in output.iterdir())
    refusals = 0
    for file in files:
        try:
            for made in proposals(job, _source(file)):
                if not dry_run:
                    _write(root, made)
                click.echo(_told(root, made, lang, shown=dry_run))
        except Refused as error:
            refusals += 1
            click.echo(f"{file}：{error.text.zh}" if lang == "zh" else f"{file}: {error.text.en}", err=True)
    return 2 if refusals else 0


def _type(word: str | None) -> tuple[EntryType | None, str | None]:
    if word is None:
        return None, None
    found = type_named(word)
    if found is None:
        hint = did_you_mean(word, [name for kind in TYPES for name in (kind.name, *kind.chinese)], Text("", ""))
        raise YuandiError(Text(f"没有 `{word}` 这种类型。{hint.zh}", f"There is no type `{word}`. {hint.en}".strip()))
    return found, kind_named(word, found)


def _unit(content: PlannedPortal, word: str | None) -> str | None:
    if word is None:
        return None
    found = content.units.find(word)
    if found is None:
        names = [name for unit in content.units for name in (unit.id, unit.name)]
        hint = did_you_mean(word, names, Text("单位列在 _data/units.yml。", "Units are listed in _data/units.yml."))
        raise YuandiError(Text(f"没有单位 `{word}`。{hint.zh}", f"There is no unit `{word}`. {hint.en}"))
    return found.id


def _source(file: Path) -> Source:
    """Return a file with access to the files beside it. Raises Refused if it cannot be read."""
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        why = error.strerror or "?"
        raise Refused(Text(f"文件打不开（{why}）。", f"The file cannot be opened ({why}).")) from None
    return Source(file.name, data, _beside(file))


def _beside(file: Path) -> Callable[[str], bytes | None]:
    """Return a function that reads files in the folder of a file or below it; it returns None for any other."""
    folder = file.resolve().parent

    def held(name: str) -> bytes | None:
        try:
            found = (folder / name).resolve()
            if not found.is_relative_to(folder) or not found.is_file() or found.stat().st_size > LARGEST_FILE:
                return None
            return found.read_bytes()
        except (OSError, ValueError):
            return None

    return held


def _write(root: Path, made: Proposal) -> None:
    """Write an entry and its files. Raises Refused if any of them exists, before anything is written, or cannot be written."""
    file = root / made.path
    wanted = {file.parent / PurePosixPath(name).name: data for name, data in made.files.items()}
    wanted[file] = made.text.encode("utf-8")
    for path in wanted:
        if path.exists():
            raise Refused(Text(f"{path} 已经存在，没有改动它。", f"{path} already exists and was not changed."))
    for path, data in wanted.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as stream:
                stream.write(data)
        except OSError as error:
            why = error.strerror or "?"
            raise Refused(Text(f"{path} 写不进去（{why}）。", f"{path} cannot be written ({why}).")) from None


def _shown(file: Path) -> str:
    """Return a path relative to the current folder if it is inside."""
    here = Path.cwd()
    return str(file.resolve().relative_to(here)) if file.resolve().is_relative_to(here) else str(file)


def _told(root: Path, made: Proposal, lang: Lang, *, shown: bool) -> str:
    """Return the path, the text if it was not written (`shown`), and the list of what to check."""
    lines = [_shown(root / made.path)]
    if made.is_draft:
        lines[0] += Text("（草稿）", " (a draft)").say(lang)
    if shown:
        lines += [*(f"+ {name}" for name in made.files), made.text]
    lines += [f"  - {note.say(lang)}" for note in made.notes]
    if made.is_draft:
        lines.append(
            Text(
                "  核对以后删去草稿状态那一行。", "  After checking the entry, delete the line with the draft status."
            ).say(lang)
        )
    return "\n".join(lines)
