"""What is due on which day: of notices, plans, projects. One list, for the home page, boards and calendars; and who
owes what. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import Notice, Plan, Project, Unit
from yuandi.entry_types.kinds import category
from yuandi.entry_types.plan import Milestone
from yuandi.facts.population import existed
from yuandi.page_plan.published import Published
from yuandi.portal.portal import Portal

_SEPARATORS = re.compile("[、，,；;]")


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something due on a day: what, of which entry, whose (an id or a name), when it was done, and all who owe it."""

    day: date
    text: str
    entry: Entry[Any]
    owner: str | None
    done: date | None = None
    owed_by: tuple[str, ...] = ()

    def is_done(self, as_of: date) -> bool:
        """Whether it was done by a day."""
        return self.done is not None and self.done <= as_of


def deadlines(published: Published) -> tuple[Deadline, ...]:
    """All of them, past ones too, by day."""
    return tuple(sorted(_deadlines(published), key=lambda one: (one.day, one.text, one.entry.path)))


def _deadlines(published: Published) -> Iterator[Deadline]:
    for notice in published.counting(Notice):
        record = notice.record
        if record.deadline and not published.is_expired(notice):
            addressed = tuple(unit.id for unit in addressed_units(published.portal, record.to))
            yield Deadline(record.deadline, record.title, notice, record.unit, owed_by=addressed)
    for plan in published.counting(Plan):
        for phase in plan.record.phases:
            yield from _milestones(plan, phase.milestones, plan.record.groups)
        for task in plan.record.tasks:
            if task.due:
                owners = _words(task.unit, task.person)
                yield Deadline(task.due, task.title, plan, task.person or task.unit, task.done, owners)
    for project in published.counting(Project):
        yield from _milestones(project, project.record.milestones, (project.record.convener,))


def _milestones(entry: Entry[Any], given: Sequence[Milestone], also: tuple[str, ...]) -> Iterator[Deadline]:
    unit = entry.record.unit
    for milestone in given:
        if milestone.due:
            yield Deadline(milestone.due, milestone.name, entry, unit, milestone.done, _words(unit, *also))


def _words(*given: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in given if word))


def owed(published: Published) -> Mapping[tuple[str, str], Sequence[Deadline]]:
    """What is not done, by the kind and id of who owes it, by day. Whether what a notice asks for came in nobody can
    tell, so that it is owed until its day and no longer."""
    found: dict[tuple[str, str], list[Deadline]] = {}
    for one in deadlines(published):
        if one.is_done(published.as_of) or (isinstance(one.entry.record, Notice) and one.day < published.as_of):
            continue
        for word in one.owed_by:
            for kind in ("person", "unit", "group"):
                if known := published.portal.directory(kind).find(word):
                    found.setdefault((kind, known.id), []).append(one)
                    break
    return found


def addressed_units(portal: Portal, words: Iterable[str]) -> tuple[Unit, ...]:
    """The units that a line of recipients means: by name, or all of a kind (`机关各部门、各县市支行`)."""
    found: dict[str, Unit] = {}
    for part in (part for word in words for part in _SEPARATORS.split(word)):
        known = _of_name(portal, part)
        kind = part.partition("各")[2]
        there = (unit for unit in portal.units if kind and _is_in(category(unit.kind), kind))
        found |= {unit.id: unit for unit in ((known,) if known else there) if existed(unit, portal.as_of.year)}
    return tuple(found.values())


def _of_name(portal: Portal, word: str) -> Unit | None:
    return portal.units.find(word) or next((unit for unit in portal.units if unit.short == word), None)


def _is_in(label: str, phrase: str) -> bool:
    """Whether a phrase has the characters of a label in their order: `县支行` is in `县市支行`."""
    rest = iter(phrase)
    return bool(label) and all(character in rest for character in label)
