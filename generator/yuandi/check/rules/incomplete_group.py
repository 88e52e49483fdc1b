"""ORG001: a leading group without a head, members or an office."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.groups import group_of_office, is_deputy, is_head, is_leading
from yuandi.entry_types.data_types.groups import Member
from yuandi.facts.membership import members_on
from yuandi.portal.portal import Portal

_NEEDS = {
    "head": Text("组长", "head"),
    "member": Text("成员", "member"),
    "deputy": Text("副组长", "deputy"),
    "office": Text("办公室", "office"),
}
_WORDS = {words.zh: need for need, words in _NEEDS.items()} | {"members": "member", "heads": "head", "主任": "head"}


@rule("ORG001", "incomplete-group", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def incomplete_group(portal: Portal) -> Iterator[Finding]:
    """A leading group without head, members or office, as the policy's `group_needs` asks, on the day of the check."""
    if not portal.policy_readable or not portal.groups.readable:
        return
    needs = [_WORDS.get(word, word) for word in portal.policy.in_force.group_needs]
    with_office = {group.id for office in portal.groups if (group := group_of_office(portal, office))}
    for item in portal.groups.items:
        group = item.record
        if not is_leading(group):
            continue
        members = members_on(group, portal.as_of)
        missing = [need for need in needs if not _has(members, need, has_office=group.id in with_office)]
        if missing:
            lacking = [_NEEDS.get(need, Text(need, need)) for need in missing]
            yield Finding(
                item.at("id"),
                Text(
                    f"“{group.name}”没有{'、'.join(words.zh for words in lacking)}。",
                    f"The group `{group.id}` has no {', no '.join(words.en for words in lacking)}.",
                ),
                Text(
                    "补上 `members`；办公室另写一个 `kind: office`、`parent` 为它的小组。",
                    "Add `members`. An office is a group of its own, with `kind: office` and this group as `parent`.",
                ),
            )


def _has(members: tuple[Member, ...], need: str, *, has_office: bool) -> bool:
    """Whether a group has what is needed; any other word is a role that a member must have."""
    if need == "office":
        return has_office
    if need == "head":
        return any(map(is_head, members))
    if need == "member":
        return any(not is_head(member) for member in members)
    if need == "deputy":
        return any(map(is_deputy, members))
    return any(member.role == need for member in members)
