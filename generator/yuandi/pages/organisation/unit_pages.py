"""Pages of units: facts, people, head counts, groups, open tasks, responsibilities and honours."""

from collections.abc import Sequence
from datetime import date

from yuandi.entry_types import Unit
from yuandi.entry_types.kinds import category
from yuandi.i18n import clauses, message
from yuandi.i18n.dates import day
from yuandi.pages.entry.groups import team
from yuandi.pages.entry.showing import blocks, facts
from yuandi.pages.organisation.person_pages import unit_of
from yuandi.pages.organisation.subject import SubjectData, SubjectProfile, crumbs
from yuandi.pages.organisation.subject_blocks import standing
from yuandi.pages.organisation.tree import below
from yuandi.pages.parts import Bar, Bars
from yuandi.pages.shown import Shown
from yuandi.pages.words import Amount, number


def unit_profile(data: SubjectData, unit: Unit) -> SubjectProfile:
    """The profile of a unit."""
    shown = data.shown
    parent = shown.portal.parents.get(unit.id)
    people = tuple(shown.to_person(person) for person in shown.portal.people if unit_of(shown, person) is unit)
    groups = tuple(
        team(shown, group)
        for group in shown.portal.groups
        if group.unit and not group.parent and shown.portal.units.find(group.unit) is unit
    )
    heads = latest(shown, unit.headcount)
    feed = shown.feed(f"units/{unit.id}/", shown.by_unit.get(unit.id, ()))
    return SubjectProfile(
        kind="unit",
        id=unit.id,
        name=unit.name,
        label=category(unit.kind) or message("单位"),
        facts=facts(
            (message("种类"), category(unit.kind)),
            (message("上级"), shown.to_unit(parent) if parent else None),
            (message("人数"), "" if heads is None else message("%(count)s 人", count=Amount(heads))),
            (message("存续"), _existed(unit)),
            (message("下级"), tuple(shown.to_unit(child) for child in below(shown, unit))),
            *((name, number(latest(shown, counts))) for name, counts in (unit.model_extra or {}).items()),
        )
        + feed,
        crumbs=crumbs(shown),
        people=people,
        blocks=(*blocks(*groups), *standing(data, "unit", unit.id), *blocks(head_counts(shown, unit))),
    )


def _existed(unit: Unit) -> str:
    """The days on which a unit was founded and closed, in words."""
    since = message("%(day)s起", day=day(unit.start)) if unit.start else ""
    return clauses((since, message("%(day)s止", day=day(unit.end)) if unit.end else ""))


def head_counts(shown: Shown, unit: Unit) -> Bars | None:
    """The head count of each direct child, relative to the largest."""
    counted = [(child, latest(shown, child.headcount)) for child in below(shown, unit)]
    known = [(child, count) for child, count in counted if count]
    if len(known) < 2:
        return None
    most = max(count for _, count in known)
    bars = tuple(
        Bar(child.short or child.name, message("%(count)s 人", count=Amount(count)), round(100 * count / most, 1))
        for child, count in known
    )
    return Bars(message("各单位人数"), bars)


def latest(shown: Shown, counts: Sequence[tuple[date, int]]) -> int | None:
    """The latest count on or before the day of the build."""
    known = [count for since, count in counts if since <= shown.as_of]
    return known[-1] if known else None
