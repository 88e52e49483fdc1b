"""The entries that pages are made of, in the order of lists: newest first, by type, by column. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from yuandi.content.entry import Entry
from yuandi.entry_types import Record
from yuandi.facts.dossiers import Dossiers
from yuandi.facts.standing import counted
from yuandi.measures import Row as Verdict
from yuandi.measures import measures
from yuandi.portal.portal import Portal

R = TypeVar("R", bound=Record)


def newest_first(entries: Iterable[Entry[Any]]) -> tuple[Entry[Any], ...]:
    """Entries by date, the newest first, then by id."""
    return tuple(sorted(entries, key=lambda entry: (-(entry.record.date or date.min).toordinal(), entry.id)))


@dataclass(frozen=True)
class Published:
    """Entries of a portal that have a page, by path, with the dossiers made of them."""

    portal: Portal
    given: tuple[Entry[Any], ...]
    dossiers: Dossiers

    @property
    def as_of(self) -> date:
        """The day of the build."""
        return self.portal.as_of

    @cached_property
    def everything(self) -> tuple[Entry[Any], ...]:
        """All entries, newest first, plain pages included."""
        return newest_first(self.given)

    @cached_property
    def entries(self) -> tuple[Entry[Any], ...]:
        """All entries except plain pages, newest first, expired ones included."""
        return tuple(entry for entry in self.everything if not entry.type.is_plain)

    @cached_property
    def listed(self) -> tuple[Entry[Any], ...]:
        """Entries that are not superseded."""
        portal = self.portal
        return tuple(entry for entry in self.entries if entry.id in portal.listed or not portal.shows(entry))

    @cached_property
    def current(self) -> tuple[Entry[Any], ...]:
        """Listed entries that have not expired."""
        return tuple(entry for entry in self.listed if not self.is_expired(entry))

    @cached_property
    def counted(self) -> tuple[Entry[Any], ...]:
        """Entries that count, newest first."""
        counting = {entry.id for entry in counted(self.portal, self.given, self.as_of)}
        return tuple(entry for entry in self.entries if entry.id in counting)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all entries."""
        return frozenset(entry.id for entry in self.given)

    @cached_property
    def measured(self) -> tuple[Verdict, ...]:
        """The verdicts of every measure over these entries only, so that no number reveals others."""
        return measures(self.portal, self.everything)

    def of(self, model: type[R]) -> tuple[Entry[R], ...]:
        """Entries of one type, newest first."""
        return tuple(self._by_model.get(model, ()))

    def counting(self, model: type[R]) -> tuple[Entry[R], ...]:
        """Entries of one type that count, newest first."""
        return tuple(self._counted_by_model.get(model, ()))

    @cached_property
    def _by_model(self) -> Mapping[type[Record], Sequence[Entry[Any]]]:
        return _by_model(self.entries)

    @cached_property
    def _counted_by_model(self) -> Mapping[type[Record], Sequence[Entry[Any]]]:
        return _by_model(self.counted)

    @cached_property
    def by_column(self) -> Mapping[str, tuple[Entry[Any], ...]]:
        """Current entries by the id of their column, newest first."""
        found: dict[str, list[Entry[Any]]] = {}
        for entry in self.current:
            column = self.portal.column_of(entry)
            if column:
                found.setdefault(column.id, []).append(entry)
        return {identifier: tuple(entries) for identifier, entries in found.items()}

    def is_expired(self, entry: Entry[Any]) -> bool:
        """Whether an entry has expired, and is only in the archive."""
        return entry.record.expires is not None and entry.record.expires < self.as_of

    def is_pinned(self, entry: Entry[Any]) -> bool:
        """Whether an entry is pinned on the day of the build."""
        return entry.record.pin_until is not None and entry.record.pin_until >= self.as_of


def _by_model(entries: Iterable[Entry[Any]]) -> Mapping[type[Record], Sequence[Entry[Any]]]:
    found: dict[type[Record], list[Entry[Any]]] = {}
    for entry in entries:
        found.setdefault(type(entry.record), []).append(entry)
    return found
