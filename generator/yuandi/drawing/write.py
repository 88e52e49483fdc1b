"""Files of the site: each is replaced as a whole or left alone, so that a reader never sees half a file."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from yuandi.base.file_stats import Stat, digest, digest_of_file, stat_of


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the site as this build leaves it: whether its bytes are new, and what they were made from."""

    output: str
    is_new: bool
    stat: Stat
    digest: bytes
    key: bytes = b""


@dataclass(frozen=True, slots=True)
class Left:
    """A file of the site as an earlier build left it."""

    stat: Stat
    key: bytes
    digest: bytes


def write(site: Path | str, output: str, text: str | bytes, *, key: bytes = b"", is_fresh: bool = False) -> Written:
    """Write one file if its bytes differ from the existing ones; into a fresh site without comparing."""
    file = f"{site}{os.sep}{output}"
    data = text.encode("utf-8") if isinstance(text, str) else text
    there, stat = (None, None) if is_fresh else _read(file)
    is_new = stat is None or there != data
    if stat is None:
        stat = _create(file, data)
    elif is_new:
        aside = f"{file}.{os.getpid()}.new"  # another build may be writing the same file
        stat = _create(aside, data)
        os.replace(aside, file)
    return Written(output, is_new, stat, digest(data), key)


def write_all(site: Path, files: Iterable[tuple[str, str | bytes]]) -> tuple[Written, ...]:
    """Write files, each if its bytes differ."""
    return tuple(write(site, output, text) for output, text in files)


def still(site: Path | str, output: str, left: Left) -> Written | None:
    """The file as an earlier build left it, if its bytes are unchanged; else None."""
    file = f"{site}{os.sep}{output}"
    stat = stat_of(file)
    if stat != left.stat and (stat[0] != left.stat[0] or digest_of_file(file) != left.digest):
        return None
    return Written(output, False, stat, left.digest, left.key)


def _read(file: str) -> tuple[bytes | None, Stat | None]:
    try:
        with open(file, "rb", buffering=0) as stream:
            state = os.fstat(stream.fileno())
            return stream.read(), (state.st_size, state.st_mtime_ns)
    except (FileNotFoundError, NotADirectoryError):
        return None, None


def _create(file: str, data: bytes) -> Stat:
    try:
        stream = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)
        stream = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    with open(stream, "wb", buffering=0) as file_object:
        view = memoryview(data)
        while view:
            view = view[file_object.write(view) or 0 :]
        state = os.fstat(stream)
        return (state.st_size, state.st_mtime_ns)


def remove(site: Path, output: str) -> None:
    """Delete a file of the site, and the folders that it leaves empty."""
    file = site / output
    file.unlink(missing_ok=True)
    for folder in file.parents:
        if folder == site or not folder.is_relative_to(site):
            return
        try:
            folder.rmdir()
        except OSError:
            return
