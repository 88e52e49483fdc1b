"""Pure: portal → what each page shows. VIEWS lists everything that is generated: entries first,
then the pages that lead to them, so that a watched build never shows a link before its page."""

from collections.abc import Callable, Iterator

from yuandi.pages.archive import archive_pages
from yuandi.pages.boards import board_pages
from yuandi.pages.books import book_pages
from yuandi.pages.collections import collection_pages
from yuandi.pages.dossier.dossier_page import dossier_pages
from yuandi.pages.entry.entry_page import EntryView, entry_pages
from yuandi.pages.frame import frame
from yuandi.pages.home import home_pages
from yuandi.pages.lists import column_pages
from yuandi.pages.organisation.organisation_pages import organisation_pages
from yuandi.pages.printable.printable_pages import form_pages
from yuandi.pages.search import search_pages
from yuandi.pages.shown import Shown, is_shown
from yuandi.pages.view import Frame, View

__all__ = ["VIEWS", "EntryView", "Frame", "Shown", "View", "all_views", "frame", "is_shown"]

VIEWS: tuple[Callable[[Shown], Iterator[View]], ...] = (
    entry_pages,
    form_pages,
    dossier_pages,
    organisation_pages,
    column_pages,
    collection_pages,
    book_pages,
    archive_pages,
    board_pages,
    search_pages,
    home_pages,
)


def all_views(shown: Shown) -> Iterator[View]:
    """Every page of the site except plain pages."""
    for views in VIEWS:
        yield from views(shown)
