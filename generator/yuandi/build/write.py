"""Files of the site: each is replaced whole or left alone; a reader never meets half of one."""

import os
from dataclasses import dataclass
from pathlib import Path

_made: set[str] = set()


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the site, and whether its bytes are new."""

    output: str
    is_new: bool


def write(site: Path, output: str, text: str) -> Written:
    """Write one file of the site where its bytes differ from what is there."""
    file = os.path.join(site, output)
    data = text.encode("utf-8")
    if _same(file, data):
        return Written(output, is_new=False)
    _ensure(os.path.dirname(file))
    # A new file is not in anybody's way; one that is there is replaced in a single step.
    target = f"{file}.new" if os.path.exists(file) else file
    with open(target, "wb") as stream:
        stream.write(data)
    if target != file:
        os.replace(target, file)
    return Written(output, is_new=True)


def _same(file: str, data: bytes) -> bool:
    try:
        with open(file, "rb") as stream:
            return os.fstat(stream.fileno()).st_size == len(data) and stream.read() == data
    except OSError:
        return False


def _ensure(folder: str) -> None:
    if folder not in _made or not os.path.isdir(folder):
        os.makedirs(folder, exist_ok=True)
        _made.add(folder)


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
