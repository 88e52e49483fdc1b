"""PRJ001: a team that is too small or too large."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.standards import standard_of
from yuandi.check.rules.shared.teams import facilitators, members
from yuandi.entry_types import Project
from yuandi.facts.standing import weighed
from yuandi.portal.portal import Portal


@rule("PRJ001", "team-size", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def team_size(portal: Portal) -> Iterator[Finding]:
    """The number of members is outside the range; the policy says whether facilitators count."""
    inside = portal.policy.in_force.facilitators_inside
    for entry in weighed(portal, Project) if portal.measure("AL-02") else ():
        standard = standard_of(portal, "AL-02", entry, entry.record.span.end.year)
        people, guides = members(portal, entry.record), facilitators(portal, entry.record)
        size = len(people | guides if inside else people - guides)
        if standard and not standard.allows(size):
            counted = (
                Text("含促进师", "facilitators included") if inside else Text("不含促进师", "without facilitators")
            )
            yield Finding(
                entry.at("team"),
                Text(
                    f"小组 {size} 人（{counted.zh}），AL-02 要求 {standard.bounds} 人。",
                    f"The team has {size} members ({counted.en}); AL-02 asks for {standard.bounds}.",
                ),
                Text("增减成员。", "Add or remove members."),
                standard.severity,
            )
