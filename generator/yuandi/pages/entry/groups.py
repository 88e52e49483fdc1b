"""Groups on pages: current members by role, with the groups below."""

from typing import Any

from yuandi.entry_types import Group, Plan
from yuandi.facts.membership import members_on
from yuandi.i18n import message
from yuandi.pages.shown import Shown
from yuandi.pages.type_parts import Seat, Team


def named_groups(shown: Shown, record: Plan) -> list[Group]:
    """The groups that a plan names."""
    return [group for word in record.groups if (group := shown.portal.groups.find(word))]


def team(shown: Shown, group: Group) -> Team:
    """A group's members by role, with the groups below it."""
    below = tuple(
        team(shown, child) for child in shown.portal.groups if parent(shown, child) is group and child is not group
    )
    return Team(message("组织领导"), shown.to_group(group), seats(shown, group), group.duties, below)


def parent(shown: Shown, group: Group) -> Group | None:
    """The parent of a group."""
    return shown.portal.groups.find(group.parent) if group.parent else None


def seats(shown: Shown, group: Group) -> tuple[Seat, ...]:
    """Members on the day of the build by role, roles in order of first appearance."""
    by_role: dict[str, list[Any]] = {}
    for member in members_on(group, shown.as_of):
        by_role.setdefault(member.role or message("成员"), []).append(shown.actor(member.person))
    return tuple(Seat(role, tuple(people)) for role, people in by_role.items())
