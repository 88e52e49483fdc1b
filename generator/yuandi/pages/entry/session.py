"""学习活动: time, place, host, length and attendance."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Session
from yuandi.facts.attendance import away, turnout
from yuandi.i18n import message
from yuandi.i18n.dates import day, when
from yuandi.pages.entry.showing import Showing, any_of, blocks, cell, facts
from yuandi.pages.parts import Bar, Bars, Block, Grid, Items
from yuandi.pages.printable import sign_in
from yuandi.pages.shown import Shown
from yuandi.pages.words import bracketed, length

sheet = sign_in.sheet


def showing(shown: Shown, entry: Entry[Session]) -> Showing:
    """One session: time, place, host, length and attendance."""
    record = entry.record
    series = shown.found(record.part_of, entry)
    number_in_series = message("第 %(number)s 场", number=record.no) if record.no else None
    return Showing(
        facts(
            (message("时间"), when(record.start, record.end)),
            (message("地点"), record.place),
            (message("主办"), shown.actor(record.host)),
            (message("主讲"), shown.actors(record.lecturers)),
            (message("主持"), shown.actor(record.chair) if record.chair else None),
            (message("学时"), length(record.hours, record.days)),
            (message("主题"), record.topic),
            (message("参加范围"), record.audience),
            (message("系列"), (*((shown.entry(series),) if series else ()), number_in_series)),
        ),
        after=blocks(
            *_attendance_blocks(shown, entry),
            Items(message("学习材料"), record.materials) if record.materials else None,
        ),
    )


def _attendance_blocks(shown: Shown, entry: Entry[Session]) -> tuple[Block, ...]:
    counts = turnout(shown.portal, entry, entry.record)
    if counts is None:
        return blocks(_absences(shown, entry))
    whole = max(1, counts[0])
    bars = tuple(
        Bar(
            label,
            bracketed(message("%(count)s 人", count=count), f"{count / whole:.0%}"),
            round(min(100, 100 * count / whole), 1),
        )
        for label, count in zip((message("实到"), message("请假"), message("缺席")), counts[1:], strict=True)
        if count or label == "实到"
    )
    return blocks(
        Bars(bracketed(message("到会情况"), message("应到 %(count)s 人", count=counts[0])), bars),
        _absences(shown, entry),
    )


def _absences(shown: Shown, entry: Entry[Session]) -> Grid | None:
    """Those on leave or absent, with reason and make-up day."""
    found = [
        (shown.actor(seat.person), seat.status.message, seat.reason, day(seat.makeup))
        for seat in away(shown.portal, entry, entry.record)
    ]
    if not found:
        return None
    heads = (message("人员"), message("情况"), message("事由"), message("补课"))
    kept = [index for index in range(4) if index < 2 or any_of(row[index] for row in found)]
    rows = tuple(tuple(cell(row[index]) for index in kept) for row in found)
    return Grid(message("请假与缺席"), tuple(heads[index] for index in kept), rows)
