"""The whole portal as one immutable value: content, look-ups, back-links. Read by everything after it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from posixpath import dirname, join, normpath
from typing import Any, TypeVar

from yuandi.addresses import Addresses, meant, named
from yuandi.belonging import Belonging
from yuandi.body import Link, links
from yuandi.dossiers import Dossiers
from yuandi.entry import Directory, Entry
from yuandi.forms import form_of, inline_forms
from yuandi.load import NOTHING_OPEN, Content, Texts, load, repository_of
from yuandi.load.faults import Fault
from yuandi.load.history import History, Repository
from yuandi.models import (
    BookList,
    Column,
    HonourRoll,
    LectureSeries,
    Measure,
    Page,
    Record,
    Unit,
    kind_named,
    type_named,
)
from yuandi.models.base import Status
from yuandi.models.columns import Taken
from yuandi.models.shape import files, references
from yuandi.models.values import Refers
from yuandi.reference import Reference
from yuandi.settings import Settings
from yuandi.workdays import Workdays, workdays_of

R = TypeVar("R", bound=Record)

_HIDDEN = {Status.DRAFT, Status.REVIEWED}


@dataclass(frozen=True, kw_only=True)
class Portal(Content):
    """The content of a portal on one day, with look-ups."""

    settings: Settings
    as_of: date
    repository: Repository | None = None

    @property
    def history(self) -> History:
        """What git knows of the content; read when it is first asked for."""
        return self.repository.history if self.repository else History()

    @cached_property
    def addresses(self) -> Addresses:
        """Where pages are."""
        return Addresses(self.settings.use_directory_urls)

    @cached_property
    def by_id(self) -> Mapping[str, Entry[Any]]:
        """Entries by id; of two with one id the first."""
        return {entry.id: entry for entry in reversed(self.entries)}

    @cached_property
    def by_path(self) -> Mapping[str, Entry[Any]]:
        """Entries by path in content."""
        return {entry.path: entry for entry in self.entries}

    @cached_property
    def belonging(self) -> Belonging:
        """Who belongs where and when."""
        return Belonging(self.units, self.people, self.lines)

    @cached_property
    def workdays(self) -> Workdays:
        """Which days are worked."""
        return workdays_of(self.calendar)

    def faults_of(self, code: str) -> Iterator[Fault]:
        """What reading ran into that the rule with this code reports."""
        return (fault for fault in self.faults if fault.code == code)

    @property
    def has_units(self) -> bool:
        """Whether there is anything to stand on the page of all units."""
        return bool(self.units.by_id or self.groups.by_id)

    def shows(self, entry: Entry[Any]) -> bool:
        """Whether a build of this audience on this day has a page for the entry."""
        publish_on = entry.record.publish_on
        return self.is_for_audience(entry) and (publish_on is None or publish_on <= self.as_of)

    def is_for_audience(self, entry: Entry[Any]) -> bool:
        """Whether a build of this audience has a page for the entry on some day."""
        record = entry.record
        wide_enough = self.settings.all_audiences
        rank = wide_enough.index(record.visibility) if record.visibility in wide_enough else len(wide_enough)
        return rank <= wide_enough.index(self.settings.audience) and not is_unpublished(entry)

    @cached_property
    def generated_addresses(self) -> frozenset[str]:
        """The addresses of pages that nobody writes, as they are when every entry is shown."""
        if len(self.shown) == len(self.entries):
            return self._shown_addresses
        return frozenset(self._generated(self.entries, Dossiers(self, self.entries, self.as_of)))

    @cached_property
    def _shown_addresses(self) -> frozenset[str]:
        return frozenset(self._generated(self.shown, self.dossiers))

    @cached_property
    def shown(self) -> tuple[Entry[Any], ...]:
        """The entries that a build of this audience has a page for on this day, by path."""
        return tuple(entry for entry in self.entries if self.shows(entry))

    @cached_property
    def dossiers(self) -> Dossiers:
        """The dossiers that the shown entries make."""
        return Dossiers(self, self.shown, self.as_of)

    def _generated(self, entries: Iterable[Entry[Any]], dossiers: Dossiers) -> Iterator[str]:
        """The pages of columns, units, people and groups, of the archive and its collections, of these entries."""
        where = self.addresses
        yield from (where.archive(), where.board())
        yield from (where.measure(item.record.code) for item in self.measures)
        if self.settings.search:
            yield where.search()
        yield from (where.column(column.id) for column in self.columns)
        if self.units.by_id or self.groups.by_id:
            yield where.units()
            yield from (where.unit(unit.id) for unit in self.units)
            yield from (where.person(person.id) for person in self.people)
            yield from (where.group(group.id) for group in self.groups)
        for (kind, identifier), years in dossiers.by_subject.items():
            yield from (where.dossier(kind, identifier, year) for year in years)
        yield from (where.form(entry.address) for entry in entries if form_of(entry, dossiers))
        for entry in entries:
            if isinstance(entry.record, LectureSeries):
                yield from (where.form(entry.address, name) for _, name, _ in inline_forms(entry, dossiers))
        dated = [entry for entry in entries if entry.record.date and not isinstance(entry.record, Page)]
        months = {(entry.record.date.year, entry.record.date.month) for entry in dated}
        yield from (where.archive(year) for year in {year for year, _ in months})
        yield from (where.archive(*month) for month in months)
        yield from (where.type(name) for name in {entry.type.name for entry in dated})
        yield from _collections(where, dated)
        yield from (where.column_year(*lasting) for lasting in set(self._column_years(dated)))

    def _column_years(self, dated: Iterable[Entry[Any]]) -> Iterator[tuple[str, int]]:
        """The years in which columns have entries that have not expired."""
        for entry in dated:
            column = self.column_of(entry)
            if column and not (entry.record.expires and entry.record.expires < self.as_of):
                yield column.id, entry.record.date.year

    @cached_property
    def targets(self) -> Mapping[str, str | None]:
        """Where every path of the content and every address leads; None: not in a build of this audience on this day."""
        files = (path for path in self.files if not path.endswith(".md"))
        home = self.addresses.page("")
        return {
            **dict.fromkeys(("", home), home),
            **dict.fromkeys(self.generated_addresses),
            **dict.fromkeys(one for entry in self.entries for one in (entry.path, entry.address)),
            **{self.addresses.former(alias): entry.address for entry in self.shown for alias in entry.record.aliases},
            **{address: address for address in self._shown_addresses},
            **{path: None if path in self.hidden_files else path for path in files},
            **{one: entry.address for entry in self.shown for one in (entry.path, entry.address)},
        }

    def meant(self, entry: Entry[Any], link: Link) -> str | None:
        """What a link in an entry's body leads to, as `targets` has it; None where there is nothing such."""
        is_page = isinstance(entry.record, Page)
        return meant(self.targets, entry.path, entry.address, link.path, page_first=is_page)

    @cached_property
    def by_address(self) -> Mapping[str, Entry[Any]]:
        """Entries by the addresses of their pages."""
        return {entry.address: entry for entry in reversed(self.entries)}

    def linked(self, entry: Entry[Any], link: Link) -> Entry[Any] | None:
        """The entry that a link in an entry's body leads to, by path or address."""
        word = self.meant(entry, link) if link.path and not link.is_outside else None
        return None if word is None else self.by_path.get(word) or self.by_address.get(word)

    def of(self, model: type[R]) -> Iterator[Entry[R]]:
        """The entries of one type, by path."""
        return iter(self._by_model.get(model, ()))

    @cached_property
    def _by_model(self) -> Mapping[type[Record], list[Entry[Any]]]:
        found: dict[type[Record], list[Entry[Any]]] = {}
        for entry in self.entries:
            found.setdefault(type(entry.record), []).append(entry)
        return found

    def named_by(self, entry: Entry[Any], word: str) -> Entry[Any] | None:
        """The entry that `entry` names: by id, or by a relative path ending in `.md`."""
        if word.endswith(".md"):
            return self.by_path.get(normpath(join(dirname(entry.path), word)))
        return self.by_id.get(word)

    def measure(self, code: str) -> Measure | None:
        """The measure with this code, of the organisation's own or of a preset that it extends."""
        return self._measures.get(code)

    @cached_property
    def _measures(self) -> Mapping[str, Measure]:
        return {item.record.code: item.record for item in self.measures}

    def target(self, refers: Refers, word: str, entry: Entry[Any] | None = None) -> Any:
        """What a reference names: a record of a data file or an entry; None where there is nothing."""
        for kind in refers.kinds:
            if kind == "entry":
                found: Any = self.named_by(entry, word) if entry else self.by_id.get(word)
            elif kind == "measure":
                found = self.measure(word)
            else:
                found = self.directory(kind).find(word)
            if found is not None:
                return found
        return None

    def directory(self, kind: str) -> Directory[Any]:
        """The directory of units, people, groups or columns."""
        directories: dict[str, Directory[Any]] = {
            "unit": self.units,
            "person": self.people,
            "group": self.groups,
            "column": self.columns,
        }
        return directories[kind]

    @cached_property
    def parents(self) -> Mapping[str, Unit]:
        """The unit right above each unit, by the lower one's id."""
        found: dict[str, Unit] = {}
        for unit in self.units:
            if unit.parent and (above := self.units.find(unit.parent)):
                found[unit.id] = above
            found |= {child.id: unit for child in unit.children}
        return found

    @cached_property
    def lines(self) -> Mapping[str, tuple[str, ...]]:
        """The id of each unit with those of all units above it, the nearest first."""
        return {unit.id: tuple(_line(unit.id, self.parents)) for unit in self.units}

    def links_of(self, entry: Entry[Any]) -> tuple[Link, ...]:
        """The links and pictures of an entry's body, in order."""
        return self._links[entry.path]

    def know_links(self, found: Mapping[str, tuple[Link, ...]]) -> None:
        """Take the links of all bodies as another process has found them, by the same scan."""
        self.__dict__["_links"] = found

    @cached_property
    def _links(self) -> Mapping[str, tuple[Link, ...]]:
        return {entry.path: tuple(links(entry.body)) for entry in self.entries}

    def files_named(self, entry: Entry[Any]) -> frozenset[str]:
        """The files that an entry's fields and body name, by path in content."""
        return self._files_named[entry.path]

    @cached_property
    def _files_named(self) -> Mapping[str, frozenset[str]]:
        return {entry.path: frozenset(self._names_of_files(entry)) for entry in self.entries}

    def _names_of_files(self, entry: Entry[Any]) -> set[str]:
        fields_name = {named(entry.path, name) for _, _, name in files(entry.record)}
        if not fields_name and not self.links_of(entry):
            return set()
        paths = {link.path for link in self.links_of(entry) if link.path and not link.is_outside}
        bodies_name = {
            meant(self.files, entry.path, entry.address, path, page_first=page_first)
            for path in paths
            for page_first in (False, True)
        }
        return (fields_name & self.files.keys()) | {name for name in bodies_name if name}

    @cached_property
    def hidden_files(self) -> frozenset[str]:
        """Files that no shown entry names, and that hidden ones name or that lie in a folder of hidden ones."""
        shown: set[str] = set()
        hidden: set[str] = set()
        folders: dict[str, bool] = {"": False}
        for entry in self.entries:
            is_shown = self.shows(entry)
            (shown if is_shown else hidden).update(self.files_named(entry))
            folder = dirname(entry.path)
            folders[folder] = bool(folder) and not is_shown and folders.get(folder, True)
        hidden.update(path for path in self.files if not path.endswith(".md") and _is_among_hidden(path, folders))
        return frozenset(hidden - shown)

    def column_of(self, entry: Entry[Any]) -> Column | None:
        """The column an entry stands in: its own, else the first that takes it."""
        return self._columns[entry.path]

    @cached_property
    def _columns(self) -> Mapping[str, Column | None]:
        return {entry.path: self._column_of(entry) for entry in self.entries}

    def _column_of(self, entry: Entry[Any]) -> Column | None:
        if entry.record.column:
            return self.columns.find(entry.record.column)
        taking = self._taking.get(entry.type.name, ())
        return next((column for column, taken in taking if self._fits(taken, entry)), None)

    @cached_property
    def _taking(self) -> Mapping[str, Sequence[tuple[Column, Taken]]]:
        """The columns with their filters, in order, by the type that they take."""
        found: dict[str, list[tuple[Column, Taken]]] = {}
        for column in self.columns:
            for taken in column.takes:
                if known := type_named(taken.type):
                    found.setdefault(known.name, []).append((column, taken))
        return found

    def _fits(self, taken: Taken, entry: Entry[Any]) -> bool:
        kind = taken.kind or kind_named(taken.type, entry.type)
        own = getattr(entry.record, "kind", None)
        return (
            (kind is None or kind in {str(own), getattr(own, "label", None)})
            and (taken.unit is None or self._is_of(taken.unit, entry))
            and (taken.tag is None or taken.tag in entry.record.tags)
        )

    def _is_of(self, unit: str, entry: Entry[Any]) -> bool:
        wanted = self.units.find(unit)
        own = self.units.find(entry.record.unit) if entry.record.unit else None
        return wanted is not None and own is not None and self.belonging.is_within(own, wanted)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference of entries and data files, with what it names."""
        of_entries = (
            Reference(word, refers, entry.origin, path, (), self.target(refers, word, entry), entry)
            for entry in self.entries
            for path, refers, word in references(entry.record)
        )
        of_data = (
            Reference(word, refers, item.origin, path, item.path, self.target(refers, word), None)
            for item in self.data
            for path, refers, word in references(item.record)
            if path[0] != "children"
        )
        return (*of_entries, *of_data)

    @cached_property
    def backlinks(self) -> Mapping[str, tuple[Entry[Any], ...]]:
        """For each entry's id, the entries that name it in a field, by path."""
        found: dict[str, dict[str, Entry[Any]]] = {}
        for reference in self.references:
            entry = reference.source
            target = self.named_by(entry, reference.word) if entry and "entry" in reference.refers.kinds else None
            if entry and target and target is not entry:
                found.setdefault(target.id, {})[entry.id] = entry
        return {identifier: tuple(sources.values()) for identifier, sources in found.items()}


def _collections(where: Addresses, entries: Iterable[Entry[Any]]) -> Iterator[str]:
    """The pages through the years that entries stand on: of their tags, their awards, their books."""
    records = [entry.record for entry in entries]
    tags = {tag for record in records for tag in record.tags}
    awards = {record.award for record in records if isinstance(record, HonourRoll)}
    lists = [record for record in records if isinstance(record, BookList)]
    if tags:
        yield where.tags()
    if awards:
        yield where.awards()
    if lists:
        yield where.library()
    yield from map(where.tag, tags)
    yield from map(where.award, awards)
    yield from (where.book(*book) for book in {(book.title, book.author) for one in lists for book in one.books})


def is_unpublished(entry: Entry[Any]) -> bool:
    """Whether an entry is still being written or reviewed."""
    return entry.record.status in _HIDDEN


def _line(unit: str, parents: Mapping[str, Unit]) -> Iterator[str]:
    seen: set[str] = set()
    while unit not in seen:
        seen.add(unit)
        yield unit
        if above := parents.get(unit):
            unit = above.id


def _is_among_hidden(path: str, folders: Mapping[str, bool]) -> bool:
    """Whether the nearest folder above a file that has entries has hidden ones only."""
    folder = dirname(path)
    while folder not in folders:
        folder = dirname(folder)
    return folders[folder]


def read_portal(settings: Settings, as_of: date, texts: Texts = NOTHING_OPEN) -> Portal:
    """Read the portal that the settings tell of, as it is on one day; what an editor has open, as it is there."""
    content = load(settings, texts)
    values = {item.name: getattr(content, item.name) for item in fields(content)}
    return Portal(settings=settings, as_of=as_of, repository=repository_of(settings), **values)
