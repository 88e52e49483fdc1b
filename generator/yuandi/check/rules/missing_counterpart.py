"""ORG003: a unit without the group that a plan asks for."""

from collections.abc import Iterator
from functools import partial

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.content.entry import Entry
from yuandi.entry_types import Plan, Unit
from yuandi.entry_types.kinds import category
from yuandi.facts.standing import Purpose, counts_for
from yuandi.portal.portal import Portal

_USUAL = "leading-group"


@rule("ORG003", "missing-counterpart", Severity.WARNING, Scope.HEADS, AtOnce.NEVER)
def missing_counterpart(portal: Portal) -> Iterator[Finding]:
    """A unit of a kind in the plan's `counterparts` has no group of the kind that the plan itself has."""
    if not portal.units.readable or not portal.groups.readable:
        return
    with_group = _units_by_kind(portal)
    for entry in portal.of(Plan):
        if not entry.record.counterparts or not counts_for(entry, Purpose.NUMBERS):
            continue
        kinds = _kinds(portal, entry)
        served = {identifier for kind in kinds for identifier in with_group.get(category(kind), ())}
        for index, word in enumerate(entry.record.counterparts):
            for unit in filter(partial(_is_asked, portal, entry), portal.units):
                if category(unit.kind) == category(word) and unit.id not in served:
                    yield _finding(entry, index, unit, kinds)


def _units_by_kind(portal: Portal) -> dict[str, set[str]]:
    """Return the units that have a group of each kind, themselves or in a unit below them."""
    found: dict[str, set[str]] = {}
    for group in portal.groups:
        unit = portal.units.find(group.unit) if group.unit else None
        found.setdefault(category(group.kind), set()).update(portal.lines[unit.id] if unit else ())
    return found


def _kinds(portal: Portal, entry: Entry[Plan]) -> tuple[str, ...]:
    """Return the kinds of the plan's own groups: `leading-group`, unless it has only others."""
    own = {group.kind for word in entry.record.groups if (group := portal.groups.find(word)) and group.kind}
    leading = sorted(kind for kind in own if category(kind) == category(_USUAL))
    return tuple(leading[:1] or sorted(own) or [_USUAL])


def _is_asked(portal: Portal, entry: Entry[Plan], unit: Unit) -> bool:
    """Whether a unit is below the one that issued the plan, and exists while the plan runs."""
    record = entry.record
    issuer = portal.units.find(record.unit) if record.unit else None
    if issuer is not None and (unit.id == issuer.id or not portal.belonging.is_within(unit, issuer)):
        return False
    begun = unit.start is None or unit.start <= min(record.span.end, portal.as_of)
    return begun and (unit.end is None or unit.end >= max(record.span.start, min(record.span.end, portal.as_of)))


def _finding(entry: Entry[Plan], index: int, unit: Unit, kinds: tuple[str, ...]) -> Finding:
    wanted = "或".join(map(category, kinds))
    return Finding(
        entry.at("counterparts", index),
        Text(
            f"“{unit.name}”没有对应的{wanted}。",
            f"The unit `{unit.id}` has no group of kind `{'` or `'.join(kinds)}`.",
        ),
        Text(
            f"在 groups.yml 里写上这个小组，`unit: {unit.id}`。",
            f"Add the group to groups.yml, with `unit: {unit.id}`.",
        ),
    )
