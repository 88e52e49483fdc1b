"""Out of how many: the dated counts of units, the members of groups, and the populations of honours."""

from datetime import date
from typing import Any

from yuandi.entry_types import Group, HonourRoll, Person, Unit
from yuandi.entry_types.kinds import category
from yuandi.facts.population import population_of as units_or_people
from yuandi.portal.portal import Portal


def count_of(record: Any, name: str, day: date) -> float | None:
    """A count of a subject on a day; None where nothing tells. `population` is a unit's own, else its head count."""
    if isinstance(record, Group):
        return float(sum((one.start or date.min) <= day <= (one.end or date.max) for one in record.members))
    if isinstance(record, Person):
        return 1.0
    if not isinstance(record, Unit):
        return None
    found = _count(record, name, day)
    if found is None and name == "population":
        found = _count(record, "headcount", day)
    return found


def _count(unit: Unit, name: str, day: date) -> float | None:
    """The last count until a day; of a unit that has none, the sum of those of the units below it."""
    counts = unit.headcount if name == "headcount" else (unit.model_extra or {}).get(name, ())
    known = [number for since, number in counts if since <= day]
    if known:
        return float(known[-1])
    below = [found for child in unit.children if (found := _count(child, name, day)) is not None]
    return sum(below) if below else None


def population_of(portal: Portal, roll: HonourRoll, name: str) -> float | None:
    """Out of how many a roll honours a category: as the roll says, else from units.yml; None where neither tells."""
    given = {category(word): count for word, count in roll.populations.items()}.get(category(name))
    found = given if given is not None else units_or_people(portal, name, roll.year)
    return float(found) if given is not None or found else None
