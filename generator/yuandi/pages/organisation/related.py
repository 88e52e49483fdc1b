"""Which entries a unit, person or group published, and which others name it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import Group, Person, Unit
from yuandi.entry_types.fields import references
from yuandi.pages.shown import Shown

_PUBLISHING = {"unit": ("unit",), "person": ("author", "authors"), "group": ("host", "decided_by")}
"""The fields by which an entry is somebody's own."""


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a subject, newest first: its own, and the others."""

    own: tuple[Entry[Any], ...] = ()
    others: tuple[Entry[Any], ...] = ()


Related = Mapping[tuple[str, str], Entries]


def related(shown: Shown) -> Related:
    """Look through the references of all listed entries once; by the kind and id of the subject."""
    own: dict[tuple[str, str], dict[str, Entry[Any]]] = {}
    others: dict[tuple[str, str], dict[str, Entry[Any]]] = {}
    for entry in shown.listed:
        for path, refers, word in references(entry.record):
            found = _named(shown, refers.kinds, word)
            if found:
                kind, subject = found
                is_own = path[0] in _PUBLISHING[kind]
                (own if is_own else others).setdefault((kind, subject.id), {})[entry.id] = entry
    return {key: _entries(own.get(key, {}), others.get(key, {})) for key in {**own, **others}}


def _named(shown: Shown, kinds: tuple[str, ...], word: str) -> tuple[str, Unit | Person | Group] | None:
    for kind in kinds:
        if kind in _PUBLISHING and (subject := shown.portal.directory(kind).find(word)):
            return kind, subject
    return None


def _entries(own: Mapping[str, Entry[Any]], others: Mapping[str, Entry[Any]]) -> Entries:
    return Entries(tuple(own.values()), tuple(entry for identifier, entry in others.items() if identifier not in own))
