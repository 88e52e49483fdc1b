"""讲座系列与学习活动: what is to come and what was, hours, who was there."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import LectureSeries, Session
from yuandi.entry_types.session import Attendance, AttendanceStatus, InlineSession, SessionFields
from yuandi.facts.printable_forms import Form, inline_forms
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
        if (counts := attendance_counts(shown, source, one.attendance)) and counts[0]
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
        yield source, source.record, source.record.title


def parts_of(shown: Shown, series: Entry[LectureSeries]) -> tuple[Entry[Session], ...]:
    """The sessions with a page that are part of a series."""
    return tuple(
        source
        for source in shown.portal.backlinks.get(series.id, ())
        if isinstance(source.record, Session)
        and source.id in shown.ids
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
    return meeting(shown, entry.record, entry.record.title, entry.address, attendance(shown, entry, entry.record))


def meeting(
    shown: Shown,
    record: SessionFields | InlineSession | Session,
    title: str,
    address: str | None,
    present: str = "",
) -> Meeting:
    """A session in a list."""
    return Meeting(
        title,
        address,
        record.no,
        record.start,
        record.end,
        clock(record.start, record.end),
        record.kind.label,
        shown.actor(record.host) if record.host else None,
        record.place or "",
        shown.actors(record.lecturers),
        length(record.hours, record.days),
        present,
        shown.actor(record.chair) if record.chair else None,
    )


def meetings(title: str, shown: Shown, given: Iterable[Meeting]) -> Meetings:
    """Sessions cut at the day of the build: those to come by time, those past newest first."""
    all_of_them = list(given)
    coming = tuple(one for one in all_of_them if one.start.date() >= shown.as_of)
    past = tuple(one for one in reversed(all_of_them) if one.start.date() < shown.as_of)
    return Meetings(title, coming, past, f"共 {len(all_of_them)} 场")


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


def _table_rows(shown: Shown, entry: Entry[Any], given: Attendance | str | None) -> tuple[tuple[int, Any], ...]:
    table = shown.portal.tables.get(shown.file(entry, given)) if isinstance(given, str) else None
    return table.rows if table else ()


def attendance_counts(
    shown: Shown, entry: Entry[Any], given: Attendance | str | None
) -> tuple[int, int, int, int] | None:
    """Expected, present, on leave, absent; None where nobody was counted."""
    if isinstance(given, Attendance):
        if given.expected is None and given.present is None:
            return None
        leave, absent = len(given.leave), len(given.absent)
        present = given.present if given.present is not None else (given.expected or 0) - leave - absent
        return given.expected or present + leave + absent, present, leave, absent
    rows = _table_rows(shown, entry, given)
    if not rows:
        return None
    states = Counter(_status(row) for _, row in rows)
    present, leave, absent = (states[one] for one in AttendanceStatus)
    return len(rows), present, leave, absent


def _status(row: Mapping[str, str]) -> AttendanceStatus | None:
    """How somebody in a table stands; None for a word that the check reports."""
    word = row.get("status", "")
    return next((one for one in AttendanceStatus if word in {one.value, one.label}), None)


def attendance(shown: Shown, entry: Entry[Any], record: SessionFields | InlineSession | Session) -> str:
    """`应到 38 人，实到 36 人`; where nobody counted, how many were missing: `请假 2 人`."""
    given = record.attendance
    counts = attendance_counts(shown, entry, given)
    if counts:
        return f"应到 {counts[0]} 人，实到 {counts[1]} 人"
    if not isinstance(given, Attendance):
        return ""
    missing = (("请假", len(given.leave)), ("缺席", len(given.absent)))
    return "，".join(f"{label} {count} 人" for label, count in missing if count)


def _attendance_blocks(shown: Shown, entry: Entry[Session]) -> tuple[Block, ...]:
    counts = attendance_counts(shown, entry, entry.record.attendance)
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
    given = entry.record.attendance
    found: list[tuple[Link, str, str, str]] = []
    if isinstance(given, Attendance):
        found += [(shown.actor(one.person), "请假", one.reason or "", day(one.makeup)) for one in given.leave]
        found += [(shown.actor(person), "缺席", "", "") for person in given.absent]
    for _, row in _table_rows(shown, entry, given):
        state = _status(row)
        if state not in {None, AttendanceStatus.PRESENT}:
            label = state.label if state else ""
            found.append((shown.actor(row.get("person", "")), label, row.get("reason", ""), row.get("makeup", "")))
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
