"""Honours on pages: the wall by category, and changes to each title."""

from collections.abc import Mapping

from yuandi.chinese.readings import by_pinyin
from yuandi.chinese.strokes import by_strokes
from yuandi.chinese.surnames import may_be_a_person
from yuandi.content.entry import Entry
from yuandi.entry_types import HonourChange, HonourRoll
from yuandi.entry_types.honour_change import ChangeAction
from yuandi.entry_types.honour_roll import Honoured, Order
from yuandi.entry_types.kinds import category
from yuandi.facts.population import population_of
from yuandi.i18n import message
from yuandi.pages.parts import Link
from yuandi.pages.shown import Shown
from yuandi.pages.type_parts import Honour, Wall, WallPart
from yuandi.pages.words import bracketed, number


def _how_many(names: int, revoked: int) -> str:
    """How many names a roll has, and how many of them were taken back."""
    told = message("共 %(count)s 名", count=names)
    return bracketed(told, message("其中已撤销 %(count)s 名", count=revoked)) if revoked else told


def wall(shown: Shown, entry: Entry[HonourRoll]) -> Wall:
    """Names by category, categories in order of first appearance."""
    changes = _changes(shown, entry)
    parts: dict[str, list[Honour]] = {honoured.category: [] for honoured in entry.record.entries}
    for honoured in _ordered(shown, entry.record):
        parts[honoured.category].append(_honour(shown, entry, honoured, changes))
    return Wall(
        message("光荣榜"),
        tuple(
            WallPart(
                category(name),
                message("%(count)s 名", count=len(honours)),
                _out_of(shown, entry.record, name),
                tuple(honours),
            )
            for name, honours in parts.items()
        ),
    )


def _ordered(shown: Shown, record: HonourRoll) -> tuple[Honoured, ...]:
    """The names in the order that the roll specifies."""
    if record.order is Order.AS_GIVEN:
        return record.entries
    return tuple(sorted(record.entries, key=lambda honoured: _place(shown, honoured, record.order)))


def _place(shown: Shown, honoured: Honoured, order: Order) -> tuple[object, ...]:
    """The sort key of a name; a person's own `pinyin` gives its reading."""
    person = shown.portal.people.find(honoured.ref) if honoured.ref else None
    name = shown.actor(honoured.ref).text if honoured.ref else honoured.name or ""
    is_person = person is not None or (honoured.ref is None and may_be_a_person(name))
    if order is Order.PINYIN:
        return by_pinyin(name, reading=person.pinyin if person else None, is_person=is_person)
    return by_strokes(name, school=shown.portal.policy.in_force.stroke_school, is_person=is_person)


def _out_of(shown: Shown, record: HonourRoll, name: str) -> str:
    population = population_of(shown.portal, record, name)
    return message("全辖 %(number)s", number=number(population)) if population else ""


def standing(shown: Shown, roll: Entry[HonourRoll]) -> tuple[int, int]:
    """The number of names on a roll, and the number of those revoked."""
    changes = _changes(shown, roll)
    return len(roll.record.entries), sum(
        _is_revoked(_change(shown, honoured, changes)) for honoured in roll.record.entries
    )


def _changes(shown: Shown, roll: Entry[HonourRoll]) -> Mapping[str, Entry[HonourChange]]:
    """The changes to titles of a roll, by the address of their subject and by the word that was written."""
    return {
        key: change
        for change in reversed(shown.counting(HonourChange))
        if shown.found(change.record.honour, change) is roll
        for key in (_identity(shown, change.record.ref), change.record.ref)
    }


def _change(shown: Shown, honoured: Honoured, changes: Mapping[str, Entry[HonourChange]]) -> Entry[HonourChange] | None:
    return changes.get(_identity(shown, honoured.ref) if honoured.ref else honoured.name or "")


def _is_revoked(change: Entry[HonourChange] | None) -> bool:
    return change is not None and change.record.action is ChangeAction.REVOKE


def _identity(shown: Shown, word: str) -> str:
    return shown.actor(word).address or word


def honour_of(shown: Shown, roll: Entry[HonourRoll], honoured: Honoured) -> Honour:
    """One name on a roll, with changes to its title."""
    return _honour(shown, roll, honoured, _changes(shown, roll))


def _honour(
    shown: Shown, entry: Entry[HonourRoll], honoured: Honoured, changes: Mapping[str, Entry[HonourChange]]
) -> Honour:
    name = shown.actor(honoured.ref) if honoured.ref else Link(honoured.name or "")
    application = shown.found(honoured.application, entry)
    change = _change(shown, honoured, changes)
    return Honour(
        name,
        shown.unit(honoured.unit),
        honoured.reason or "",
        Link(message("申报材料"), application.address) if application else None,
        change.record.reason if change and _is_revoked(change) else "",
        Link(change.record.action.message, change.address) if change else None,
    )
