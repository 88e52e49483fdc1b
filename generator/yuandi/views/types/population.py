"""Out of how many: the units of a kind in a year, and the people of the whole organisation, from units.yml."""

from datetime import date

from yuandi.models import Unit
from yuandi.views.shown import Shown
from yuandi.views.words import category


def population_of(shown: Shown, name: str, year: int) -> int:
    """How many there were of a category of honours; 0 where units.yml does not tell."""
    if category(name) == category("employee"):
        return sum(_heads(unit, year) for unit in shown.portal.units if unit.id not in shown.parents)
    return sum(_existed(unit, year) and category(unit.kind) == category(name) for unit in shown.portal.units)


def _existed(unit: Unit, year: int) -> bool:
    return (unit.start is None or unit.start.year <= year) and (unit.end is None or unit.end.year >= year)


def _heads(unit: Unit, year: int) -> int:
    """The last head count of a year or before."""
    known = [count for since, count in unit.headcount if since <= date(year, 12, 31)]
    return known[-1] if known and _existed(unit, year) else 0
