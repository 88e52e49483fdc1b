"""The archive: all years, each year with its figures, and its months. It includes expired entries."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from yuandi.content.entry import Entry
from yuandi.entry_types import HonourRoll
from yuandi.entry_types.entry_type import YearSection
from yuandi.entry_types.session import SessionFields
from yuandi.facts.meetings import meetings_of
from yuandi.i18n import in_context, message
from yuandi.i18n.dates import month_of
from yuandi.i18n.dates import year as year_label
from yuandi.page_plan.archive import MonthPage, YearPage, planned_archive
from yuandi.page_plan.columns import planned_columns
from yuandi.page_plan.published import newest_first
from yuandi.pages.collections import Counts, ways
from yuandi.pages.entry.honours import standing
from yuandi.pages.entry.meetings import total_hours
from yuandi.pages.lists import ListView, list_view
from yuandi.pages.parts import Count, Link, Row
from yuandi.pages.shown import Shown
from yuandi.pages.view import View


@dataclass(frozen=True, slots=True)
class MonthCount:
    """A month of a year: how many entries, its height in percent of the fullest month."""

    number: int
    count: int
    address: str | None
    percent: float


@dataclass(frozen=True, slots=True)
class YearStrip:
    """A year with its months."""

    year: int
    count: int
    address: str
    months: tuple[MonthCount, ...]


@dataclass(frozen=True, slots=True)
class YearFigure:
    """A number on the page of a year."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class YearPart:
    """A part of the page of a year: its newest entries of one kind."""

    title: str
    rows: tuple[Row, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveView(View):
    """All years."""

    template: ClassVar[str] = "archive.html"
    total: int
    years: tuple[YearStrip, ...]
    ways: tuple[Counts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView(View):
    """One year: its figures, its months, its documents, honours and meetings."""

    template: ClassVar[str] = "year.html"
    strip: YearStrip
    figures: tuple[YearFigure, ...]
    columns: tuple[Count, ...]
    sections: tuple[YearPart, ...]
    earlier: Link | None
    later: Link | None


def archive_pages(shown: Shown) -> Iterator[View]:
    """The archive's pages."""
    strips = year_strips(shown)
    places = {strip.year: place for place, strip in enumerate(strips)}
    for page in shown.plan.of(planned_archive):
        if isinstance(page, MonthPage):
            yield _month(shown, page)
        elif isinstance(page, YearPage):
            yield _year(shown, page, strips, places[page.year])
        else:
            yield ArchiveView(
                address=page.address,
                title=message("归档"),
                active="archive",
                total=len(shown.entries),
                years=strips,
                ways=ways(shown),
            )


def year_strips(shown: Shown) -> tuple[YearStrip, ...]:
    """All years with their months, the newest first."""
    counts: dict[int, Counter[int]] = {}
    for entry in shown.entries:
        counts.setdefault(entry.record.date.year, Counter())[entry.record.date.month] += 1
    most = max((count for months in counts.values() for count in months.values()), default=1)
    where = shown.portal.addresses
    return tuple(
        YearStrip(
            year,
            sum(counts[year].values()),
            where.archive(year),
            tuple(
                MonthCount(
                    number,
                    counts[year][number],
                    where.archive(year, number) if counts[year][number] else None,
                    round(100 * counts[year][number] / most, 1),
                )
                for number in range(1, 13)
            ),
        )
        for year in sorted(counts, reverse=True)
    )


def _year(shown: Shown, page: YearPage, strips: Sequence[YearStrip], place: int) -> YearView:
    later, earlier = (strips[place - 1] if place else None), next(iter(strips[place + 1 :]), None)
    return YearView(
        address=page.address,
        title=year_label(page.year),
        crumbs=(Link(message("归档"), shown.portal.addresses.archive()),),
        active="archive",
        strip=strips[place],
        figures=_figures(shown, page.entries),
        columns=_columns(shown, page),
        sections=tuple(_sections(shown, page.entries)),
        earlier=Link(year_label(earlier.year), earlier.address) if earlier else None,
        later=Link(year_label(later.year), later.address) if later else None,
    )


def _figures(shown: Shown, entries: Sequence[Entry[Any]]) -> tuple[YearFigure, ...]:
    counted = [entry for entry in shown.counted if entry.record.date.year == entries[0].record.date.year]
    documents = sum(entry.type.is_document for entry in counted)
    held = tuple(_held(shown, entries[0].record.date.year))
    honours = sum(_honours(shown, entry) for entry in counted if isinstance(entry.record, HonourRoll))
    figures = [
        YearFigure(message("发布"), message("%(count)s 件", count=len(entries))),
        YearFigure(in_context("many", "文件"), message("%(count)s 件", count=documents)),
    ]
    if held:
        figures += [
            YearFigure(in_context("many", "学习活动"), message("%(count)s 次", count=len(held))),
            YearFigure(message("学时"), total_hours(shown, held)),
        ]
    if honours:
        figures.append(YearFigure(message("表彰"), message("%(count)s 名", count=honours)))
    return tuple(figures)


def _held(shown: Shown, year: int) -> Iterator[SessionFields]:
    """The sessions of a year that were held until the day of the build, of their own entries and inside series."""
    for entry in shown.counted:
        for session in meetings_of(entry):
            if session.start.year == year and session.start.date() <= shown.as_of:
                yield session


def _honours(shown: Shown, roll: Entry[HonourRoll]) -> int:
    """The number of titles on a roll that were not revoked."""
    names, revoked = standing(shown, roll)
    return names - revoked


def _columns(shown: Shown, page: YearPage) -> tuple[Count, ...]:
    """Columns with the number of their entries in the year, linked to the column's page of that year if it has one."""
    counts = Counter(column.id for entry in page.entries if (column := shown.portal.column_of(entry)))
    pages = {
        planned.column.id: planned.part.addresses[0]
        for planned in shown.plan.of(planned_columns)
        if planned.year == page.year
    }
    return tuple(
        Count(Link(column.title, pages.get(column.id)), counts[column.id])
        for column in shown.portal.columns
        if counts[column.id]
    )


_MOST = 12


def _sections(shown: Shown, entries: Sequence[Entry[Any]]) -> Iterator[YearPart]:
    for section in YearSection:
        chosen = [entry for entry in entries if entry.type.year_section is section]
        if chosen:
            newest = newest_first(chosen)
            more = len(chosen) - _MOST
            rest = (
                Link(message("其余 %(count)s 件", count=more), shown.portal.addresses.type(newest[0].type.name))
                if more > 0
                else None
            )
            yield YearPart(section.message, shown.rows(newest[:_MOST]), rest)


def _month(shown: Shown, page: MonthPage) -> ListView:
    where = shown.portal.addresses
    crumbs = (Link(message("归档"), where.archive()), Link(year_label(page.year), where.archive(page.year)))
    return list_view(shown, page, month_of(page.year, page.month), crumbs=crumbs)
