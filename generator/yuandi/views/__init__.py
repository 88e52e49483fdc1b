"""Pure: portal → what each page shows. Everything that is generated is listed in VIEWS: entries first,
the pages that lead to them after, so that a build that is watched never shows a link before its page."""

from collections.abc import Callable, Iterator

from yuandi.views.archive import archive_pages
from yuandi.views.boards import board_pages
from yuandi.views.books import book_pages
from yuandi.views.collections import collection_pages
from yuandi.views.dossier import dossier_pages
from yuandi.views.entry_pages import EntryView, entry_pages
from yuandi.views.forms import form_pages
from yuandi.views.frame import frame
from yuandi.views.home import home_pages
from yuandi.views.lists import column_pages
from yuandi.views.organisation import organisation_pages
from yuandi.views.search import search_pages
from yuandi.views.shown import Shown, is_shown
from yuandi.views.view import Frame, View

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
    """Every page of the site but the plain ones."""
    for views in VIEWS:
        yield from views(shown)
