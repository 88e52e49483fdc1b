"""What is due on which day: of notices, plans, projects. One list, for the home page, boards and calendars. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from yuandi.entry import Entry
from yuandi.models import Notice, Plan, Project
from yuandi.models.plan import Milestone
from yuandi.views.shown import Shown


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something due on a day: what, of which entry, whose (an id or a name), and when it was done."""

    day: date
    text: str
    entry: Entry[Any]
    owner: str | None
    done: date | None = None


def deadlines(shown: Shown) -> tuple[Deadline, ...]:
    """All of them, past ones too, by day."""
    return tuple(sorted(_deadlines(shown), key=lambda one: (one.day, one.text, one.entry.path)))


def _deadlines(shown: Shown) -> Iterator[Deadline]:
    for notice in shown.of(Notice):
        record = notice.record
        if record.deadline and not shown.is_expired(notice):
            yield Deadline(record.deadline, record.title, notice, record.unit)
    for plan in shown.of(Plan):
        for phase in plan.record.phases:
            yield from _milestones(plan, phase.milestones)
        for task in plan.record.tasks:
            if task.due:
                yield Deadline(task.due, task.title, plan, task.person or task.unit, task.done)
    for project in shown.of(Project):
        yield from _milestones(project, project.record.milestones)


def _milestones(entry: Entry[Any], given: Sequence[Milestone]) -> Iterator[Deadline]:
    for milestone in given:
        if milestone.due:
            yield Deadline(milestone.due, milestone.name, entry, entry.record.unit, milestone.done)
