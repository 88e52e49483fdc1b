"""The schedule of a series; the breakdown of a plan into phases, tasks, sessions and responsible groups."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import LectureSeries, Plan, Session
from yuandi.facts.membership import members_on
from yuandi.i18n import listed, message
from yuandi.i18n.dates import between
from yuandi.pages.entry.groups import named_groups
from yuandi.pages.entry.meetings import of_entry, series_meetings
from yuandi.pages.entry.showing import cell, facts
from yuandi.pages.printable.sheet import Column, FormTable, Sheet, numbered
from yuandi.pages.shown import Shown
from yuandi.pages.timeline import state_of
from yuandi.pages.type_parts import Meeting

_FOOT = (message("制表人："), message("审核人："))


def schedule(shown: Shown, entry: Entry[LectureSeries]) -> Sheet:
    """The sessions of a series by time; a series without sessions has empty rows."""
    record = entry.record
    told = facts((message("主办"), shown.actor(record.host).text), (message("时期"), record.period.label))
    listed = series_meetings(shown, entry)
    return Sheet(told, (_sessions("", listed, empty=0 if listed else 12),), _FOOT)


def _sessions(title: str, given: Iterable[Meeting], *, empty: int = 0) -> FormTable:
    columns = (
        Column(message("时间"), "tight"),
        Column(message("主题"), "wide"),
        Column(message("主讲或主持")),
        Column(message("地点")),
        Column(message("学时"), "tight"),
        Column(message("备注"), "blank"),
    )
    rows = [
        (
            message("%(day)s %(clock)s", day=meeting.start.date(), clock=meeting.clock),
            meeting.title,
            listed(link.text for link in meeting.lecturers or ((meeting.chair,) if meeting.chair else ())),
            meeting.place,
            meeting.hours,
            None,
        )
        for meeting in given
    ]
    return numbered(title, columns, rows, empty=empty)


def breakdown(shown: Shown, entry: Entry[Plan]) -> Sheet:
    """Phases with milestones, tasks with owners, the sessions of the plan, and the responsible groups."""
    record = entry.record
    unit = shown.actor(record.unit).text if record.unit else None
    told = facts((message("单位"), unit), (message("起止"), between(record.span.start, record.span.end)))
    tables = (_phases(shown, record), _tasks(shown, record), _held(shown, entry), _groups(shown, record))
    return Sheet(told, tuple(table for table in tables if table.rows), _FOOT)


def _phases(shown: Shown, record: Plan) -> FormTable:
    columns = (
        Column(message("阶段")),
        Column(message("时间")),
        Column(message("节点"), "wide"),
        Column(message("期限"), "tight"),
        Column(message("成果")),
        Column(message("进展"), "tight"),
    )
    rows: list[tuple[object, ...]] = []
    for phase in record.phases:
        span = phase.label or between(phase.start, phase.end)
        if not phase.milestones:
            rows.append((phase.name, span, None, None, None, None))
        for place, milestone in enumerate(phase.milestones):
            head = (phase.name, span) if place == 0 else (None, None)
            state = cell(None, mark=state_of(milestone.due, milestone.done, shown.as_of))
            rows.append((*head, milestone.name, iso(milestone.due), milestone.deliverable, state))
    return numbered(message("实施步骤"), columns, rows)


def iso(value: date | None) -> str:
    """A day in the form used in tables: `2026-03-05`."""
    return value.isoformat() if value else ""


def _tasks(shown: Shown, record: Plan) -> FormTable:
    columns = (
        Column(message("任务"), "wide"),
        Column(message("责任单位")),
        Column(message("责任人"), "tight"),
        Column(message("期限"), "tight"),
        Column(message("进展"), "tight"),
    )
    rows = [
        (
            task.title,
            shown.actor(task.unit).text if task.unit else None,
            shown.actor(task.person).text if task.person else None,
            iso(task.due),
            cell(None, mark=state_of(task.due, task.done, shown.as_of)),
        )
        for task in record.tasks
    ]
    return numbered(message("任务分解"), columns, rows)


def _held(shown: Shown, entry: Entry[Plan]) -> FormTable:
    """The sessions that implement a plan, by time."""
    named = (source for source in shown.portal.backlinks.get(entry.id, ()) if _carries_out(shown, source, entry))
    return _sessions(
        message("学习安排"),
        sorted((of_entry(shown, source) for source in named), key=lambda meeting: (meeting.start, meeting.title)),
    )


def _carries_out(shown: Shown, source: Entry[Any], plan: Entry[Plan]) -> bool:
    if not isinstance(source.record, Session) or source.id not in shown.ids:
        return False
    return any(shown.found(word, source) is plan for word in (source.record.implements, source.record.part_of))


def _groups(shown: Shown, record: Plan) -> FormTable:
    columns = (
        Column(message("小组"), "wide"),
        Column(message("角色"), "tight"),
        Column(message("姓名"), "tight"),
        Column(message("职务")),
    )
    rows: list[tuple[object, ...]] = []
    for group in named_groups(shown, record):
        for place, member in enumerate(members_on(group, shown.as_of)):
            name = group.name if place == 0 else None
            rows.append((name, member.role or message("成员"), shown.actor(member.person).text, member.post))
    return numbered(message("组织领导"), columns, rows)
