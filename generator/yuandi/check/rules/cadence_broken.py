"""SES004: a lecture series without a session in a period."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.sessions import HeldSession, by_series
from yuandi.check.rules.shared.unread_entries import values_of
from yuandi.content.entry import Entry
from yuandi.entry_types import LectureSeries
from yuandi.entry_types.dates import Period, to_period
from yuandi.entry_types.lecture_series import Cadence
from yuandi.facts.standing import Purpose, counts_for
from yuandi.portal.portal import Portal


@rule("SES004", "cadence-broken", Severity.WARNING, Scope.HEADS, AtOnce.NEVER)
def cadence_broken(portal: Portal) -> Iterator[Finding]:
    """A series with a `cadence` has no session in a period that has ended, from its announcement or first session on."""
    sessions = by_series(portal)
    waiting = set(values_of(portal, "part_of", "属于"))
    for entry in portal.of(LectureSeries):
        cadence = entry.record.cadence
        if cadence is None or not counts_for(entry, Purpose.NUMBERS) or entry.id in waiting:
            continue
        days = sorted(held.session.start.date() for held in sessions[entry.path] if _is_held(held))
        skipped = [period for period in _ended(portal, entry, cadence, days) if not _has(days, period)]
        if skipped:
            key = entry.origin.key("cadence")
            yield Finding(
                entry.at("cadence"),
                Text(
                    f"`{key}`：{'、'.join(period.label for period in skipped)}没有一场。",
                    f"`{key}`: there was no session in {', '.join(map(str, skipped))}.",
                ),
                Text(
                    "补上那一场；已停办或改期，就改 `cadence` 或 `period`。",
                    "Add the session, or correct `cadence` or `period`.",
                ),
            )


def _is_held(held: HeldSession) -> bool:
    """Whether a session counts: items of the series do, entries once they are published."""
    return bool(held.base) or counts_for(held.entry, Purpose.NUMBERS)


def _ended(portal: Portal, entry: Entry[LectureSeries], cadence: Cadence, days: Sequence[date]) -> Iterator[Period]:
    """Yield the whole periods of a series that are over, from that of its announcement or first session on."""
    record = entry.record
    begun = min((record.date, *days[:1]))
    for period in _periods(cadence, record.period.first, record.period.last):
        if begun <= period.last < portal.as_of:
            yield period


def _periods(cadence: Cadence, first: date, last: date) -> Iterator[Period]:
    """Yield the weeks, months, quarters, half-years or years that lie wholly between two days, both included."""
    day = first
    while day <= last:
        period = to_period(_name(cadence, day))
        if first <= period.first and period.last <= last:
            yield period
        day = period.last + timedelta(days=1)


def _name(cadence: Cadence, day: date) -> str:
    if cadence is Cadence.WEEKLY:
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    if cadence is Cadence.MONTHLY:
        return f"{day:%Y-%m}"
    if cadence is Cadence.QUARTERLY:
        return f"{day.year}-Q{(day.month + 2) // 3}"
    if cadence is Cadence.HALF_YEARLY:
        return f"{day.year}-H{(day.month + 5) // 6}"
    return str(day.year)


def _has(days: Sequence[date], period: Period) -> bool:
    place = bisect_left(days, period.first)
    return place < len(days) and days[place] <= period.last
