"""The whole portal as one immutable value: content, look-ups, and what a build shows of them. Read by everything after it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from posixpath import dirname
from typing import Any

from yuandi.content.addresses import Addresses, meant
from yuandi.content.entry import Entry
from yuandi.content.settings import Settings
from yuandi.entry_types import BookList, HonourRoll, LectureSeries, Page
from yuandi.facts.dossiers import Dossiers
from yuandi.facts.printable_forms import form_of, inline_forms
from yuandi.facts.standing import Purpose, counted, counts_for, is_due, is_unpublished, replaced
from yuandi.load import NOTHING_OPEN, Texts, load, repository_of
from yuandi.load.history import History, Repository
from yuandi.lookups.content_lookups import Lookups
from yuandi.markdown.links import Link


@dataclass(frozen=True, kw_only=True)
class Portal(Lookups):
    """The content of a portal on one day, for one audience."""

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

    def shows(self, entry: Entry[Any]) -> bool:
        """Whether a build of this audience on this day has a page for the entry."""
        return self.is_for_audience(entry) and is_due(entry, self.as_of)

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
    def listed(self) -> frozenset[str]:
        """The ids of the shown entries that stand in lists of what is current, until they expire."""
        gone = replaced(self, self.shown, Purpose.LISTS)
        return frozenset(entry.id for entry in self.shown if counts_for(entry, Purpose.LISTS) and entry.id not in gone)

    @cached_property
    def counted(self) -> tuple[Entry[Any], ...]:
        """Those of the shown entries that count."""
        return counted(self, self.shown, self.as_of)

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
            stands = entry.id in self.listed or not self.shows(entry)
            if column and stands and not (entry.record.expires and entry.record.expires < self.as_of):
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
