"""讲座系列: upcoming and past sessions, and attendance."""

from yuandi.content.entry import Entry
from yuandi.entry_types import LectureSeries
from yuandi.facts.attendance import turnout
from yuandi.i18n import message
from yuandi.pages.entry.meetings import meetings, series_meetings, sessions_of
from yuandi.pages.entry.showing import Showing, blocks, facts
from yuandi.pages.parts import Bar, Bars, Link
from yuandi.pages.printable import schedules
from yuandi.pages.shown import Shown

sheet = schedules.schedule


def showing(shown: Shown, entry: Entry[LectureSeries]) -> Showing:
    """A series with upcoming and past sessions."""
    record = entry.record
    listed = series_meetings(shown, entry)
    return Showing(
        facts(
            (message("主办"), shown.actor(record.host)),
            (message("时期"), record.period.label),
            (message("频次"), record.cadence.message if record.cadence else None),
            (
                message("日历"),
                Link(message("加入日历"), shown.portal.addresses.calendar(entry.address)) if listed else None,
            ),
        ),
        before=(meetings(message("讲座安排"), shown, listed),),
        after=blocks(_turnout(shown, entry)),
    )


def _turnout(shown: Shown, series: Entry[LectureSeries]) -> Bars | None:
    """The share of those expected who came to each counted session, by time."""
    counted = [
        (session.start, title, counts)
        for source, session, title in sessions_of(shown, series)
        if session.start.date() <= shown.as_of
        and (counts := turnout(shown.portal, source, session))
        and counts.expected
    ]
    bars = tuple(
        Bar(
            title,
            message(
                "%(present)s / %(count)s 人（%(share)s）",
                present=counts[1],
                count=counts[0],
                share=f"{counts[1] / counts[0]:.0%}",
            ),
            round(min(100, 100 * counts[1] / counts[0]), 1),
        )
        for _, title, counts in sorted(counted, key=lambda row: row[:2])
    )
    return Bars(message("到会情况"), bars) if len(bars) > 1 else None
