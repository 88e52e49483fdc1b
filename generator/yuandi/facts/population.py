"""Populations: the dated counts of units, the members of groups, and the size of a category of honours.

A count of units.yml, such as `headcount`, holds from its day until the next one. The count of a unit without one of
its own is the sum of the units below it.
"""

from collections.abc import Callable
from datetime import date

from yuandi.entry_types import Group, HonourRoll, Model, Person, Unit
from yuandi.entry_types.kinds import category
from yuandi.facts.membership import people_on
from yuandi.lookups.content_lookups import Lookups

Existed = Callable[[Unit], bool]


def count_of(lookups: Lookups, subject: Model | None, name: str, day: date) -> float | None:
    """A count of a subject on a day; None if unknown. `population` is a unit's own, else its head count."""
    if isinstance(subject, Group):
        return float(len(people_on(lookups.belonging, subject, day)))
    if isinstance(subject, Person):
        return 1.0
    if not isinstance(subject, Unit):
        return None
    found = _count(lookups, subject, name, day, lambda unit: exists(unit, day))
    if found is None and name == "population":
        return count_of(lookups, subject, "headcount", day)
    return None if found is None else float(found)


def population_of(lookups: Lookups, roll: HonourRoll, name: str) -> int | None:
    """The population of a category on a roll: from the roll, else from units.yml; None if unknown."""
    given = {category(word): count for word, count in roll.populations.items()}.get(category(name))
    return given if given is not None else number_of(lookups, name, roll.year) or None


def number_of(lookups: Lookups, name: str, year: int) -> int:
    """The size of a category of honours in a year; 0 if units.yml does not say."""
    if category(name) == category("employee"):
        return heads_of(lookups, "headcount", year)
    return sum(existed(unit, year) and category(unit.kind) == category(name) for unit in lookups.units)


def heads_of(lookups: Lookups, count: str, year: int) -> int:
    """A count of the whole organisation at the end of a year, with units closed within it; 0 if unknown."""
    tops = [unit for unit in lookups.units if unit.id not in lookups.parents and existed(unit, year)]
    known = (_count(lookups, unit, count, date(year, 12, 31), lambda below: existed(below, year)) for unit in tops)
    return sum(found or 0 for found in known)


def exists(unit: Unit, day: date) -> bool:
    """Whether a unit is there on a day."""
    return (unit.start is None or unit.start <= day) and (unit.end is None or unit.end >= day)


def existed(unit: Unit, year: int) -> bool:
    """Whether a unit was there on some day of a year."""
    return (unit.start is None or unit.start.year <= year) and (unit.end is None or unit.end.year >= year)


def _count(lookups: Lookups, unit: Unit, name: str, day: date, is_there: Existed) -> int | None:
    """The latest count until a day; for a unit without one, the sum of the units below it that exist."""
    counts = unit.headcount if name == "headcount" else (unit.model_extra or {}).get(name, ())
    known = [number for since, number in counts if since <= day]
    if known:
        return int(known[-1])
    below = (child for child in lookups.children.get(unit.id, ()) if is_there(child))
    found = [number for child in below if (number := _count(lookups, child, name, day, is_there)) is not None]
    return sum(found) if found else None
