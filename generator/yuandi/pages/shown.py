"""What this build shows: the due entries of its audience, and the links to everything. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from yuandi.content.addresses import named
from yuandi.content.entry import Entry
from yuandi.entry_types import Column, Group, Page, Person, Record, Unit
from yuandi.entry_types.record import Status
from yuandi.i18n import message
from yuandi.measures import Row as Verdict
from yuandi.page_plan.plan import Plan
from yuandi.page_plan.planned_portal import PlannedPortal
from yuandi.page_plan.published import Published
from yuandi.pages.parts import Fact, Link, Mark, Row
from yuandi.portal.portal import Portal

R = TypeVar("R", bound=Record)

_NOT_PUBLIC = Link(message("（不公开的条目）"))
REVOKED = Mark("revoked", message("已废止"))
_STATES = {Status.SUPERSEDED: Mark("superseded", message("已被取代")), Status.REVOKED: REVOKED}


def is_shown(portal: Portal, entry: Entry[Any]) -> bool:
    """Whether a build of this audience on this day has a page for the entry."""
    return portal.shows(entry)


@dataclass(frozen=True)
class Shown:
    """The portal for one audience on one day."""

    portal: PlannedPortal

    @property
    def as_of(self) -> date:
        """The day of the build."""
        return self.portal.as_of

    @property
    def plan(self) -> Plan:
        """The pages to be drawn."""
        return self.portal.plan

    @property
    def published(self) -> Published:
        """The entries that pages are made of."""
        return self.portal.plan.published

    @property
    def everything(self) -> tuple[Entry[Any], ...]:
        """All entries with a page, newest first, plain pages included."""
        return self.published.everything

    @property
    def entries(self) -> tuple[Entry[Any], ...]:
        """All entries with a page except plain pages, newest first, expired ones included."""
        return self.published.entries

    @property
    def listed(self) -> tuple[Entry[Any], ...]:
        """Entries that are not superseded, newest first: those of all lists except the archive."""
        return self.published.listed

    @property
    def current(self) -> tuple[Entry[Any], ...]:
        """Listed entries that have not expired."""
        return self.published.current

    @property
    def counted(self) -> tuple[Entry[Any], ...]:
        """Entries that count, newest first."""
        return self.published.counted

    @property
    def measured(self) -> tuple[Verdict, ...]:
        """The verdicts of every measure over the shown entries only."""
        return self.published.measured

    @property
    def by_column(self) -> Mapping[str, tuple[Entry[Any], ...]]:
        """Current entries by the id of their column, newest first."""
        return self.published.by_column

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all entries with a page."""
        return self.published.ids

    @cached_property
    def verdicts(self) -> Mapping[tuple[str, str], Sequence[Verdict]]:
        """The verdicts over the shown entries, by the kind and id of the subject, in the policy's order."""
        found: dict[tuple[str, str], list[Verdict]] = {}
        for verdict in self.measured:
            found.setdefault((verdict.subject.kind, verdict.subject.id), []).append(verdict)
        return found

    def of(self, model: type[R]) -> tuple[Entry[R], ...]:
        """Entries of one type, newest first."""
        return self.published.of(model)

    def counting(self, model: type[R]) -> tuple[Entry[R], ...]:
        """Entries of one type that count, newest first."""
        return self.published.counting(model)

    def of_pages(self) -> tuple[Entry[Page], ...]:
        """The plain pages."""
        return tuple(entry for entry in self.everything if entry.type.is_plain)

    def is_expired(self, entry: Entry[Any]) -> bool:
        """Whether an entry has expired, and is only in the archive."""
        return self.published.is_expired(entry)

    def is_pinned(self, entry: Entry[Any]) -> bool:
        """Whether an entry is pinned on the day of the build."""
        return self.published.is_pinned(entry)

    @cached_property
    def by_unit(self) -> Mapping[str, tuple[Entry[Any], ...]]:
        """Current entries by the id of the unit that published them, newest first."""
        found: dict[str, list[Entry[Any]]] = {}
        for entry in self.current:
            if entry.record.unit and (unit := self.portal.units.find(entry.record.unit)):
                found.setdefault(unit.id, []).append(entry)
        return {identifier: tuple(entries) for identifier, entries in found.items()}

    def feed(self, folder: str, entries: Iterable[Entry[Any]]) -> tuple[Fact, ...]:
        """The link to the feed of a list; a feed needs entries, and a site with a `site_url`."""
        if not self.portal.settings.site_url or not any(entries):
            return ()
        return (Fact(message("订阅"), (Link("Atom", self.portal.addresses.feed(folder)),)),)

    def row(self, entry: Entry[Any]) -> Row:
        """An entry in a list; made once for all lists."""
        row = self._rows.get(entry.path)
        if row is None:
            row = self._rows[entry.path] = self._row(entry)
        return row

    @cached_property
    def _rows(self) -> dict[str, Row]:
        return {}

    def _row(self, entry: Entry[Any]) -> Row:
        record = entry.record
        return Row(
            title=record.title,
            address=entry.address,
            date=record.date,
            label=self.label(entry),
            column=self.column(self.portal.column_of(entry)),
            unit=self.unit(record.unit),
            summary=record.summary or "",
            marks=self.marks(entry),
        )

    def rows(self, entries: Iterable[Entry[Any]]) -> tuple[Row, ...]:
        """Entries in a list."""
        return tuple(self.row(entry) for entry in entries)

    def label(self, entry: Entry[Any]) -> str:
        """The label of an entry: its kind if that has a name, else its type."""
        kind = getattr(entry.record, "kind", None)
        label: str = getattr(kind, "message", None) or entry.type.message
        return label

    def marks(self, entry: Entry[Any]) -> tuple[Mark, ...]:
        """The states of an entry that a reader must see."""
        marks = [Mark("pinned", message("置顶"))] if self.is_pinned(entry) else []
        if entry.record.status in _STATES:
            marks.append(_STATES[entry.record.status])
        if self.is_expired(entry):
            marks.append(Mark("expired", message("已过期")))
        return tuple(marks)

    def found(self, word: str | None, entry: Entry[Any]) -> Entry[Any] | None:
        """The entry that `entry` refers to by a word, if it is shown."""
        target = self.portal.named_by(entry, word) if word else None
        return target if target and target.id in self.ids else None

    def found_all(self, words: Iterable[str], entry: Entry[Any]) -> tuple[Entry[Any], ...]:
        """The shown entries that `entry` refers to by words."""
        return tuple(target for word in words if (target := self.found(word, entry)))

    @cached_property
    def _links(self) -> dict[Link, Link]:
        return {}

    def _one(self, link: Link) -> Link:
        """The shared object of equal links: many pages have the same ones."""
        return self._links.setdefault(link, link)

    def entry(self, target: Entry[Any]) -> Link:
        """A link to an entry by its title."""
        return self._one(Link(target.record.title, target.address))

    def column(self, column: Column | None) -> Link | None:
        """A link to a column."""
        return self._one(Link(column.title, self.portal.addresses.column(column.id))) if column else None

    def unit(self, word: str | None) -> Link | None:
        """A link to a unit by its short name."""
        unit = self.portal.units.find(word) if word else None
        return self.to_unit(unit) if unit else None

    def to_unit(self, unit: Unit) -> Link:
        """A link to a unit."""
        return self._one(Link(unit.short or unit.name, self.portal.addresses.unit(unit.id)))

    def to_person(self, person: Person) -> Link:
        """A link to a person."""
        return self._one(Link(person.name, self.portal.addresses.person(person.id)))

    def to_group(self, group: Group) -> Link:
        """A link to a group."""
        return self._one(Link(group.name, self.portal.addresses.group(group.id)))

    def actor(self, word: str, entry: Entry[Any] | None = None) -> Link:
        """A link to the person, unit, group or entry that a word names; else the word itself."""
        if person := self.portal.people.find(word):
            return self.to_person(person)
        if unit := self.portal.units.find(word):
            return self.to_unit(unit)
        if group := self.portal.groups.find(word):
            return self.to_group(group)
        target = self.found(word, entry) if entry else None
        if target:
            return self.entry(target)
        return _NOT_PUBLIC if self._is_hidden(word, entry) else Link(word)

    def _is_hidden(self, word: str, entry: Entry[Any] | None) -> bool:
        """Whether a word names an entry that is not shown or could not be read: its path must not be published."""
        portal = self.portal
        target = portal.named_by(entry, word) if entry else portal.by_id.get(word)
        return (target is not None and target.id not in self.ids) or word.endswith(".md") or word in portal.broken

    def actors(self, words: Iterable[str], entry: Entry[Any] | None = None) -> tuple[Link, ...]:
        """Links to everything that words name."""
        return tuple(self.actor(word, entry) for word in words)

    def file(self, entry: Entry[Any], name: str) -> str:
        """The address of a file beside an entry."""
        return named(entry.path, name)
