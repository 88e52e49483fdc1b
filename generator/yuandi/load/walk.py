"""The files of the content folder that may be published: none outside it, none hidden."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from yuandi.base.source import Location
from yuandi.base.text import Text
from yuandi.load.faults import Fault


@dataclass(slots=True)
class FoundFiles:
    """The sizes in bytes of files by path in content; `unread` are the existing paths that were skipped."""

    files: dict[str, int] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    def skip(self, path: str, fault: Fault) -> None:
        """Record a path that is not read, with its fault."""
        self.unread.add(path)
        self.faults.append(fault)


def walk(content: Path, prefix: str) -> FoundFiles:
    """All files that may be published, and the faults of paths that cannot be."""
    found = FoundFiles()
    root = os.path.realpath(content)
    for folder, folders, names in os.walk(content):
        relative = Path(folder).relative_to(content).as_posix()
        base = "" if relative == "." else f"{relative}/"
        folders[:] = sorted(_folders(folder, folders, base, prefix, found))
        for name in sorted(names):
            if not _is_hidden(name) and _is_named_in_utf_8(base + name, prefix, found):
                _add(base + name, os.path.join(folder, name), prefix, root, found)
    return found


def _folders(folder: str, names: list[str], base: str, prefix: str, found: FoundFiles) -> Iterator[str]:
    for name in names:
        if _is_hidden(name) or not _is_named_in_utf_8(base + name, prefix, found):
            continue
        if os.path.islink(os.path.join(folder, name)):
            found.skip(base + name, unread_link(prefix + base + name, "folder"))
        elif name.endswith(".md"):
            found.skip(base + name, _is_folder(prefix + base + name))
        else:
            yield name


def _add(path: str, full: str, prefix: str, root: str, found: FoundFiles) -> None:
    if not is_inside(full, root):
        found.skip(path, unread_link(prefix + path, "outside"))
    elif os.path.isfile(full):
        found.files[path] = os.path.getsize(full)
    elif os.path.islink(full):
        found.skip(path, unread_link(prefix + path, "nowhere"))


def _is_named_in_utf_8(path: str, prefix: str, found: FoundFiles) -> bool:
    """Whether a path is valid UTF-8; if not, a fault is recorded with the characters that are."""
    shown = path.encode("utf-8", "replace").decode("utf-8")
    if shown != path:
        found.faults.append(Fault("FM010", Location(prefix + shown), value="name"))
    return shown == path


def is_published(path: str) -> bool:
    """Whether a file with this path may be published: no part of the path is hidden."""
    return not any(map(_is_hidden, path.split("/")))


def _is_hidden(name: str) -> bool:
    return name.startswith(("_", "."))


def is_inside(full: str, root: str) -> bool:
    """Whether a path is within the content; only a symbolic link can lead out of it."""
    return not os.path.islink(full) or os.path.realpath(full).startswith(root + os.sep)


def unread_link(file: str, why: str) -> Fault:
    """The fault of a symbolic link that is not followed: it leads `outside`, `nowhere` or to a `folder`."""
    return Fault("REF005", Location(file), value=why)


def _is_folder(path: str) -> Fault:
    return Fault(
        "FM001",
        Location(path),
        message=Text("这是一个文件夹，却以 `.md` 结尾。", "This is a folder whose name ends in `.md`."),
        hint=Text(
            "给文件夹改名，去掉 `.md`；其中的文件没有读取。",
            "Rename the folder without `.md`; the files in it were not read.",
        ),
    )
