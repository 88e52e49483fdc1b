"""The page of search results: a form, and a place for what the script finds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from yuandi.pages.shown import Shown
from yuandi.pages.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView(View):
    """The page of search results; without scripts it leads to the archive."""

    template: ClassVar[str] = "search.html"
    archive: str
    count: int


def search_pages(shown: Shown) -> Iterator[View]:
    """The page of search results, where the site can be searched."""
    if shown.portal.settings.search:
        where = shown.portal.addresses
        yield SearchView(
            address=where.search(), title="搜索", active="search", archive=where.archive(), count=len(shown.everything)
        )
