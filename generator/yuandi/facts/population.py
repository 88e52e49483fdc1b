"""Out of how many: the units of a kind in a year, and the people of the whole organisation, from units.yml."""

from collections.abc import Mapping
from datetime import date

from yuandi.entry_types import Unit
from yuandi.entry_types.kinds import category
from yuandi.lookups.content_lookups import Lookups


def population_of(lookups: Lookups, name: str, year: int) -> int:
    """How many there were of a category of honours; 0 where units.yml does not tell."""
    if category(name) == category("employee"):
        return heads_of(lookups, "headcount", year)
    return sum(existed(unit, year) and category(unit.kind) == category(name) for unit in lookups.units)


def heads_of(lookups: Lookups, count: str, year: int) -> int:
    """A count of units.yml, such as `headcount`, of the whole organisation at the end of a year; 0 where none tells."""
    below: dict[str, list[Unit]] = {}
    for unit in lookups.units:
        above = lookups.parents.get(unit.id)
        below.setdefault(above.id if above else "", []).append(unit)
    return sum(_heads(unit, count, year, below) for unit in below.get("", ()))


def existed(unit: Unit, year: int) -> bool:
    """Whether a unit was there on some day of a year."""
    return (unit.start is None or unit.start.year <= year) and (unit.end is None or unit.end.year >= year)


def _heads(unit: Unit, count: str, year: int, below: Mapping[str, list[Unit]]) -> int:
    """A unit's last count of a year or before; where it has none, that of the units below it."""
    if not existed(unit, year):
        return 0
    counts = unit.headcount if count == "headcount" else (unit.model_extra or {}).get(count, ())
    known = [number for since, number in counts if since <= date(year, 12, 31)]
    return known[-1] if known else sum(_heads(child, count, year, below) for child in below.get(unit.id, ()))
