"""A subject's open tasks, responsibilities, honours and verdicts: the blocks of its page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import HonourRoll
from yuandi.entry_types.entry_type import Chapter
from yuandi.entry_types.kinds import category
from yuandi.facts.dossiers import Filed
from yuandi.i18n import clauses, message
from yuandi.i18n.dates import between, day
from yuandi.i18n.dates import year as year_label
from yuandi.measures import Row as Verdict
from yuandi.measures.days import entry_days
from yuandi.measures.periods import label
from yuandi.page_plan.deadlines import Deadline
from yuandi.pages.entry.honours import honour_of
from yuandi.pages.entry.showing import blocks, cell
from yuandi.pages.organisation.subject import SubjectData
from yuandi.pages.parts import Block, Grid, Link, Mark
from yuandi.pages.shown import Shown
from yuandi.pages.timeline import state_of
from yuandi.pages.type_parts import Honour, Wall, WallPart
from yuandi.pages.words import bracketed

MOST = 20
_LEADING = {"承担单位", "召集人", "组长", "副组长"}


def standing(data: SubjectData, kind: str, identifier: str) -> tuple[Block, ...]:
    """The blocks with content, the most urgent first."""
    shown = data.shown
    return blocks(
        owing(shown, data.owed.get((kind, identifier), ())),
        leading(shown, kind, identifier),
        verdicts(message("考核指标"), latest(shown.verdicts.get((kind, identifier), ()))),
        honours(shown, kind, identifier),
    )


def owing(shown: Shown, given: Sequence[Deadline]) -> Grid | None:
    """Open deadlines by day, so that late ones come first."""
    rows = tuple(
        (
            cell(deadline.text),
            cell(None, mark=state_of(deadline.day, deadline.done, shown.as_of)),
            cell(day(deadline.day)),
            cell(shown.entry(deadline.entry)),
        )
        for deadline in given[:MOST]
    )
    title: str = message("待办事项")
    if len(given) > MOST:
        counts = message("%(count)s 项", count=len(given)), message("列出 %(count)s 项", count=MOST)
        title = bracketed(title, clauses(counts))
    return Grid(title, (message("事项"), message("进展"), message("期限"), message("出自")), rows) if rows else None


def leading(shown: Shown, kind: str, identifier: str) -> Grid | None:
    """The series, plans and projects that a subject is responsible for: current ones first, then the newest."""
    found: dict[str, tuple[Entry[Any], str]] = {}
    for filed in shown.portal.dossiers.filed(kind, identifier, Chapter.PLANS, Chapter.PROJECTS):
        if _leads(filed):
            found.setdefault(filed.entry.id, (filed.entry, filed.role))
    listed = sorted(
        ((entry, role, span_of(entry)) for entry, role in found.values()), key=lambda lead: lead[2][0], reverse=True
    )
    leads = [(lead, span_state(*lead[2], shown.as_of)) for lead in listed]
    leads.sort(key=lambda row: row[1].kind == "past")
    rows = tuple(
        (
            cell(shown.entry(entry)),
            cell(None, mark=state),
            cell(role or shown.label(entry)),
            cell(between(first, last)),
        )
        for (entry, role, (first, last)), state in leads[:MOST]
    )
    return (
        Grid(message("牵头负责"), (message("事项"), message("进展"), message("种类或身份"), message("起止")), rows)
        if rows
        else None
    )


def _leads(filed: Filed) -> bool:
    """Whether a subject is responsible for an entry, judged by its role if it has one."""
    return filed.entry.type.is_led and (not filed.role or filed.role in _LEADING)


def span_of(entry: Entry[Any]) -> tuple[date, date]:
    """The first and the last day of an entry that runs for a time."""
    day = entry.record.date
    return entry_days(entry) or (day, day)


def span_state(first: date, last: date, as_of: date) -> Mark:
    """Past, current or upcoming."""
    if last < as_of:
        return Mark("past", message("已结束"))
    return Mark("running", message("进行中")) if first <= as_of else Mark("coming", message("未开始"))


def latest(given: Iterable[Verdict]) -> Iterator[Verdict]:
    """The verdict of the newest period of each measure."""
    newest: dict[str, Verdict] = {}
    for verdict in given:
        if verdict.code not in newest or verdict.period.first >= newest[verdict.code].period.first:
            newest[verdict.code] = verdict
    yield from newest.values()


def verdicts(title: str, given: Iterable[Verdict]) -> Grid | None:
    """Measures with their state by sign and word, and the evidence of each value."""
    rows = tuple(
        (
            cell(verdict.title),
            cell(None, mark=Mark(verdict.state.value, verdict.state.message)),
            cell(verdict.said_value, is_number=True),
            cell(str(verdict.limit), is_number=True),
            cell(label(verdict.period)),
        )
        for verdict in given
    )
    return (
        Grid(title, (message("指标"), message("状态"), message("现状"), message("要求"), message("时期")), rows)
        if rows
        else None
    )


def honours(shown: Shown, kind: str, identifier: str) -> Wall | None:
    """The honours of a subject by year; revoked ones are struck through, with the reason."""
    own_address = shown.portal.addresses.subject(kind, identifier)
    by_year: dict[int, list[Honour]] = {}
    for filed in shown.portal.dossiers.filed(kind, identifier, Chapter.HONOURED):
        roll: Entry[HonourRoll] = filed.entry
        by_year.setdefault(roll.record.year, []).append(honour(shown, filed, own_address))
    parts = tuple(
        WallPart(year_label(year), message("%(count)s 项", count=len(won)), "", tuple(won))
        for year, won in by_year.items()
    )
    return Wall(message("荣誉"), parts) if parts else None


def honour(shown: Shown, filed: Filed, own_address: str | None) -> Honour:
    """One title: the award links to the roll; the page of a unit names the honoured person."""
    roll: Entry[HonourRoll] = filed.entry
    won = honour_of(shown, roll, filed.part)
    whose = None if won.name.address == own_address else won.name
    award = Link(bracketed(roll.record.award, category(filed.part.category)), roll.address)
    return replace(won, name=award, unit=whose)
