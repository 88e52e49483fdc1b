"""ORG002: two posts of one person that are not marked as concurrent."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.groups import group_of_office
from yuandi.entry_types.data_types.groups import Member
from yuandi.facts.membership import term_of
from yuandi.portal.portal import Portal


@rule("ORG002", "unmarked-concurrent-post", Severity.WARNING, Scope.HEADS, AtOnce.NEVER)
def unmarked_concurrent_post(portal: Portal) -> Iterator[Finding]:
    """One person is in a group and in its office at the same time, and neither place says `concurrent`."""
    for item in portal.groups.items:
        office = item.record
        group = group_of_office(portal, office)
        if group is None:
            continue
        seats: dict[str, list[Member]] = {}
        for member in group.members:
            seats.setdefault(portal.belonging.who(member.person), []).append(member)
        for index, member in enumerate(office.members):
            others = [seat for seat in seats.get(portal.belonging.who(member.person), []) if _at_one_time(seat, member)]
            if others and not member.concurrent and not any(seat.concurrent for seat in others):
                yield Finding(
                    item.at("members", index),
                    Text(
                        f"`{member.person}` 同时在“{group.name}”和它的办公室，没有注明兼任。",
                        f"`{member.person}` is in `{group.id}` and in its office, and neither place says `concurrent`.",
                    ),
                    Text("写上 `concurrent: true`（兼任: 是）。", "Write `concurrent: true`."),
                )


def _at_one_time(seat: Member, other: Member) -> bool:
    (start, end), (other_start, other_end) = term_of(seat), term_of(other)
    return max(start, other_start) <= min(end, other_end)
