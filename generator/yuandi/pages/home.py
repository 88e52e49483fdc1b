"""The home page: pinned and newest notices, upcoming sessions, columns, books, honours, the current plan, deadlines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any, ClassVar

from yuandi.content.entry import Entry
from yuandi.entry_types import BookList, HonourRoll, Notice, Plan, Session
from yuandi.facts.meetings import meetings_of
from yuandi.page_plan.deadlines import deadlines
from yuandi.page_plan.single import planned_home
from yuandi.pages.archive import YearStrip, year_strips
from yuandi.pages.entry.book_list import books
from yuandi.pages.entry.honours import wall
from yuandi.pages.entry.meetings import listed
from yuandi.pages.parts import Link, Row
from yuandi.pages.shown import Shown
from yuandi.pages.timeline import timeline
from yuandi.pages.type_parts import Book, Meeting, Timeline, WallPart
from yuandi.pages.view import View

NOTICES = 7
MEETINGS = 5
DUES = 8
BOOKS = 6
DUE_WITHIN = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class ColumnBlock:
    """A column on the home page: its newest entries in its style."""

    title: str
    address: str
    style: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The book list of the period, and the column of all lists."""

    link: Link
    column: Link | None
    period: str
    books: tuple[Book, ...]


@dataclass(frozen=True, slots=True)
class Roll:
    """The honour roll of the year."""

    link: Link
    year: int
    parts: tuple[WallPart, ...]


@dataclass(frozen=True, slots=True)
class Running:
    """The plan in progress, with its timeline."""

    link: Link
    line: Timeline


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something due soon: the day, the number of days left, what it is, its owner."""

    day: date
    left: int
    text: str
    link: Link
    owner: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView(View):
    """The home page."""

    template: ClassVar[str] = "home.html"
    pinned: Row | None
    notices: tuple[Row, ...]
    notices_link: Link | None
    meetings: tuple[Meeting, ...]
    meetings_link: Link | None
    columns: tuple[ColumnBlock, ...]
    shelf: Shelf | None
    roll: Roll | None
    running: Running | None
    dues: tuple[DueRow, ...]
    years: tuple[YearStrip, ...]


def home_pages(shown: Shown) -> Iterator[HomeView]:
    """The home page, unless the content has one."""
    return (_home(shown, page.address) for page in shown.plan.of(planned_home))


def _home(shown: Shown, address: str) -> HomeView:
    listed = tuple(entry for entry in shown.current if isinstance(entry.record, Notice))
    pinned = next((entry for entry in listed if shown.is_pinned(entry)), None)
    newest = tuple(entry for entry in listed if entry is not pinned)[:NOTICES]
    sessions = shown.counting(Session)
    return HomeView(
        address=address,
        title=shown.portal.settings.site_name,
        active="home",
        pinned=shown.row(pinned) if pinned else None,
        notices=shown.rows(newest),
        notices_link=_column_of(shown, newest),
        meetings=_coming(shown),
        meetings_link=_column_of(shown, sessions),
        columns=tuple(_columns(shown, newest)),
        shelf=_shelf(shown),
        roll=_roll(shown),
        running=_running(shown),
        dues=_dues(shown),
        years=year_strips(shown),
    )


def _column_of(shown: Shown, entries: tuple[Entry[Any], ...]) -> Link | None:
    return shown.column(shown.portal.column_of(entries[0])) if entries else None


def _coming(shown: Shown) -> tuple[Meeting, ...]:
    """The next sessions, of entries and inside series."""
    coming = [
        listed(shown, entry, session)
        for entry in shown.counted
        for session in meetings_of(entry)
        if session.start.date() >= shown.as_of
    ]
    return tuple(sorted(coming, key=lambda meeting: (meeting.start, meeting.title))[:MEETINGS])


def _columns(shown: Shown, above: tuple[Entry[Any], ...]) -> Iterator[ColumnBlock]:
    """The columns with a block of their own, except those of notices and book lists, which are shown above."""
    shown_above = {entry.id for entry in above}
    for column in shown.portal.columns:
        if column.home is None or any(taken.type in {"notice", "book-list"} for taken in column.takes):
            continue
        entries = [entry for entry in shown.by_column.get(column.id, ()) if entry.id not in shown_above]
        if entries:
            rows = shown.rows(entries[: column.home.count])
            yield ColumnBlock(column.title, shown.portal.addresses.column(column.id), str(column.home.style), rows)


def _shelf(shown: Shown) -> Shelf | None:
    """The list whose period contains the day, else the newest."""
    lists = [entry for entry in shown.counting(BookList) if not shown.is_expired(entry)]
    if not lists:
        return None
    fitting = [entry for entry in lists if entry.record.period.first <= shown.as_of <= entry.record.period.last]
    narrowest = min(
        fitting, key=lambda entry: (entry.record.period.last - entry.record.period.first, entry.id), default=lists[0]
    )
    column = shown.column(shown.portal.column_of(narrowest))
    return Shelf(shown.entry(narrowest), column, narrowest.record.period.label, books(shown, narrowest)[:BOOKS])


def _roll(shown: Shown) -> Roll | None:
    rolls = shown.counting(HonourRoll)
    if not rolls:
        return None
    latest = max(rolls, key=lambda entry: (entry.record.year, entry.record.date, entry.id))
    return Roll(shown.entry(latest), latest.record.year, wall(shown, latest).parts)


def _running(shown: Shown) -> Running | None:
    """The newest plan with phases whose span contains the day."""
    plans = [
        entry
        for entry in shown.counting(Plan)
        if entry.record.phases and entry.record.span.start <= shown.as_of <= entry.record.span.end
    ]
    if not plans:
        return None
    longest = max(plans, key=lambda entry: (entry.record.span.end - entry.record.span.start, entry.id))
    record = longest.record
    line = timeline(record.title, record.span.start, record.span.end, record.phases, shown.as_of)
    return Running(shown.entry(longest), line)


def _dues(shown: Shown) -> tuple[DueRow, ...]:
    """Open deadlines within the next days."""
    coming = (
        deadline
        for deadline in deadlines(shown.published)
        if not deadline.done and timedelta() <= deadline.day - shown.as_of <= DUE_WITHIN
    )
    return tuple(
        DueRow(
            deadline.day,
            (deadline.day - shown.as_of).days,
            deadline.text,
            shown.entry(deadline.entry),
            shown.actor(deadline.owner) if deadline.owner else None,
        )
        for deadline in islice(coming, DUES)
    )
