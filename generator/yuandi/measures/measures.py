"""An organisation's own numbers: the measures of its policy, evaluated over what it has published. Pure.

`measures(portal)` gives one `Row` for each measure, subject and period, with the entries that its value is
from. A build for one audience passes the entries that it shows, so that no number reveals hidden ones.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from yuandi.content.entry import Entry, Item
from yuandi.entry_types import Measure
from yuandi.measures.evaluate import Evaluation
from yuandi.measures.measure_plan import tasks_of
from yuandi.measures.problems import ProblemError
from yuandi.measures.rows import COVERED, Limit, Row, State, Who, rule_for
from yuandi.portal.portal import Portal

__all__ = ["COVERED", "Limit", "Row", "State", "Who", "counted_bodies", "measures", "rule_for", "unusable"]


def measures(portal: Portal, entries: Iterable[Entry[Any]] | None = None) -> tuple[Row, ...]:
    """All verdicts in the order of the policy, over `entries` if given, else over all."""
    counted = portal.entries if entries is None else tuple(entries)
    return tuple(Evaluation(portal, counted).rows())


def unusable(portal: Portal) -> Iterator[tuple[Item[Measure], ProblemError]]:
    """The measures that cannot be evaluated, with their problems."""
    for item in portal.measures:
        try:
            list(tasks_of(item, portal))
        except ProblemError as problem:
            yield item, problem


def counted_bodies(portal: Portal) -> frozenset[str]:
    """The types whose bodies some measure counts if an entry does not give `words`."""
    found: set[str] = set()
    for item in portal.measures:
        try:
            readings = [reading for task in tasks_of(item, portal) for reading in task.reading.readings]
        except ProblemError:
            continue
        found |= {
            reading.type.name
            for reading in readings
            if reading.type and reading.field and reading.field.parts == ("words",)
        }
    return frozenset(found)
