"""The git history of the content: when each file was added, changed and removed, and earlier revisions of entries.

It is read in one pass, once, when a rule or a page needs it. Only the checked-out branch counts: a merge is one change,
with its first parent as the state before it. Days are those of the commits, in their own time zones.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from yuandi.base.git import GitError, blobs, git, is_shallow
from yuandi.content.entry import Entry
from yuandi.front_matter.parse import DATA_DEPTH, parse
from yuandi.front_matter.yaml_errors import UnparsableError
from yuandi.load.decode import decode
from yuandi.load.entries import read_entry

Reach = Literal["none", "shallow", "full"]
"""How far a history reaches back: no history, a shallow clone, or all commits."""
_PASS = ("log", "--first-parent", "-m", "--raw", "--no-abbrev", "-z", "-M", "--relative", "--no-ext-diff", "--no-color")
_NAMED = ("_data/people.yml", "_data/units.yml", "_data/groups.yml")


@dataclass(frozen=True, slots=True)
class Change:
    """The change of one commit to a file: its day, the resulting blob (empty if the file was removed), its author."""

    day: date
    blob: str = ""
    author: str = ""


@dataclass(frozen=True)
class History:
    """The changes of every file by path in content, newest first, and the renames by old path."""

    state: Reach = "none"
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    renames: Mapping[str, str] = field(default_factory=dict)

    def first(self, path: str) -> date | None:
        """The day on which a file was first added, under its path or a former one."""
        return min((change.day for name in self.names(path) for change in self.changes.get(name, ())), default=None)

    def last(self, path: str, until: date = date.max) -> date | None:
        """The last day on which a file changed, not after `until`."""
        return next((change.day for change in self.changes.get(path, ()) if change.day <= until), None)

    def authors(self, path: str) -> tuple[str, ...]:
        """The names of the commits' authors who changed a file, under its path or a former one, the earliest first."""
        authors = (change.author for name in self.names(path) for change in self.changes.get(name, ()))
        return tuple(dict.fromkeys(reversed([author for author in authors if author])))

    def names(self, path: str) -> Iterator[str]:
        """A file's path and its former paths, newest first."""
        seen: set[str] = set()
        while path and path not in seen:
            seen.add(path)
            yield path
            path = self._before.get(path, "")

    def now(self, path: str) -> str:
        """The path that a file was last renamed to; its own path if it was never renamed."""
        seen: set[str] = set()
        while path in self.renames and path not in seen:
            seen.add(path)
            path = self.renames[path]
        return path

    @cached_property
    def _before(self) -> Mapping[str, str]:
        return {new: old for old, new in self.renames.items()}


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier revision of an entry, valid from `day` until the day of the next change, if there was one."""

    entry: Entry[Any]
    day: date
    until: date | None


@dataclass(frozen=True)
class Repository:
    """The git repository of the content, up to one revision. Everything is read on first use."""

    content: Path
    prefix: str = ""
    directories: bool = True
    revision: str = "HEAD"

    @cached_property
    def history(self) -> History:
        """The whole history of the content; empty without git or without a commit."""
        try:
            log = git(self.content, *_PASS, "--format=%x01%cs %aN", self.revision, "--", ".")
            return _read(log, "shallow" if is_shallow(self.content) else "full")
        except GitError:
            return History()

    def earlier(self, paths: Collection[str]) -> Mapping[str, tuple[Earlier, ...]]:
        """The earlier revisions of the entries at these paths, newest first. Unreadable revisions are left out."""
        new = [path for path in paths if path not in self._seen]
        versions = {path: list(_versions(self.history.changes.get(path, ()))) for path in new}
        texts = self._texts(change.blob for found in versions.values() for change, _ in found)
        self._seen.update((path, tuple(self._entries(path, found, texts))) for path, found in versions.items())
        return {path: self._seen[path] for path in paths}

    def _entries(
        self, path: str, versions: Iterable[tuple[Change, date | None]], texts: Mapping[str, bytes]
    ) -> Iterator[Earlier]:
        for change, until in versions:
            decoded = decode(self.prefix + path, texts.get(change.blob, b""))
            entry = read_entry(path, decoded.document, self.directories).entry if decoded.document else None
            if entry:
                yield Earlier(entry, change.day, until)

    @cached_property
    def _seen(self) -> dict[str, tuple[Earlier, ...]]:
        """Earlier revisions already read, by path: two rules need the same entries."""
        return {}

    @cached_property
    def names(self) -> Mapping[str, frozenset[str]]:
        """The names that people, units and groups had under each id in any revision."""
        changes = [change.blob for path in _NAMED for change in self.history.changes.get(path, ()) if change.blob]
        found: dict[str, set[str]] = {}
        for data in self._texts(changes).values():
            for identifier, name in _named(_yaml(data)):
                found.setdefault(identifier, set()).add(name)
        return {identifier: frozenset(names) for identifier, names in found.items()}

    def _texts(self, names: Iterable[str]) -> dict[str, bytes]:
        try:
            return dict(blobs(self.content, names))
        except GitError:
            return {}


def _read(log: bytes, state: Reach) -> History:
    changes: dict[str, list[Change]] = {}
    renames: dict[str, str] = {}
    day, author = date.min, ""
    words = iter(log.decode("utf-8", "surrogateescape").split("\0"))
    for word in words:
        head = word.lstrip("\n")
        if head.startswith("\x01"):
            written, _, author = head[1:].partition(" ")
            day = date.fromisoformat(written)
        elif head.startswith(":"):
            *_, blob, status = head.split(" ")
            path = next(words)
            if status[0] in "RC":
                new = next(words)
                if status[0] == "R":
                    changes.setdefault(path, []).append(Change(day, author=author))
                    renames.setdefault(path, new)
                path = new
            changes.setdefault(path, []).append(Change(day, "" if status == "D" else blob, author))
    return History(state, {path: tuple(found) for path, found in changes.items()}, renames)


def _versions(changes: Iterable[Change]) -> Iterator[tuple[Change, date | None]]:
    """Each change that did not remove the file, with the day of the next change."""
    until: date | None = None
    for change in changes:
        if change.blob:
            yield change, until
        until = change.day


def _yaml(data: bytes) -> Any:
    decoded = decode("", data)
    try:
        return parse(decoded.document.text, depth=DATA_DEPTH).values if decoded.document else None
    except UnparsableError:
        return None


def _named(values: Any) -> Iterator[tuple[str, str]]:
    """The id and name of every mapping, at any depth, that has both."""
    if isinstance(values, dict):
        identifier = values.get("id") or values.get("编号")
        name = values.get("name") or values.get("姓名") or values.get("名称")
        if isinstance(identifier, str) and isinstance(name, str):
            yield identifier, name
    if isinstance(values, dict | list):
        for value in values.values() if isinstance(values, dict) else values:
            yield from _named(value)
