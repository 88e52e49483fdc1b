"""Files by size and time of change: the cheap comparison that is made before contents are read."""

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

Stat = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""

_SIZE = 16


def digest(data: bytes) -> bytes:
    """A key of 16 bytes for `data`."""
    return sha256(data).digest()[:_SIZE]


def digest_of_file(file: str | Path) -> bytes:
    """A key of 16 bytes for a file's content; empty if the file cannot be read."""
    try:
        with open(file, "rb") as stream:
            return digest(stream.read())
    except OSError:
        return b""


def tree(folder: Path | str) -> dict[str, Stat]:
    """Every file below a folder, by relative path."""
    return _files(str(folder), follows=True)


def site_tree(site: Path | str) -> dict[str, Stat]:
    """Every file of a site, by relative path, without hidden files at its root. Symbolic links are not followed."""
    return _files(str(site), follows=False, hidden_at_top=False)


def _files(folder: str, *, follows: bool, hidden_at_top: bool = True) -> dict[str, Stat]:
    found: dict[str, Stat] = {}
    pending = [("", folder)]
    while pending:
        base, current = pending.pop()
        try:
            entries = list(os.scandir(current))
        except OSError:
            continue
        for entry in entries:
            if not hidden_at_top and not base and entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=follows) and not (entry.is_symlink() and _leads_back(entry)):
                pending.append((f"{base}{entry.name}/", entry.path))
            else:
                found[base + entry.name] = stat_of(entry, follows=follows)
    return found


def _leads_back(entry: "os.DirEntry[str]") -> bool:
    """Whether a link leads to a folder that contains it, so that following it would never end."""
    here = os.path.dirname(os.path.realpath(os.path.dirname(entry.path)) + os.sep)
    return f"{here}{os.sep}".startswith(os.path.join(os.path.realpath(entry.path), ""))


def stat_of(entry: "os.DirEntry[str] | str", *, follows: bool = True) -> Stat:
    """Size and time of change of one file; (-1, -1) if it does not exist."""
    try:
        state = entry.stat(follow_symlinks=follows) if isinstance(entry, os.DirEntry) else os.stat(entry)
    except OSError:
        return (-1, -1)
    return (state.st_size, state.st_mtime_ns)


def watch(files: Iterable[str], folders: Iterable[str]) -> dict[str, Stat]:
    """The given files and every file in the folders, without compiled Python."""
    found = {
        f"{folder}/{path}": stat
        for folder in folders
        for path, stat in tree(folder).items()
        if not path.endswith((".pyc", ".new"))
    }
    return {file: stat_of(file) for file in files} | found
