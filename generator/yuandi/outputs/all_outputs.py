"""Files of the site besides its pages: feeds, calendars, redirects. EXPORTS lists all of them.

Pure: what is shown → files. They do not read bodies, so an edited body does not change them.
"""

from collections.abc import Callable, Iterator

from yuandi.outputs.calendars import calendars
from yuandi.outputs.cms import cms
from yuandi.outputs.feeds import feeds
from yuandi.outputs.next_build import schedule
from yuandi.outputs.output import Export
from yuandi.outputs.redirects import redirects
from yuandi.outputs.robots import robots
from yuandi.outputs.tables import sheets
from yuandi.pages import Shown

__all__ = ["EXPORTS", "Export", "exports"]

EXPORTS: tuple[Callable[[Shown], Iterator[Export]], ...] = (
    feeds,
    calendars,
    sheets,
    redirects,
    robots,
    schedule,
    cms,
)


def exports(shown: Shown) -> Iterator[Export]:
    """All files besides pages, except those that the content already has."""
    for make in EXPORTS:
        yield from (export for export in make(shown) if export.output not in shown.portal.files)
