"""Chapters of learning: sessions hosted, attended and given; self-study, notes, reading and field days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from yuandi.base.slugs import bare
from yuandi.entry_types.session import AttendanceStatus
from yuandi.entry_types.study_record import StudyRow
from yuandi.facts.attendance import turnout
from yuandi.facts.dossiers import Filed
from yuandi.pages.dossier.table import Section, sentence, table
from yuandi.pages.entry.meetings import attendance
from yuandi.pages.entry.showing import cell
from yuandi.pages.parts import Link
from yuandi.pages.shown import Shown
from yuandi.pages.words import day, length, number


def hosted(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Sessions that were held, with hours and who came."""
    held = sorted(given, key=lambda one: (one.record.start, one.entry.id))
    rows = [
        (
            _session(one),
            day(one.record.start.date()),
            one.record.kind.label,
            cell(length(one.record.hours, one.record.days), is_number=True),
            attendance(shown, one.entry, one.record),
        )
        for one in held
    ]
    said = sentence((f"共 {len(held)} 次", f"{number(hours(shown, held))} 学时", _rate(shown, held)))
    return Section("组织学习", len(held), said, (table("组织学习", ("主题", "日期", "种类", "学时", "到会"), rows),))


def _rate(shown: Shown, held: Iterable[Filed]) -> str:
    """How many of those expected came to all sessions that were counted."""
    counts = [counted for one in held if (counted := turnout(shown.portal, one.entry, one.record))]
    expected, present = sum(one.expected for one in counts), sum(one.present for one in counts)
    return f"平均到会率 {present / expected:.0%}" if expected else ""


def attended(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Sessions to which somebody was expected: there, on leave and made up, or absent."""
    held = sorted(given, key=lambda one: (one.record.start, one.entry.id))
    there = [one for one in held if one.seat and one.seat.was_there(shown.as_of)]
    rows = [
        (
            _session(one),
            day(one.record.start.date()),
            one.record.kind.label,
            cell(length(one.record.hours, one.record.days), is_number=True),
            one.seat.status.label if one.seat else "",
            one.seat.reason if one.seat else "",
            one.seat.makeup.isoformat() if one.seat and one.seat.makeup else "",
        )
        for one in held
    ]
    heads = ("主题", "日期", "种类", "学时", "情况", "事由", "补课")
    said = sentence(
        (
            f"有记名考勤 {len(held)} 次",
            _told("出席", _how_many(held, AttendanceStatus.PRESENT), 0),
            _told(
                "请假",
                _how_many(held, AttendanceStatus.LEAVE),
                sum(one.seat is not None and one.seat.is_made_up(shown.as_of) for one in held),
            ),
            _told("缺席", _how_many(held, AttendanceStatus.ABSENT), 0),
            f"计 {number(hours(shown, there))} 学时",
        )
    )
    return Section("参加学习", len(held), said, (table("参加学习", heads, rows),))


def _how_many(held: Iterable[Filed], status: AttendanceStatus) -> int:
    return sum(one.seat is not None and one.seat.status is status for one in held)


def _told(label: str, count: int, made_up: int) -> str:
    return (f"{label} {count} 次" + (f"（补课 {made_up} 次）" if made_up else "")) if count else ""


def gave(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Sessions that somebody led or spoke at."""
    held = sorted(given, key=lambda one: (one.record.start, one.entry.id, one.role))
    rows = [
        (
            _session(one),
            day(one.record.start.date()),
            one.record.kind.label,
            cell(length(one.record.hours, one.record.days), is_number=True),
            one.role,
            attendance(shown, one.entry, one.record),
        )
        for one in held
    ]
    talks = [one for one in held if one.role == "主讲"]
    said = sentence((f"主讲 {len(talks)} 次，计 {number(hours(shown, talks))} 学时" if talks else "",))
    heads = ("主题", "日期", "种类", "学时", "身份", "到会")
    return Section("主讲与主持", len(held), said, (table("主讲与主持", heads, rows),))


def hours(shown: Shown, held: Iterable[Filed]) -> float:
    """The hours of sessions together; days by the policy's hours a day."""
    a_day = shown.portal.policy.in_force.hours_per_day
    told = (one.record for one in held)
    return sum(one.hours if one.hours is not None else (one.days or 0) * a_day for one in told)


def _session(one: Filed) -> Link:
    """A session with its own page, or the series in which it stands."""
    title = one.entry.record.title if one.part is None else one.part.topic
    return Link(title, one.entry.address)


@dataclass(frozen=True, slots=True)
class _Studied:
    """One record of what somebody did alone."""

    link: Link
    kind: str
    period: str
    hours: float
    words: int
    days: float
    books: tuple[str, ...]
    checks: str


def studied(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Self-study, notes, reading and field days with their sums."""
    records = [_studied(shown, one) for one in sorted(given, key=lambda one: _period(one)[1:])]
    rows = [
        (
            one.link,
            one.period,
            one.kind,
            cell(number(one.hours or None), is_number=True),
            cell(number(one.words or None), is_number=True),
            cell(number(one.days or None), is_number=True),
            "、".join(f"《{book}》" for book in one.books),
            one.checks,
        )
        for one in records
    ]
    books = {book for one in records for book in one.books}
    sums = (
        ("自学 {} 学时", sum(one.hours for one in records)),
        ("笔记 {} 字", sum(one.words for one in records)),
        ("调研 {} 天", sum(one.days for one in records)),
        ("读书 {} 种", float(len(books))),
    )
    said = sentence(words.format(number(value)) for words, value in sums if value)
    heads = ("登记", "时期", "种类", "学时", "字数", "天数", "书目", "检查")
    return Section("自学与笔记", len(records), said, (table("自学与笔记", heads, rows),))


def _studied(shown: Shown, one: Filed) -> _Studied:
    record = one.entry.record
    own = record if one.part is None else _row(one)
    checks = "；".join(
        "，".join(filter(None, (shown.actor(check.by).text, day(check.date), check.result))) for check in record.checks
    )
    return _Studied(
        link=Link(record.title, one.entry.address),
        kind=record.kind.label,
        period=_period(one)[0],
        hours=own.hours or 0,
        words=own.words or 0,
        days=own.days or 0,
        books=tuple(bare(book) for book in record.books) if one.part is None else (),
        checks=checks,
    )


def _row(one: Filed) -> StudyRow:
    """A row of a table; one that the check finds faults with says nothing but whose it is."""
    cells = {key: text for key, text in one.part.items() if text and key in StudyRow.model_fields}
    try:
        return StudyRow.model_validate(cells)
    except ValidationError:
        return StudyRow(person=one.part["person"])


def _period(one: Filed) -> tuple[str, str, str]:
    """The period of a record in words, and what it is sorted by."""
    period = one.entry.record.period
    if one.part is not None:
        period = _row(one).period or period
    return period.label, period.first.isoformat(), one.entry.id
