"""光荣榜、申报与撤销: the wall by category, conditions and opinions, what was taken back and why."""

from collections.abc import Mapping
from typing import Any

from yuandi.chinese.readings import by_pinyin
from yuandi.chinese.strokes import by_strokes
from yuandi.chinese.surnames import may_be_a_person
from yuandi.content.entry import Entry
from yuandi.entry_types import Application, HonourChange, HonourRoll
from yuandi.entry_types.honour_change import ChangeAction
from yuandi.entry_types.honour_roll import Honoured, Order
from yuandi.entry_types.kinds import category
from yuandi.facts.population import population_of
from yuandi.pages.entry.showing import Showing, blocks, cell, facts
from yuandi.pages.parts import WORDS, Grid, Honour, Link, Mark, Steps, Wall, WallPart
from yuandi.pages.shown import Shown
from yuandi.pages.words import day, number


def honour_roll(shown: Shown, entry: Entry[HonourRoll]) -> Showing:
    """An honour roll."""
    record = entry.record
    steps = tuple((step.name, step.date) for step in record.steps)
    names, revoked = standing(shown, entry)
    return Showing(
        facts(
            ("称号", record.award),
            ("年度", f"{record.year} 年"),
            ("决定机构", shown.actor(record.decided_by) if record.decided_by else None),
            ("人数", f"共 {names} 名" + (f"（其中已撤销 {revoked} 名）" if revoked else "")),
        ),
        before=(wall(shown, entry),),
        after=blocks(Steps("评选程序", steps) if steps else None),
    )


def wall(shown: Shown, entry: Entry[HonourRoll]) -> Wall:
    """Names by category, in the order in which the roll has the categories first."""
    changes = _changes(shown, entry)
    parts: dict[str, list[Honour]] = {one.category: [] for one in entry.record.entries}
    for one in _ordered(shown, entry.record):
        parts[one.category].append(_honour(shown, entry, one, changes))
    return Wall(
        "光荣榜",
        tuple(
            WallPart(category(name), len(honours), _out_of(shown, entry.record, name), tuple(honours))
            for name, honours in parts.items()
        ),
    )


def _ordered(shown: Shown, record: HonourRoll) -> tuple[Honoured, ...]:
    """The names in the order that the roll asks for."""
    if record.order is Order.AS_GIVEN:
        return record.entries
    return tuple(sorted(record.entries, key=lambda one: _place(shown, one, record.order)))


def _place(shown: Shown, one: Honoured, order: Order) -> tuple[object, ...]:
    """Where a name stands; a person's own `pinyin` tells how it is read."""
    person = shown.portal.people.find(one.ref) if one.ref else None
    name = shown.actor(one.ref).text if one.ref else one.name or ""
    is_person = person is not None or (one.ref is None and may_be_a_person(name))
    if order is Order.PINYIN:
        return by_pinyin(name, reading=person.pinyin if person else None, is_person=is_person)
    return by_strokes(name, school=shown.portal.policy.in_force.stroke_school, is_person=is_person)


def _out_of(shown: Shown, record: HonourRoll, name: str) -> str:
    population = population_of(shown.portal, record, name)
    return f"全辖 {number(population)}" if population else ""


def standing(shown: Shown, roll: Entry[HonourRoll]) -> tuple[int, int]:
    """How many names are on a roll, and how many of them were taken back."""
    changes = _changes(shown, roll)
    return len(roll.record.entries), sum(_is_revoked(_change(shown, one, changes)) for one in roll.record.entries)


def _changes(shown: Shown, roll: Entry[HonourRoll]) -> Mapping[str, Entry[HonourChange]]:
    """The changes to titles of a roll, by whom they concern: where they lead, and the word that was written."""
    return {
        key: change
        for change in reversed(shown.counting(HonourChange))
        if shown.found(change.record.honour, change) is roll
        for key in (_identity(shown, change.record.ref), change.record.ref)
    }


def _change(shown: Shown, one: Honoured, changes: Mapping[str, Entry[HonourChange]]) -> Entry[HonourChange] | None:
    return changes.get(_identity(shown, one.ref) if one.ref else one.name or "")


def _is_revoked(change: Entry[HonourChange] | None) -> bool:
    return change is not None and change.record.action is ChangeAction.REVOKE


def _identity(shown: Shown, word: str) -> str:
    return shown.actor(word).address or word


def honour_of(shown: Shown, roll: Entry[HonourRoll], one: Honoured) -> Honour:
    """One name on a roll, with what became of its title."""
    return _honour(shown, roll, one, _changes(shown, roll))


def _honour(
    shown: Shown, entry: Entry[HonourRoll], one: Honoured, changes: Mapping[str, Entry[HonourChange]]
) -> Honour:
    name = shown.actor(one.ref) if one.ref else Link(one.name or "")
    application = shown.found(one.application, entry)
    change = _change(shown, one, changes)
    return Honour(
        name,
        shown.unit(one.unit),
        one.reason or "",
        Link("申报材料", application.address) if application else None,
        change.record.reason if change and _is_revoked(change) else "",
        Link(change.record.action.label, change.address) if change else None,
    )


def honour_change(shown: Shown, entry: Entry[HonourChange]) -> Showing:
    """A title questioned or taken back."""
    record = entry.record
    roll, decision = shown.found(record.honour, entry), shown.found(record.decision, entry)
    return Showing(
        facts(
            ("对象", shown.actor(record.ref)),
            ("处理", record.action.label),
            ("理由", record.reason),
            ("光荣榜", shown.entry(roll) if roll else None),
            ("决定", shown.entry(decision) if decision else None),
        )
    )


def application(shown: Shown, entry: Entry[Application]) -> Showing:
    """An application with its conditions and opinions."""
    record = entry.record
    conditions = tuple(
        (
            cell(one.name),
            cell(None, mark=Mark("done", "符合") if one.met else Mark("overdue", "不符合")),
            cell(_evidence(shown, entry, one.evidence) or one.note),
        )
        for one in record.conditions
    )
    opinions = tuple(
        (cell(shown.actor(one.by) if one.by else None), cell(one.text), cell(day(one.date))) for one in record.opinions
    )
    return Showing(
        facts(
            ("申报称号", record.award),
            ("类别", category(record.category)),
            ("申报对象", shown.actor(record.subject)),
            ("年度", f"{record.year} 年"),
            ("报送日期", record.submitted),
            ("字数", f"{WORDS if record.words is None else number(record.words)} 字"),
        ),
        after=blocks(
            Grid("申报条件", ("条件", "情况", "证明"), conditions) if conditions else None,
            Grid("各级意见", ("单位", "意见", "日期"), opinions) if opinions else None,
        ),
    )


def _evidence(shown: Shown, entry: Entry[Application], word: str | None) -> Any:
    target = shown.found(word, entry)
    return shown.entry(target) if target else None
