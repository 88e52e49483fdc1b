"""The page of search results: a form, and a place for the results of the script."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from yuandi.i18n import message
from yuandi.page_plan.single import planned_search
from yuandi.pages.shown import Shown
from yuandi.pages.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView(View):
    """The page of search results; without scripts it links to the archive."""

    template: ClassVar[str] = "search.html"
    archive: str
    count: int


def search_pages(shown: Shown) -> Iterator[View]:
    """The page of search results, if the site has search."""
    for page in shown.plan.of(planned_search):
        archive = shown.portal.addresses.archive()
        yield SearchView(
            address=page.address, title=message("搜索"), active="search", archive=archive, count=len(shown.everything)
        )
