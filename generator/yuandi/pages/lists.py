"""Lists cut into pages, grouped by month: of columns, of archives, of units and people."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, ClassVar

from yuandi.content.entry import Entry
from yuandi.i18n import message
from yuandi.i18n.dates import month
from yuandi.i18n.dates import year as year_label
from yuandi.page_plan.columns import ColumnPage, planned_columns
from yuandi.page_plan.planned_page import Listed, Part
from yuandi.pages.parts import Fact, Link, Row
from yuandi.pages.shown import Shown
from yuandi.pages.view import View

NEAR = 3


@dataclass(frozen=True, slots=True)
class Month:
    """The entries of one month under its name."""

    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to a page of a list: its number and address; the current page has no address."""

    number: int
    address: str | None
    follows_gap: bool = False


@dataclass(frozen=True, slots=True)
class Year:
    """A year with the number of its entries; the current year has no address."""

    label: str
    count: int
    address: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView(View):
    """A page of a list."""

    template: ClassVar[str] = "list.html"
    total: int
    months: tuple[Month, ...]
    pages: tuple[PageLink, ...]
    years: tuple[Year, ...] = ()
    facts: tuple[Fact, ...] = ()


def months(shown: Shown, entries: Sequence[Entry[Any]]) -> tuple[Month, ...]:
    """Entries, newest first, under their months."""
    dated = [entry for entry in entries if entry.record.date]
    return tuple(
        Month(label, shown.rows(group)) for label, group in groupby(dated, key=lambda entry: month(entry.record.date))
    )


def page_links(part: Part[Any]) -> tuple[PageLink, ...]:
    """Links to the first, the last and the neighbouring pages of a list; none for a single page."""
    count, current = len(part.addresses), part.number
    if count == 1:
        return ()
    near = {1, count, *range(max(1, current - NEAR), min(count, current + NEAR) + 1)}
    return tuple(
        PageLink(
            number, None if number == current else part.addresses[number - 1], number > 1 and number - 1 not in near
        )
        for number in sorted(near)
    )


def numbered(title: str, part: Part[Any]) -> str:
    """The title of a page of a list, with its number except on the first."""
    return title if part.number == 1 else message("%(title)s（第 %(page)s 页）", title=title, page=part.number)


def list_view(
    shown: Shown, page: Listed[Entry[Any]], title: str, *, crumbs: tuple[Link, ...], active: str = "archive"
) -> ListView:
    """A page of a list of entries."""
    return ListView(
        address=page.address,
        title=numbered(title, page.part),
        crumbs=crumbs,
        active=active,
        total=page.part.total,
        months=months(shown, page.part.items),
        pages=page_links(page.part),
    )


def column_pages(shown: Shown) -> Iterator[ListView]:
    """The pages of every column, whole and by year."""
    return (_column(shown, page) for page in shown.plan.of(planned_columns))


def _column(shown: Shown, page: ColumnPage) -> ListView:
    column, year = page.column, page.year
    is_head = page.is_first and not year
    return ListView(
        address=page.address,
        title=numbered(
            message("%(title)s %(year)s年", title=column.title, year=year) if year else column.title, page.part
        ),
        summary=(column.summary or "") if is_head else "",
        crumbs=() if is_head else (Link(column.title, shown.portal.addresses.column(column.id)),),
        active=column.id,
        total=page.part.total,
        months=_months_of_page(shown, page.part.items),
        pages=page_links(page.part),
        years=_years(shown, page),
        facts=shown.feed(f"columns/{column.id}/", page.part.items) if is_head else (),
    )


def _months_of_page(shown: Shown, part: Sequence[Entry[Any]]) -> tuple[Month, ...]:
    """Entries under their months, pinned ones above."""
    pinned = [entry for entry in part if shown.is_pinned(entry)]
    rest = [entry for entry in part if not shown.is_pinned(entry)]
    head = (Month(message("置顶"), shown.rows(pinned)),) if pinned else ()
    return head + months(shown, rest)


def _years(shown: Shown, page: ColumnPage) -> tuple[Year, ...]:
    where, column, counts = shown.portal.addresses.column, page.column.id, page.counts
    everything = Year(message("全部"), sum(counts.values()), where(column) if page.year else None)
    by_year = (
        Year(year_label(year), counts[year], None if year == page.year else where(column, year))
        for year in sorted(counts, reverse=True)
    )
    return (everything, *by_year)
