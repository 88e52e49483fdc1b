"""REF003: references that form a cycle."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.source import Location
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.content.entry import Directory
from yuandi.entry_types import Unit
from yuandi.front_matter.parse import Path
from yuandi.portal.portal import Portal

_FIELDS = ("implements", "part_of", "supersedes")
_HINT = Text("删去其中一处引用。", "Remove one of the references.")


@dataclass(frozen=True, slots=True)
class _CycleStep:
    """One reference: the id that it leads to, the name of its field, and its place."""

    to: str
    key: str
    at: Callable[[], Location]


@rule("REF003", "reference-cycle", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def reference_cycle(portal: Portal) -> Iterator[Finding]:
    """`implements`, `part_of`, `supersedes` or the parents of units and groups form a cycle."""
    for field in _FIELDS:
        yield from _cycles(_entry_steps(portal, field))
    yield from _cycles(_parent_steps(portal.groups))
    yield from _cycles(_unit_steps(portal))
    yield from _units_within_themselves(portal)


def _entry_steps(portal: Portal, field: str) -> dict[str, _CycleStep]:
    steps = {}
    for entry in portal.entries:
        word = getattr(entry.record, field)
        target = portal.named_by(entry, word) if word else None
        if target:
            steps[entry.id] = _CycleStep(target.id, entry.origin.key(field), partial(entry.at, field))
    return steps


def _parent_steps(directory: Directory[Any]) -> dict[str, _CycleStep]:
    steps: dict[str, _CycleStep] = {}
    for item in directory.items:
        parent = directory.find(item.record.parent) if item.record.parent else None
        if parent:
            steps.setdefault(
                item.record.id, _CycleStep(parent.id, item.origin.key("parent", *item.path), partial(item.at, "parent"))
            )
    return steps


def _unit_steps(portal: Portal) -> dict[str, _CycleStep]:
    """Return the references of units to their parents, from `parent` and from `children`."""
    steps = _parent_steps(portal.units)
    above = _ids_above(portal.units)
    for item in portal.units.items:
        for index, child in enumerate(item.record.children):
            if child.id not in above[item.path]:
                steps.setdefault(
                    child.id,
                    _CycleStep(
                        item.record.id, item.origin.key("children", *item.path), partial(item.at, "children", index)
                    ),
                )
    return steps


def _ids_above(units: Directory[Unit]) -> dict[Path, set[str]]:
    """Return the ids of each unit and of all units around it, by its path; a unit comes after the one around it."""
    ids: dict[Path, set[str]] = {}
    for item in units.items:
        ids[item.path] = ids.get(item.path[:-2], set()) | {item.record.id}
    return ids


def _cycles(steps: Mapping[str, _CycleStep]) -> Iterator[Finding]:
    done: set[str] = set()
    for start in sorted(steps):
        way: list[str] = []
        current = start
        while current in steps and current not in done:
            done.add(current)
            way.append(current)
            current = steps[current].to
        if current in way:
            circle = way[way.index(current) :]
            first = min(circle, key=lambda identifier: steps[identifier].at())
            at = circle.index(first)
            yield _finding(steps[first], [*circle[at:], *circle[:at], first])


def _finding(step: _CycleStep, circle: list[str]) -> Finding:
    shown = " → ".join(circle[:6]) + (" → …" if len(circle) > 6 else "")
    return Finding(
        step.at(),
        Text(f"`{step.key}` 首尾相接：{shown}。", f"`{step.key}` forms a cycle: {shown}."),
        _HINT,
    )


def _units_within_themselves(portal: Portal) -> Iterator[Finding]:
    """Yield units that are among the units below them."""
    seen: dict[str, Any] = {}
    for item in portal.units.items:
        above = seen.setdefault(item.record.id, item)
        if above is not item and item.path[: len(above.path)] == above.path:
            yield Finding(
                item.at("id"),
                Text(
                    f"单位 `{item.record.id}` 出现在它自己的下级之中。",
                    f"The unit `{item.record.id}` is below itself.",
                ),
                _HINT,
            )
