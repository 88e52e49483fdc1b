"""Shares of honours: the number of names of a category on a roll, against a share of its population.

The subject is the category, not a unit: all county branches together, all employees together. Each roll is compared
with its own population; of several rolls of a period, the one furthest from its limit is shown.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types.dates import Period
from yuandi.entry_types.kinds import category
from yuandi.facts.population import population_of
from yuandi.measures.measure_plan import Task
from yuandi.measures.record import Found
from yuandi.measures.rows import Limit, State, Who
from yuandi.measures.verdict import share_limit, state_of
from yuandi.portal.portal import Portal


@dataclass(frozen=True, slots=True)
class HonourShare:
    """The state, value and limit of one period."""

    state: State
    value: float
    limit: Limit
    of: tuple[Found, ...] = ()


def category_of(task: Task, portal: Portal) -> Who:
    """The category of a task: from its condition, else the kind of its units."""
    kinds = task.subject.units.kind if task.subject.units else ()
    name = task.category or (kinds[0] if kinds else "employee")
    tops = [unit.id for unit in portal.units if len(portal.lines[unit.id]) == 1]
    return Who("category", name, category(name), tops[0] if tops else None)


def share_in(
    task: Task, who: Who, period: Period, named: Iterable[Found], rolls: Iterable[Found], portal: Portal
) -> HonourShare:
    """The share of a category in a period, from the names on its rolls."""
    is_closed = portal.as_of > period.last
    by_roll: dict[str, list[Found]] = {roll.entry.path: [] for roll in rolls}
    entries = {roll.entry.path: roll.entry for roll in rolls}
    for record in named:
        by_roll[record.entry.path].append(record)
    shares = list(_shares(task, who, by_roll, entries, portal, is_closed=is_closed))
    if shares:
        return max(shares, key=lambda share: _distance(task, share))
    nobody = Limit(high=0.0) if task.bounds.at_most_share else Limit(low=1.0)
    return HonourShare(state_of(0.0, nobody, task.modality, is_closed=is_closed, is_partial=False), 0.0, Limit())


def _shares(
    task: Task,
    who: Who,
    by_roll: dict[str, list[Found]],
    entries: dict[str, Entry[Any]],
    portal: Portal,
    *,
    is_closed: bool,
) -> Iterator[HonourShare]:
    for path, named in sorted(by_roll.items()):
        limit = share_limit(
            task.bounds,
            population_of(portal, entries[path].record, who.id),
            strict=task.strict,
            at_least_one=portal.policy.in_force.at_least_one,
        )
        value = float(len(named))
        state = state_of(value, limit, task.modality, is_closed=is_closed, is_partial=False)
        yield HonourShare(state, value, limit, tuple(named))


def _distance(task: Task, share: HonourShare) -> float:
    """The distance above a ceiling, or below a floor."""
    if task.bounds.at_most_share:
        return share.value - (share.limit.high or 0.0)
    return (share.limit.low or 0.0) - share.value
