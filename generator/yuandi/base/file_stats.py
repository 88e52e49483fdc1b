"""Which files there are, by size and time of change: the quick question before the exact one."""

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

Stat = tuple[int, int]

_SIZE = 16


def digest(data: bytes) -> bytes:
    """Bytes as a short key."""
    return sha256(data).digest()[:_SIZE]


def digest_of_file(file: str | Path) -> bytes:
    """A file's bytes as a short key; of one that cannot be read, none."""
    try:
        with open(file, "rb") as stream:
            return digest(stream.read())
    except OSError:
        return b""


def tree(folder: Path | str) -> dict[str, Stat]:
    """Every file below a folder with its size and the time of its last change in nanoseconds."""
    return _files(str(folder), follows=True)


def site_tree(site: Path | str) -> dict[str, Stat]:
    """Every file of a site; what is hidden at its top is none, and no symbolic link is followed."""
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
    """Whether a link leads to a folder that it is in, where following it would never end."""
    here = os.path.dirname(os.path.realpath(os.path.dirname(entry.path)) + os.sep)
    return f"{here}{os.sep}".startswith(os.path.join(os.path.realpath(entry.path), ""))


def stat_of(entry: "os.DirEntry[str] | str", *, follows: bool = True) -> Stat:
    """Size and time of change of one file; of one that is gone, (-1, -1)."""
    try:
        state = entry.stat(follow_symlinks=follows) if isinstance(entry, os.DirEntry) else os.stat(entry)
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
