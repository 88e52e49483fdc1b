"""行动学习课题: the team, the four principles, milestones and what came of it."""

from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import Project
from yuandi.entry_types.project import Approval
from yuandi.pages.entry.plan import done_bar
from yuandi.pages.entry.showing import Showing, blocks, cell, facts, plain
from yuandi.pages.parts import Bars, Grid, Items, Link, Rows
from yuandi.pages.shown import Shown
from yuandi.pages.timeline import state_of
from yuandi.pages.words import day

_PRINCIPLES = (("importance", "重要性"), ("urgency", "紧迫性"), ("scope", "综合性"), ("feasibility", "可行性"))


def showing(shown: Shown, entry: Entry[Project]) -> Showing:
    """A project."""
    record = entry.record
    outputs = shown.found_all(record.outputs, entry)
    return Showing(
        facts(
            ("承担单位", shown.actor(record.unit)),
            ("召集人", shown.actor(record.convener)),
            ("起止", f"{day(record.span.start)}至{day(record.span.end)}"),
            ("促进师", shown.actors(record.facilitators)),
            ("审批", _approval(shown, record.approval)),
            ("备案", _approval(shown, record.filing)),
        ),
        before=blocks(
            Items("课题目标", record.goals) if record.goals else None,
            _principles(record),
        ),
        after=blocks(
            _team(shown, record),
            _progress(shown, record),
            _milestones(shown, record),
            Rows("课题成果", shown.rows(outputs)) if outputs else None,
        ),
    )


def _approval(shown: Shown, given: Approval | None) -> tuple[Link, ...]:
    if given is None:
        return ()
    said: list[Any] = [shown.actor(given.by)] if given.by else []
    said += [Link(word) for word in (day(given.date), given.number) if word]
    said += [Link(f"{name}：{plain(value)}") for name, value in (given.model_extra or {}).items() if value is not None]
    return tuple(said)


def _principles(record: Project) -> Grid | None:
    if record.principles is None:
        return None
    said = [(label, getattr(record.principles, name)) for name, label in _PRINCIPLES]
    rows = tuple((cell(label), cell(text)) for label, text in said if text)
    return Grid("立题论证", ("原则", "论证"), rows) if rows else None


def _team(shown: Shown, record: Project) -> Grid:
    rows = tuple((cell(shown.actor(one.person)), cell(one.role)) for one in record.team)
    return Grid(f"课题小组（{len(rows)} 人）", ("成员", "角色"), rows)


def _progress(shown: Shown, record: Project) -> Bars | None:
    bar = done_bar(shown, "节点", record.milestones)
    return Bars("完成情况", (bar,)) if bar and len(record.milestones) > 1 else None


def _milestones(shown: Shown, record: Project) -> Grid | None:
    rows = tuple(
        (
            cell(one.name),
            cell(day(one.due)),
            cell(one.deliverable),
            cell(None, mark=state_of(one.due, one.done, shown.as_of)),
        )
        for one in record.milestones
    )
    return Grid("进度安排", ("节点", "期限", "成果", "进展"), rows) if rows else None
