"""Members of a group on a day. A term includes its first and last day; a person with two posts is one member."""

from collections.abc import Iterator
from datetime import date

from yuandi.entry_types import Group
from yuandi.entry_types.data_types.groups import Member
from yuandi.lookups.organisation import Belonging


def term_of(member: Member) -> tuple[date, date]:
    """The first and the last day of a membership; an open end is the first or last possible day."""
    return member.start or date.min, member.end or date.max


def is_member(member: Member, day: date) -> bool:
    """Whether a membership holds on a day."""
    first, last = term_of(member)
    return first <= day <= last


def members_on(group: Group, day: date) -> tuple[Member, ...]:
    """The memberships of a group that hold on a day, in the group's order."""
    return tuple(member for member in group.members if is_member(member, day))


def people_on(belonging: Belonging, group: Group, day: date) -> tuple[str, ...]:
    """The members of a group on a day, each once, in the group's words and order."""
    named: dict[str, str] = {}
    for member in members_on(group, day):
        named.setdefault(belonging.who(member.person), member.person)
    return tuple(named.values())


def terms(group: Group) -> Iterator[tuple[Member, date, date]]:
    """The memberships of a group, each with its first and last day."""
    yield from ((member, *term_of(member)) for member in group.members)
