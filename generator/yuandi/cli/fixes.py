"""`yuandi check --fix` and `--diff`: apply the fixes of findings to the files, or show them."""

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from yuandi.base.errors import YuandiError
from yuandi.base.text import Lang, Text
from yuandi.content.settings import Settings

if TYPE_CHECKING:
    from yuandi.content.entry import Entry
    from yuandi.editing.apply_fixes import FixedFile


def show_fixes(settings: Settings, day: date, *, mask: bool) -> int:
    """Print what `make_fixes` would change. Returns 1 if there is anything to change, otherwise 0."""
    files = _fixed_files(settings, day, mask=mask)
    for file in files:
        click.echo(file.diff(), nl=False)
    return int(bool(files))


def make_fixes(settings: Settings, day: date, lang: Lang, *, mask: bool) -> None:
    """Apply the fixes, and print how many places in how many files were changed."""
    files = _fixed_files(settings, day, mask=mask)
    for file in files:
        _replace(settings.content / file.entry.path, file.after.encode("utf-8"))
    count = sum(file.count for file in files)
    message = Text(f"改正了 {len(files)} 个文件中的 {count} 处。", f"Fixed {count} places in {len(files)} files.")
    click.echo(message.say(lang), err=True)


def _fixed_files(settings: Settings, day: date, *, mask: bool) -> "list[FixedFile]":
    from yuandi.editing.apply_fixes import fixed_files
    from yuandi.page_plan.planned_portal import read_portal

    def raw(entry: "Entry[Any]") -> str | None:
        try:
            return (settings.content / entry.path).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    return fixed_files(read_portal(settings, day), raw, mask=mask)


def _replace(file: Path, data: bytes) -> None:
    """Write a file in one step, keeping its mode; a symbolic link stays a link. Raises YuandiError if it cannot be written."""
    file = file.resolve()
    new = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        new.write_bytes(data)
        new.chmod(file.stat().st_mode & 0o7777)
        new.replace(file)
    except OSError as error:
        new.unlink(missing_ok=True)
        why = error.strerror or "?"
        raise YuandiError(Text(f"{file} 写不进去（{why}）。", f"{file} cannot be written ({why}).")) from None
