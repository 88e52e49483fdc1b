"""讲座系列与学习活动: what is to come and what was, hours, who was there."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import LectureSeries, Session
from yuandi.entry_types.session import AttendanceStatus, InlineSession, SessionFields
from yuandi.facts.attendance import away, turnout
from yuandi.facts.printable_forms import Form, inline_forms
from yuandi.facts.standing import is_revoked
from yuandi.pages.entry.showing import Showing, any_of, blocks, cell, facts
from yuandi.pages.parts import Bar, Bars, Block, Grid, Items, Link, Meeting, Meetings
from yuandi.pages.shown import Shown
from yuandi.pages.words import clock, day, length, number, when


def lecture_series(shown: Shown, entry: Entry[LectureSeries]) -> Showing:
    """A series with the sessions to come and past."""
    record = entry.record
    listed = series_meetings(shown, entry)
    return Showing(
        facts(
            ("主办", shown.actor(record.host)),
            ("时期", record.period.label),
            ("频次", record.cadence.label if record.cadence else None),
            ("日历", Link("加入日历", shown.portal.addresses.calendar(entry.address)) if listed else None),
        ),
        before=(meetings("讲座安排", shown, listed),),
        after=blocks(_turnout(shown, entry)),
    )


def _turnout(shown: Shown, series: Entry[LectureSeries]) -> Bars | None:
    """How many of those expected came to each session that was counted, by time."""
    counted = [
        (one.start, title, counts)
        for source, one, title in _sessions(shown, series)
        if (counts := turnout(shown.portal, source, one)) and counts.expected
    ]
    bars = tuple(
        Bar(
            title,
            f"{counts[1]} / {counts[0]} 人（{counts[1] / counts[0]:.0%}）",
            round(min(100, 100 * counts[1] / counts[0]), 1),
        )
        for _, title, counts in sorted(counted, key=lambda one: one[:2])
    )
    return Bars("到会情况", bars) if len(bars) > 1 else None


def _sessions(shown: Shown, series: Entry[LectureSeries]) -> Iterator[tuple[Entry[Any], Any, str]]:
    """The sessions of a series, inline and as entries: the entry, what it says of the session, its title."""
    for one in series.record.sessions:
        yield series, one, one.topic or series.record.title
    for source in parts_of(shown, series):
        if not is_revoked(source):
            yield source, source.record, source.record.title


def parts_of(shown: Shown, series: Entry[LectureSeries]) -> tuple[Entry[Session], ...]:
    """The sessions that are part of a series and that no other one supersedes; revoked ones are shown struck."""
    return tuple(
        source
        for source in shown.portal.backlinks.get(series.id, ())
        if isinstance(source.record, Session)
        and source.id in shown.portal.listed
        and shown.found(source.record.part_of, source) is series
    )


def series_meetings(shown: Shown, entry: Entry[LectureSeries]) -> list[Meeting]:
    """The sessions of a series, inline and as entries, by time."""
    forms = {id(one): Link(form.label, address) for one, address, form in inline_sheets(shown, entry)}
    own = [replace(inline(shown, entry, one, None), form=forms.get(id(one))) for one in entry.record.sessions]
    others = [of_entry(shown, source) for source in parts_of(shown, entry)]
    return sorted([*own, *others], key=lambda one: (one.start, one.title))


def inline_sheets(shown: Shown, series: Entry[LectureSeries]) -> Iterator[tuple[InlineSession, str, Form]]:
    """The sessions that stand in a series and have a form, with where it is."""
    portal = shown.portal
    for one, name, form in inline_forms(series, portal.dossiers):
        address = portal.addresses.form(series.address, name)
        if address not in portal.by_address:
            yield one, address, form


def inline(shown: Shown, series: Entry[LectureSeries], one: InlineSession, address: str | None) -> Meeting:
    """A session that stands in its series; it has no page, so that the list says what it was made of."""
    title = one.topic or series.record.title
    return replace(meeting(shown, one, title, address, attendance(shown, series, one)), materials=one.materials)


def of_entry(shown: Shown, entry: Entry[Session]) -> Meeting:
    """A session with its own page."""
    held = meeting(shown, entry.record, entry.record.title, entry.address, attendance(shown, entry, entry.record))
    return replace(held, is_revoked=True) if is_revoked(entry) else held


def meeting(
    shown: Shown,
    record: SessionFields | InlineSession | Session,
    title: str,
    address: str | None,
    present: str = "",
) -> Meeting:
    """A session in a list."""
    return Meeting(
        title=title,
        address=address,
        number=record.no,
        start=record.start,
        end=record.end,
        clock=clock(record.start, record.end),
        label=record.kind.label,
        host=shown.actor(record.host) if record.host else None,
        place=record.place or "",
        lecturers=shown.actors(record.lecturers),
        hours=length(record.hours, record.days),
        attendance=present,
        chair=shown.actor(record.chair) if record.chair else None,
    )


def meetings(title: str, shown: Shown, given: Iterable[Meeting]) -> Meetings:
    """Sessions cut at the day of the build: those to come by time, those past newest first."""
    all_of_them = list(given)
    coming = tuple(one for one in all_of_them if one.start.date() >= shown.as_of)
    past = tuple(one for one in reversed(all_of_them) if one.start.date() < shown.as_of)
    return Meetings(title, coming, past, f"共 {sum(not one.is_revoked for one in all_of_them)} 场")


def session(shown: Shown, entry: Entry[Session]) -> Showing:
    """One session: when, where, who, how long, who came."""
    record = entry.record
    series = shown.found(record.part_of, entry)
    number_in_series = f"第 {record.no} 场" if record.no else None
    return Showing(
        facts(
            ("时间", when(record.start, record.end)),
            ("地点", record.place),
            ("主办", shown.actor(record.host)),
            ("主讲", shown.actors(record.lecturers)),
            ("主持", shown.actor(record.chair) if record.chair else None),
            ("学时", length(record.hours, record.days)),
            ("主题", record.topic),
            ("参加范围", record.audience),
            ("系列", (*((shown.entry(series),) if series else ()), number_in_series)),
        ),
        after=blocks(
            *_attendance_blocks(shown, entry), Items("学习材料", record.materials) if record.materials else None
        ),
    )


def attendance(shown: Shown, entry: Entry[Any], record: SessionFields | InlineSession | Session) -> str:
    """`应到 38 人，实到 36 人`; where nobody counted, how many were missing: `请假 2 人`."""
    if counts := turnout(shown.portal, entry, record):
        return f"应到 {counts.expected} 人，实到 {counts.present} 人"
    missing = Counter(seat.status for seat in away(shown.portal, entry, record))
    return "，".join(f"{status.label} {missing[status]} 人" for status in AttendanceStatus if missing[status])


def _attendance_blocks(shown: Shown, entry: Entry[Session]) -> tuple[Block, ...]:
    counts = turnout(shown.portal, entry, entry.record)
    if counts is None:
        return blocks(_absences(shown, entry))
    whole = max(1, counts[0])
    bars = tuple(
        Bar(label, f"{count} 人（{count / whole:.0%}）", round(min(100, 100 * count / whole), 1))
        for label, count in zip(("实到", "请假", "缺席"), counts[1:], strict=True)
        if count or label == "实到"
    )
    return blocks(Bars(f"到会情况（应到 {counts[0]} 人）", bars), _absences(shown, entry))


def _absences(shown: Shown, entry: Entry[Session]) -> Grid | None:
    """Those on leave or absent, with reason and make-up day."""
    found = [
        (shown.actor(seat.person), seat.status.label, seat.reason, day(seat.makeup))
        for seat in away(shown.portal, entry, entry.record)
    ]
    if not found:
        return None
    heads = ("人员", "情况", "事由", "补课")
    kept = [index for index in range(4) if index < 2 or any_of(row[index] for row in found)]
    rows = tuple(tuple(cell(row[index]) for index in kept) for row in found)
    return Grid("请假与缺席", tuple(heads[index] for index in kept), rows)


def total_hours(shown: Shown, entries: Iterable[Entry[Session]]) -> str:
    """The hours of sessions together; days by the policy's hours a day."""
    a_day = shown.portal.policy.in_force.hours_per_day
    return number(
        sum(one.record.hours if one.record.hours is not None else (one.record.days or 0) * a_day for one in entries)
    )
