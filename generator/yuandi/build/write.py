"""Files of the site: each is replaced whole or left alone; a reader never meets half of one."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the site, and whether its bytes are new."""

    output: str
    is_new: bool


def write(site: Path | str, output: str, text: str, *, is_fresh: bool = False) -> Written:
    """Write one file where its bytes differ from what is there; into a fresh site without looking."""
    file = f"{site}{os.sep}{output}"
    data = text.encode("utf-8")
    if is_fresh:
        _create(file, data)
        return Written(output, is_new=True)
    there = _read(file)
    if there == data:
        return Written(output, is_new=False)
    if there is None:
        _create(file, data)
    else:
        _create(f"{file}.new", data)
        os.replace(f"{file}.new", file)
    return Written(output, is_new=True)


def _read(file: str) -> bytes | None:
    try:
        with open(file, "rb", buffering=0) as stream:
            return stream.read()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _create(file: str, data: bytes) -> None:
    try:
        stream = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)
        stream = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    with open(stream, "wb", buffering=0) as file_object:
        view = memoryview(data)
        while view:
            view = view[file_object.write(view) or 0 :]


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
