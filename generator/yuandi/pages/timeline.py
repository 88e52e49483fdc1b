"""Phases and milestones → positions on a line, in percent of its length."""

from collections.abc import Sequence
from datetime import date, timedelta

from yuandi.entry_types.plan import Milestone, Phase
from yuandi.i18n import message
from yuandi.i18n.dates import short_month
from yuandi.i18n.dates import year as year_label
from yuandi.pages.parts import Mark
from yuandi.pages.type_parts import Tick, Timeline, TimelineMark, TimelinePhase

_MOST_TICKS = 12
_MOST_YEARS = 6


def timeline(title: str, first: date, last: date, phases: Sequence[Phase], as_of: date) -> Timeline:
    """A line from `first` to `last`, both included."""
    first = min((first, *(phase.start for phase in phases)))
    last = max((last, *(phase.end for phase in phases)))

    def left(day: date) -> float:
        return round(100 * (day - first).days / max(1, (last - first).days + 1), 2)

    drawn = tuple(
        TimelinePhase(
            name=phase.name,
            first=phase.start,
            last=phase.end,
            label=phase.label or "",
            left=left(phase.start),
            width=round(max(0.5, left(phase.end + timedelta(days=1)) - left(phase.start)), 2),
            state=_phase_state(phase, as_of),
            marks=tuple(
                milestone_mark(milestone, as_of, left(milestone.due) if milestone.due else None)
                for milestone in phase.milestones
            ),
        )
        for phase in phases
    )
    today = left(as_of) if first <= as_of <= last else None
    return Timeline(
        title=title,
        first=first,
        last=last,
        phases=drawn,
        ticks=_ticks(first, last),
        today=today,
        as_of=as_of if today is not None else None,
    )


def milestone_mark(milestone: Milestone, as_of: date, left: float | None = None) -> TimelineMark:
    """A milestone with its state on the day."""
    return TimelineMark(
        milestone.name,
        milestone.due,
        milestone.done,
        milestone.deliverable or "",
        state_of(milestone.due, milestone.done, as_of),
        left,
    )


def state_of(due: date | None, done: date | None, as_of: date) -> Mark:
    """Done, overdue or upcoming."""
    if done and done <= as_of:
        return Mark("done", message("已完成"))
    if due and due < as_of:
        return Mark("overdue", message("已逾期"))
    return Mark("open", message("待完成"))


def _phase_state(phase: Phase, as_of: date) -> Mark:
    if phase.end < as_of:
        return Mark("past", message("已结束"))
    return Mark("running", message("进行中")) if phase.start <= as_of else Mark("coming", message("未开始"))


def _ticks(first: date, last: date) -> tuple[Tick, ...]:
    """The starts of months, thinned to fit; January, which shows the year, always stays."""
    months = []
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        months.append(date(year, month, 1))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    step = next(step for step in (1, 2, 3, 6, 12, 24, 60, 120, 1200) if len(months) / step <= _MOST_TICKS)
    span = (last - first).days + 1
    kept = [day for day in months if (day.year * 12 + day.month - 1) % step == 0]
    years = [day for day in kept if day.month == 1]
    major = set(years[:: 2 if len(years) > _MOST_YEARS else 1])
    return tuple(
        Tick(
            year_label(day.year) if day.month == 1 else short_month(day.month),
            round(max(0, (day - first).days) * 100 / span, 2),
            bool(years) and day not in major,
        )
        for day in kept
    )
