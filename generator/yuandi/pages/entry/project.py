"""行动学习课题: the team, the four principles, milestones and results."""

from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import Project
from yuandi.entry_types.project import Approval
from yuandi.i18n import in_context, message
from yuandi.i18n.dates import between, day
from yuandi.pages.entry.plan import done_bar
from yuandi.pages.entry.showing import Showing, blocks, cell, facts, named
from yuandi.pages.parts import Bars, Grid, Items, Link, Rows
from yuandi.pages.shown import Shown
from yuandi.pages.timeline import state_of
from yuandi.pages.words import bracketed

_PRINCIPLES = (
    ("importance", message("重要性")),
    ("urgency", message("紧迫性")),
    ("scope", message("综合性")),
    ("feasibility", message("可行性")),
)


def showing(shown: Shown, entry: Entry[Project]) -> Showing:
    """A project."""
    record = entry.record
    outputs = shown.found_all(record.outputs, entry)
    return Showing(
        facts(
            (message("承担单位"), shown.actor(record.unit)),
            (message("召集人"), shown.actor(record.convener)),
            (message("起止"), between(record.span.start, record.span.end)),
            (message("促进师"), shown.actors(record.facilitators)),
            (message("审批"), _approval(shown, record.approval)),
            (message("备案"), _approval(shown, record.filing)),
        ),
        before=blocks(
            Items(message("课题目标"), record.goals) if record.goals else None,
            _principles(record),
        ),
        after=blocks(
            _team(shown, record),
            _progress(shown, record),
            _milestones(shown, record),
            Rows(message("课题成果"), shown.rows(outputs)) if outputs else None,
        ),
    )


def _approval(shown: Shown, given: Approval | None) -> tuple[Link, ...]:
    if given is None:
        return ()
    said: list[Any] = [shown.actor(given.by)] if given.by else []
    said += [Link(word) for word in (day(given.date), given.number) if word]
    said += [Link(named(name, value)) for name, value in (given.model_extra or {}).items() if value is not None]
    return tuple(said)


def _principles(record: Project) -> Grid | None:
    if record.principles is None:
        return None
    said = [(label, getattr(record.principles, name)) for name, label in _PRINCIPLES]
    rows = tuple((cell(label), cell(text)) for label, text in said if text)
    return Grid(message("立题论证"), (message("原则"), message("论证")), rows) if rows else None


def _team(shown: Shown, record: Project) -> Grid:
    rows = tuple((cell(shown.actor(member.person)), cell(member.role)) for member in record.team)
    return Grid(
        bracketed(message("课题小组"), message("%(count)s 人", count=len(rows))),
        (message("成员"), message("角色")),
        rows,
    )


def _progress(shown: Shown, record: Project) -> Bars | None:
    bar = done_bar(shown, in_context("many", "节点"), record.milestones)
    return Bars(message("完成情况"), (bar,)) if bar and len(record.milestones) > 1 else None


def _milestones(shown: Shown, record: Project) -> Grid | None:
    rows = tuple(
        (
            cell(milestone.name),
            cell(day(milestone.due)),
            cell(milestone.deliverable),
            cell(None, mark=state_of(milestone.due, milestone.done, shown.as_of)),
        )
        for milestone in record.milestones
    )
    return (
        Grid(message("进度安排"), (message("节点"), message("期限"), message("成果"), message("进展")), rows)
        if rows
        else None
    )
