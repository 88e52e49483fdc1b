"""Our pages in MkDocs's sitemap, and the build's day instead of the clock."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import quote

from yuandi.pages import EntryView, View

_EPOCH = "SOURCE_DATE_EPOCH"
_given = os.environ.get(_EPOCH)


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """What MkDocs's template asks of a page."""

    canonical_url: str
    update_date: str
    is_link: bool = False
    abs_url: str = ""


@dataclass(frozen=True, slots=True)
class SitemapFile:
    """What MkDocs's template asks of a file."""

    page: SitemapPage


def in_sitemap(views: Iterable[View], site_url: str, as_of: date) -> Iterator[SitemapFile]:
    """Every page of ours, with the day of its entry or of the build, by address."""
    for view in sorted(views, key=lambda view: view.address):
        day = view.date if isinstance(view, EntryView) and view.date else as_of
        yield SitemapFile(SitemapPage(f"{site_url.rstrip('/')}/{quote(view.address)}", day.isoformat()))


def settle_the_clock(as_of: date) -> None:
    """MkDocs writes the day of the build into its sitemap: the same day gives the same bytes."""
    if _given is None:
        moment = datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC)
        os.environ[_EPOCH] = str(max(0, int(moment.timestamp())))
