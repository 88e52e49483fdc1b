"""The whole portal as one immutable value: content, look-ups, and the entries that a build shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from posixpath import dirname
from typing import Any

from yuandi.content.addresses import Addresses
from yuandi.content.entry import Entry
from yuandi.content.settings import Settings
from yuandi.facts.dossiers import Dossiers
from yuandi.facts.standing import Purpose, counted, counts_for, is_due, is_unpublished, replaced
from yuandi.load.history import History, Repository
from yuandi.lookups.content_lookups import Lookups


@dataclass(frozen=True, kw_only=True)
class Portal(Lookups):
    """The content of a portal on one day, for one audience."""

    settings: Settings
    as_of: date
    repository: Repository | None = None

    @property
    def history(self) -> History:
        """The git history of the content, read on first use."""
        return self.repository.history if self.repository else History()

    @cached_property
    def addresses(self) -> Addresses:
        """The addresses of pages."""
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
    def shown(self) -> tuple[Entry[Any], ...]:
        """The entries that a build of this audience has a page for on this day, by path."""
        return tuple(entry for entry in self.entries if self.shows(entry))

    @cached_property
    def listed(self) -> frozenset[str]:
        """The ids of the shown entries that are in lists of current entries, until they expire."""
        gone = replaced(self, self.shown, Purpose.LISTS)
        return frozenset(entry.id for entry in self.shown if counts_for(entry, Purpose.LISTS) and entry.id not in gone)

    @cached_property
    def counted(self) -> tuple[Entry[Any], ...]:
        """The shown entries that count."""
        return counted(self, self.shown, self.as_of)

    @cached_property
    def dossiers(self) -> Dossiers:
        """The dossiers of the shown entries."""
        return Dossiers(self, self.shown, self.as_of)

    @cached_property
    def by_address(self) -> Mapping[str, Entry[Any]]:
        """Entries by the addresses of their pages."""
        return {entry.address: entry for entry in reversed(self.entries)}

    @cached_property
    def hidden_files(self) -> frozenset[str]:
        """Files that only hidden entries name, or that lie in a folder with hidden entries only and are not named."""
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


def _is_among_hidden(path: str, folders: Mapping[str, bool]) -> bool:
    """Whether the nearest folder with entries above a file has only hidden ones."""
    folder = dirname(path)
    while folder not in folders:
        folder = dirname(folder)
    return folders[folder]
