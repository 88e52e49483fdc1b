"""What git knows of the content: when each file came, changed and went, in one pass, and how entries once read.

Read when a rule or a page asks for it, and then once. Only what was checked out counts: of a merge, what it brought to
the branch that took it. Days are those of the commits, in their own time zones.
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

State = Literal["none", "shallow", "full"]
_PASS = ("log", "--first-parent", "-m", "--raw", "--no-abbrev", "-z", "-M", "--relative", "--no-ext-diff", "--no-color")
_NAMED = ("_data/people.yml", "_data/units.yml", "_data/groups.yml")


@dataclass(frozen=True, slots=True)
class Change:
    """One commit's change to a file: the day, and the text from then on; none where the file went away."""

    day: date
    blob: str = ""
    author: str = ""


@dataclass(frozen=True)
class History:
    """The changes of every file by path in content, newest first; where a file went under another name; how far it reaches."""

    state: State = "none"
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    renames: Mapping[str, str] = field(default_factory=dict)

    def first(self, path: str) -> date | None:
        """The day on which a file, or the one that it was renamed from, came."""
        return min((change.day for name in self.names(path) for change in self.changes.get(name, ())), default=None)

    def last(self, path: str, until: date = date.max) -> date | None:
        """The last day, up to one day, on which a file changed."""
        return next((change.day for change in self.changes.get(path, ()) if change.day <= until), None)

    def authors(self, path: str) -> tuple[str, ...]:
        """Who changed a file, or the one that it was renamed from, by the names in the commits; the first first."""
        said = (change.author for name in self.names(path) for change in self.changes.get(name, ()))
        return tuple(dict.fromkeys(reversed([author for author in said if author])))

    def names(self, path: str) -> Iterator[str]:
        """A file's path and those that it had before, newest first."""
        seen: set[str] = set()
        while path and path not in seen:
            seen.add(path)
            yield path
            path = self._before.get(path, "")

    def now(self, path: str) -> str:
        """What a file was last renamed to; its own path where it never was."""
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
    """An entry as it stood in an earlier revision, from one day until the next change to it, if there was one."""

    entry: Entry[Any]
    day: date
    until: date | None


@dataclass(frozen=True)
class Repository:
    """The repository that the content is in, up to one revision. Nothing is read before it is asked for."""

    content: Path
    prefix: str = ""
    directories: bool = True
    revision: str = "HEAD"

    @cached_property
    def history(self) -> History:
        """The whole history of the content; where there is no git or no commit, an empty one."""
        try:
            said = git(self.content, *_PASS, "--format=%x01%cs %aN", self.revision, "--", ".")
            return _read(said, "shallow" if is_shallow(self.content) else "full")
        except GitError:
            return History()

    def earlier(self, paths: Collection[str]) -> Mapping[str, tuple[Earlier, ...]]:
        """The entries that these paths once held, newest first. What could not be read then is left out."""
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
        """What was read already: two rules ask for the same entries."""
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


def _read(said: bytes, state: State) -> History:
    changes: dict[str, list[Change]] = {}
    renames: dict[str, str] = {}
    day, author = date.min, ""
    words = iter(said.decode("utf-8", "surrogateescape").split("\0"))
    for word in words:
        head = word.lstrip("\n")
        if head.startswith("\x01"):
            said_day, _, author = head[1:].partition(" ")
            day = date.fromisoformat(said_day)
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
    """Each change that left a text, with the day of the next one."""
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
    """Every mapping at any depth that has an id and a name."""
    if isinstance(values, dict):
        identifier = values.get("id") or values.get("编号")
        name = values.get("name") or values.get("姓名") or values.get("名称")
        if isinstance(identifier, str) and isinstance(name, str):
            yield identifier, name
    if isinstance(values, dict | list):
        for value in values.values() if isinstance(values, dict) else values:
            yield from _named(value)
