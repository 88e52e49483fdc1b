"""The next day on which a build of the same content gives different pages: starts, ends, deadlines and countdowns."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from yuandi.base.text import Text
from yuandi.content.entry import Entry
from yuandi.entry_types import TYPES, BookList, Plan
from yuandi.entry_types.session import SessionFields
from yuandi.facts.attendance import away
from yuandi.facts.meetings import meetings_of
from yuandi.page_plan.deadlines import deadlines
from yuandi.page_plan.registers import WEEKS
from yuandi.pages.home import DUE_WITHIN
from yuandi.pages.next_verdict import Moment, verdict_moments
from yuandi.pages.organisation.subject_blocks import span_of
from yuandi.pages.shown import Shown

_DAY = timedelta(days=1)


def next_change(shown: Shown) -> Moment | None:
    """The first moment after the day of the build; None if nothing will change."""
    coming = (moment for moment in _moments(shown) if moment.day > shown.as_of)
    return min(coming, key=lambda moment: moment.day, default=None)


def _moments(shown: Shown) -> Iterator[Moment]:
    for entry in shown.portal.entries:
        if shown.portal.is_for_audience(entry):
            yield from _windows(entry)
    for entry in shown.entries:
        for meeting in meetings_of(entry):
            yield from _held(meeting.start.date(), entry)
            yield from _made_up(shown, entry, meeting)
    for books in shown.of(BookList):
        yield _begins(books.record.period.first, books)
        yield _ends(books.record.period.last, books)
    yield from _plans(shown)
    yield from _spans(shown)
    yield from _dues(shown)
    yield from verdict_moments(shown)
    yield from _columns(shown)
    yield from _organisation(shown)


def _windows(entry: Entry[Any]) -> Iterator[Moment]:
    """The days on which an entry appears, leaves the lists, or is no longer pinned."""
    record = entry.record
    for first in (record.publish_on, record.date):
        if first:
            yield _begins(first, entry)
    for last in (record.expires, record.pin_until):
        if last:
            yield _ends(last, entry)


def _begins(day: date, entry: Entry[Any]) -> Moment:
    return Moment(day, Text(f"“{entry.record.title}”开始", f"“{entry.record.title}” begins"))


def _ends(last: date, entry: Entry[Any]) -> Moment:
    return Moment(last + _DAY, Text(f"“{entry.record.title}”到期", f"“{entry.record.title}” ends"))


def _held(day: date, entry: Entry[Any]) -> Iterator[Moment]:
    """A session enters the dossiers on its day, and the lists of past sessions on the day after."""
    yield _begins(day, entry)
    yield Moment(day + _DAY, Text(f"“{entry.record.title}”已举行", f"“{entry.record.title}” is past"))


def _made_up(shown: Shown, entry: Entry[Any], session: SessionFields) -> Iterator[Moment]:
    """The hours of a missed session count from the day on which it is made up."""
    title = entry.record.title
    for seat in away(shown.portal, entry, session):
        if seat.makeup:
            yield Moment(seat.makeup, Text(f"“{title}”有人补课", f"“{title}” is made up"))


def _plans(shown: Shown) -> Iterator[Moment]:
    """Phases begin and end; the mark of today on a timeline moves every day."""
    for plan in shown.of(Plan):
        phases = plan.record.phases
        if not phases:
            continue
        first = min((plan.record.span.start, *(phase.start for phase in phases)))
        last = max((plan.record.span.end, *(phase.end for phase in phases)))
        if first <= shown.as_of <= last:
            yield Moment(shown.as_of + _DAY, Text("“今天”在时间线上移一天", "today moves on the timelines"))
        yield _begins(first, plan)


def _spans(shown: Shown) -> Iterator[Moment]:
    """Plans, projects and series begin, continue into another year, and end."""
    for entry in (entry for known in TYPES if known.is_led for entry in shown.of(known.model)):
        first, last = span_of(entry)
        yield _begins(first, entry)
        yield _ends(last, entry)
        if last.year > shown.as_of.year:
            yield _begins(date(shown.as_of.year + 1, 1, 1), entry)


def _dues(shown: Shown) -> Iterator[Moment]:
    """Deadlines come near, are counted down, and become late or done."""
    for deadline in deadlines(shown.published):
        if deadline.done:
            yield Moment(deadline.done, Text(f"“{deadline.text}”完成", f"“{deadline.text}” is done"))
            continue
        near = deadline.day - DUE_WITHIN
        yield Moment(deadline.day - WEEKS, Text(f"“{deadline.text}”列入看板", f"“{deadline.text}” comes on the board"))
        if near <= shown.as_of <= deadline.day:
            yield Moment(shown.as_of + _DAY, Text("距截止的天数", "the days that are left"))
        yield Moment(near, Text(f"“{deadline.text}”临近", f"“{deadline.text}” comes near"))
        yield Moment(deadline.day + _DAY, Text(f"“{deadline.text}”逾期", f"“{deadline.text}” is overdue"))


def _columns(shown: Shown) -> Iterator[Moment]:
    """The day after which a column is no longer fresh."""
    for column in shown.portal.columns:
        if column.fresh_within and (entries := shown.by_column.get(column.id)):
            newest = max((entry.record.date for entry in entries if entry.record.date <= shown.as_of), default=date.min)
            last = newest + column.fresh_within * _DAY
            yield Moment(last + _DAY, Text(f"“{column.title}”久未更新", f"“{column.title}” is out of date"))


def _organisation(shown: Shown) -> Iterator[Moment]:
    """Units, posts and head counts that are given by date."""
    said = Text("机构或人员变动", "a change of units or people")
    for person in shown.portal.people:
        yield from (Moment(since, said) for since, _ in person.unit)
    for unit in shown.portal.units:
        counts = (unit.headcount, *(unit.model_extra or {}).values())
        yield from (Moment(since, said) for given in counts for since, _ in given)
    for group in shown.portal.groups:
        for member in group.members:
            if member.start:
                yield Moment(member.start, said)
            if member.end:
                yield Moment(member.end + _DAY, said)
