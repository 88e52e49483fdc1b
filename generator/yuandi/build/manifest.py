"""Which files there are, by size and time of change: the quick question before the exact one."""

import os
from collections.abc import Iterable
from pathlib import Path

Stat = tuple[int, int]


def tree(folder: Path | str, *, hidden_at_top: bool = True) -> dict[str, Stat]:
    """Every file below a folder with its size and the time of its last change in nanoseconds."""
    found: dict[str, Stat] = {}
    pending = [("", str(folder))]
    while pending:
        base, current = pending.pop()
        try:
            entries = list(os.scandir(current))
        except OSError:
            continue
        for entry in entries:
            if not hidden_at_top and not base and entry.name.startswith("."):
                continue
            if entry.is_dir():
                pending.append((f"{base}{entry.name}/", entry.path))
            else:
                found[base + entry.name] = stat_of(entry)
    return found


def stat_of(entry: "os.DirEntry[str] | str") -> Stat:
    """Size and time of change of one file; of one that is gone, (-1, -1)."""
    try:
        state = entry.stat() if isinstance(entry, os.DirEntry) else os.stat(entry)
    except OSError:
        return (-1, -1)
    return (state.st_size, state.st_mtime_ns)


def watch(files: Iterable[str], folders: Iterable[str]) -> dict[str, Stat]:
    """The files given, and every file that is now in the folders; compiled Python is none."""
    found = {
        f"{folder}/{path}": stat
        for folder in folders
        for path, stat in tree(folder).items()
        if not path.endswith((".pyc", ".new"))
    }
    return {file: stat_of(file) for file in files} | found
