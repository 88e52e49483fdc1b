"""HON001: a published honour that was removed from its roll without an explanation."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.source import Location
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.earlier_versions import earlier_of, was_published
from yuandi.content.entry import Entry
from yuandi.entry_types import HonourChange, HonourRoll
from yuandi.entry_types.honour_roll import Honoured
from yuandi.facts.standing import is_unpublished
from yuandi.load.history import Earlier
from yuandi.portal.portal import Portal

_SPACES = re.compile(r"\s+")


@rule("HON001", "silently-dropped", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def silently_dropped(portal: Portal) -> Iterator[Finding]:
    """A published honour was removed without an `honour-change`."""
    rolls = [entry for entry in portal.of(HonourRoll) if not is_unpublished(entry)]
    seen: set[tuple[str, str]] = set()
    for path, versions in earlier_of(portal, _paths(portal)).items():
        for earlier in versions:
            if isinstance(earlier.entry.record, HonourRoll) and was_published(portal, earlier):
                for dropped in _dropped(portal, path, earlier, rolls):
                    if (path, dropped.name) not in seen:
                        seen.add((path, dropped.name))
                        yield _finding(portal, dropped, earlier)


def _paths(portal: Portal) -> list[str]:
    """Return the paths of all rolls, under every name that they had, and of all entries that were removed."""
    history = portal.history
    now = {name for entry in portal.of(HonourRoll) for name in history.names(entry.path)}
    gone = {path for path in history.changes if path.endswith(".md") and path not in portal.files}
    return sorted((now & history.changes.keys()) | (gone - portal.unread))


@dataclass(frozen=True, slots=True)
class _Dropped:
    """The name that was removed, and the roll as it is today; None if the roll was removed."""

    name: str
    roll: Entry[HonourRoll] | None


def _dropped(portal: Portal, path: str, earlier: Earlier, rolls: Iterable[Entry[HonourRoll]]) -> Iterator[_Dropped]:
    was: Entry[HonourRoll] = earlier.entry
    same = _same(portal, path, was)
    successors = [entry for entry in rolls if entry is same or _is_of(entry, was)]
    present = {name for entry in successors for item in entry.record.entries for name in _names(portal, item)}
    changed = _changed(portal, was, {entry.id for entry in successors} | {was.id, path.removesuffix(".md")})
    for item in was.record.entries:
        names = _names(portal, item)
        if not names & present and not names & changed:
            yield _Dropped(_shown(portal, item), same)


def _same(portal: Portal, path: str, was: Entry[HonourRoll]) -> Entry[HonourRoll] | None:
    """Return today's version of an earlier roll: by its path as renamed in git, its path, or its id."""
    found = portal.by_path.get(portal.history.now(path)) or portal.by_path.get(path) or portal.by_id.get(was.id)
    return found if found and isinstance(found.record, HonourRoll) else None


def _is_of(entry: Entry[HonourRoll], was: Entry[HonourRoll]) -> bool:
    return (entry.record.award, entry.record.year) == (was.record.award, was.record.year)


def _changed(portal: Portal, was: Entry[HonourRoll], ids: set[str]) -> set[str]:
    """Return the names of those whose honour on a roll was changed."""
    found: set[str] = set()
    for change in portal.of(HonourChange):
        roll: Any = portal.named_by(change, change.record.honour)
        named = _is_of(roll, was) if roll and isinstance(roll.record, HonourRoll) else False
        if not is_unpublished(change) and (named or change.record.honour in ids or (roll and roll.id in ids)):
            found |= _known_as(portal, change.record.ref)
    return found


def _names(portal: Portal, item: Honoured) -> set[str]:
    """Return all names of a line: a person may be given by id in one revision and by name in another."""
    return {name for word in (item.ref, item.name) if word for name in _known_as(portal, word)}


def _known_as(portal: Portal, word: str) -> set[str]:
    found = _directories(portal, word)
    names = {found.id, found.name} if found else {word}
    if not found and portal.repository:
        names |= portal.repository.names.get(word, frozenset())
    return {_SPACES.sub("", name) for name in (word, *names)}


def _directories(portal: Portal, word: str) -> Any:
    return portal.people.find(word) or portal.units.find(word) or portal.groups.find(word)


def _shown(portal: Portal, item: Honoured) -> str:
    found = _directories(portal, item.ref) if item.ref else None
    return str(found.name if found else item.name or item.ref)


def _finding(portal: Portal, dropped: _Dropped, earlier: Earlier) -> Finding:
    roll, name = earlier.entry.record, dropped.name
    file = dropped.roll.origin.document.path if dropped.roll else earlier.entry.origin.document.path
    document = portal.documents.get(file)
    return Finding(
        document.top() if document else Location(file),
        Text(
            f"`{name}` 曾在“{roll.award}”（{roll.year}年）的光荣榜上（{earlier.day}），现在没有了，也没有说明。",
            f"`{name}` was on the roll of “{roll.award}” ({roll.year}) on {earlier.day}, and was removed without an explanation.",
        ),
        Text(
            "恢复名单上的这一项；撤销称号的，另写一条 `type: honour-change`，说明理由，名单不动。",
            "Restore the item. If the title was revoked, add an `honour-change` with the reason and leave the roll as it is.",
        ),
        about=name,
    )
