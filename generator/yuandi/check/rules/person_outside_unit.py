"""REF007: a person who is named with a unit that is not theirs."""

from collections.abc import Iterator
from typing import Any

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.content.entry import Entry
from yuandi.entry_types import HonourRoll, Plan
from yuandi.front_matter.parse import Path
from yuandi.portal.portal import Portal

Named = tuple[Path, str, str]
"""The path of a field that names a person, the person, and the unit."""


@rule("REF007", "person-outside-unit", Severity.WARNING, Scope.HEADS, AtOnce.NEVER)
def person_outside_unit(portal: Portal) -> Iterator[Finding]:
    """A person is named with a unit to which they do not belong on that date."""
    if not portal.units.readable:
        return
    for entry in portal.entries:
        for path, person, unit in _named(entry):
            yield from _check(portal, entry, path, person, unit)


def _named(entry: Entry[Any]) -> Iterator[Named]:
    """Yield people with units: authors with the unit of the entry, people in tasks and on honour rolls with that beside them."""
    record = entry.record
    if record.unit:
        yield from ((("authors", index), author, record.unit) for index, author in enumerate(record.authors))
    if isinstance(record, Plan):
        for index, task in enumerate(record.tasks):
            if task.person and task.unit:
                yield ("tasks", index, "person"), task.person, task.unit
    if isinstance(record, HonourRoll):
        for index, line in enumerate(record.entries):
            if line.ref and line.unit:
                yield ("entries", index, "ref"), line.ref, line.unit


def _check(portal: Portal, entry: Entry[Any], path: Path, word: str, unit_word: str) -> Iterator[Finding]:
    person, unit, day = portal.people.find(word), portal.units.find(unit_word), entry.record.date
    own = portal.belonging.unit_of(person, day) if person and day else None
    if person is None or own is None or unit is None or portal.belonging.is_within(own, unit):
        return
    yield Finding(
        entry.at(*path),
        Text(
            f"{person.name}在 {day} 属于“{own.name}”，不属于“{unit.name}”。",
            f"On {day} `{person.id}` belongs to `{own.id}`, not to `{unit.id}`.",
        ),
        Text(
            "改正单位；如是调动，在 people.yml 里按日期写明单位。",
            "Correct the unit. If the person moved, give `unit` by date in people.yml.",
        ),
    )
