"""Chapters of learning: sessions hosted, attended and given; self-study, notes, reading and field days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from yuandi.base.slugs import bare
from yuandi.entry_types.session import AttendanceStatus
from yuandi.entry_types.study_record import StudyRow
from yuandi.facts.attendance import turnout
from yuandi.facts.dossiers import Filed
from yuandi.i18n import Message, clauses, in_context, listed, message, series
from yuandi.i18n.dates import day
from yuandi.pages.dossier.table import Section, sentence, table
from yuandi.pages.entry.meetings import attendance
from yuandi.pages.entry.showing import cell
from yuandi.pages.parts import Link
from yuandi.pages.shown import Shown
from yuandi.pages.words import Amount, book_title, bracketed, length, number


def hosted(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Sessions that were held, with hours and attendance."""
    held = sorted(given, key=lambda filed: (filed.record.start, filed.entry.id))
    rows = [
        (
            _session(filed),
            day(filed.record.start.date()),
            filed.record.kind.message,
            cell(length(filed.record.hours, filed.record.days), is_number=True),
            attendance(shown, filed.entry, filed.record),
        )
        for filed in held
    ]
    said = sentence(
        (
            message("共 %(count)s 次", count=len(held)),
            message("%(count)s 学时", count=Amount(hours(shown, held))),
            _rate(shown, held),
        )
    )
    return Section(
        message("组织学习"),
        len(held),
        said,
        (
            table(
                message("组织学习"),
                (message("主题"), message("日期"), message("种类"), message("学时"), message("到会")),
                rows,
            ),
        ),
    )


def _rate(shown: Shown, held: Iterable[Filed]) -> str:
    """The share of those expected who came, over all counted sessions."""
    counts = [counted for filed in held if (counted := turnout(shown.portal, filed.entry, filed.record))]
    expected, present = sum(count.expected for count in counts), sum(count.present for count in counts)
    return message("平均到会率 %(share)s", share=f"{present / expected:.0%}") if expected else ""


def attended(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Sessions at which the person was expected: present, on leave (perhaps made up) or absent."""
    held = sorted(given, key=lambda filed: (filed.record.start, filed.entry.id))
    there = [filed for filed in held if filed.seat and filed.seat.was_there(shown.as_of)]
    rows = [
        (
            _session(filed),
            day(filed.record.start.date()),
            filed.record.kind.message,
            cell(length(filed.record.hours, filed.record.days), is_number=True),
            filed.seat.status.message if filed.seat else "",
            filed.seat.reason if filed.seat else "",
            filed.seat.makeup.isoformat() if filed.seat and filed.seat.makeup else "",
        )
        for filed in held
    ]
    heads = (
        message("主题"),
        message("日期"),
        message("种类"),
        message("学时"),
        message("情况"),
        message("事由"),
        message("补课"),
    )
    said = sentence(
        (
            message("有记名考勤 %(count)s 次", count=len(held)),
            _told(message("出席 %(count)s 次"), _how_many(held, AttendanceStatus.PRESENT), 0),
            _told(
                message("请假 %(count)s 次"),
                _how_many(held, AttendanceStatus.LEAVE),
                sum(filed.seat is not None and filed.seat.is_made_up(shown.as_of) for filed in held),
            ),
            _told(message("缺席 %(count)s 次"), _how_many(held, AttendanceStatus.ABSENT), 0),
            message("计 %(count)s 学时", count=Amount(hours(shown, there))),
        )
    )
    return Section(message("参加学习"), len(held), said, (table(message("参加学习"), heads, rows),))


def _how_many(held: Iterable[Filed], status: AttendanceStatus) -> int:
    return sum(filed.seat is not None and filed.seat.status is status for filed in held)


def _told(words: Message, count: int, made_up: int) -> str:
    told = words.fill(count=count) if count else ""
    return bracketed(told, message("补课 %(count)s 次", count=made_up)) if told and made_up else told


def gave(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Sessions that the person led or spoke at."""
    held = sorted(given, key=lambda filed: (filed.record.start, filed.entry.id, filed.role))
    rows = [
        (
            _session(filed),
            day(filed.record.start.date()),
            filed.record.kind.message,
            cell(length(filed.record.hours, filed.record.days), is_number=True),
            filed.role,
            attendance(shown, filed.entry, filed.record),
        )
        for filed in held
    ]
    talks = [filed for filed in held if filed.role == "主讲"]
    said = sentence(
        (
            message("主讲 %(count)s 次", count=len(talks)),
            message("计 %(count)s 学时", count=Amount(hours(shown, talks))),
        )
        if talks
        else ()
    )
    heads = (message("主题"), message("日期"), message("种类"), message("学时"), message("身份"), message("到会"))
    return Section(message("主讲与主持"), len(held), said, (table(message("主讲与主持"), heads, rows),))


def hours(shown: Shown, held: Iterable[Filed]) -> float:
    """The total hours of sessions; days are converted by the policy's hours per day."""
    a_day = shown.portal.policy.in_force.hours_per_day
    told = (filed.record for filed in held)
    return sum(session.hours if session.hours is not None else (session.days or 0) * a_day for session in told)


def _session(filed: Filed) -> Link:
    """A link to a session's own page, or to the series that contains it."""
    title = filed.entry.record.title if filed.part is None else filed.part.topic
    return Link(title, filed.entry.address)


@dataclass(frozen=True, slots=True)
class _Studied:
    """One record of individual study."""

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
    records = [_studied(shown, filed) for filed in sorted(given, key=lambda filed: _period(filed)[1:])]
    rows = [
        (
            record.link,
            record.period,
            record.kind,
            cell(number(record.hours or None), is_number=True),
            cell(number(record.words or None), is_number=True),
            cell(number(record.days or None), is_number=True),
            listed(book_title(book) for book in record.books),
            record.checks,
        )
        for record in records
    ]
    books = {book for record in records for book in record.books}
    sums = (
        (message("自学 %(count)s 学时"), sum(record.hours for record in records)),
        (message("笔记 %(count)s 字"), sum(record.words for record in records)),
        (message("调研 %(count)s 天"), sum(record.days for record in records)),
        (message("读书 %(count)s 种"), float(len(books))),
    )
    said = sentence(words.fill(count=Amount(value)) for words, value in sums if value)
    heads = (
        message("登记"),
        message("时期"),
        message("种类"),
        message("学时"),
        message("字数"),
        message("天数"),
        message("书目"),
        in_context("many", "检查"),
    )
    return Section(message("自学与笔记"), len(records), said, (table(message("自学与笔记"), heads, rows),))


def _studied(shown: Shown, filed: Filed) -> _Studied:
    record = filed.entry.record
    own = record if filed.part is None else _row(filed)
    checks = series(
        clauses((shown.actor(check.by).text, day(check.date), check.result or "")) for check in record.checks
    )
    return _Studied(
        link=Link(record.title, filed.entry.address),
        kind=record.kind.message,
        period=_period(filed)[0],
        hours=own.hours or 0,
        words=own.words or 0,
        days=own.days or 0,
        books=tuple(bare(book) for book in record.books) if filed.part is None else (),
        checks=checks,
    )


def _row(filed: Filed) -> StudyRow:
    """A row of a table; an invalid one, which the check reports, keeps only the person."""
    cells = {key: text for key, text in filed.part.items() if text and key in StudyRow.model_fields}
    try:
        return StudyRow.model_validate(cells)
    except ValidationError:
        return StudyRow(person=filed.part["person"])


def _period(filed: Filed) -> tuple[str, str, str]:
    """The period of a record in words, and its sort key."""
    period = filed.entry.record.period
    if filed.part is not None:
        period = _row(filed).period or period
    return period.label, period.first.isoformat(), filed.entry.id
