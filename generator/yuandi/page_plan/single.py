"""Single pages: those of entries, of search results, and the home page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yuandi.content.entry import Entry
from yuandi.page_plan.planned_page import Planned
from yuandi.page_plan.published import Published


@dataclass(frozen=True, slots=True)
class EntryPage(Planned):
    """The page of an entry."""

    entry: Entry[Any]


def planned_entries(published: Published) -> Iterator[EntryPage]:
    """A page for every entry except plain pages, which MkDocs draws."""
    return (EntryPage(entry.address, entry) for entry in published.entries)


def planned_search(published: Published) -> Iterator[Planned]:
    """The page of search results, if the site has search."""
    if published.portal.settings.search:
        yield Planned(published.portal.addresses.search())


def planned_home(published: Published) -> Iterator[Planned]:
    """The home page, unless the content has one."""
    home = published.portal.addresses.page("")
    if not any(entry.address == home for entry in published.given):
        yield Planned(home)
