"""PRJ002: a team without a role that the policy asks for."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.standards import standard_of
from yuandi.check.rules.shared.teams import FACILITATOR, roles
from yuandi.entry_types import Project
from yuandi.facts.standing import weighed
from yuandi.portal.portal import Portal


@rule("PRJ002", "missing-role", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def missing_role(portal: Portal) -> Iterator[Finding]:
    """A role the policy asks for is not filled."""
    for entry in weighed(portal, Project) if portal.measure("AL-04") else ():
        standard = standard_of(portal, "AL-04", entry, entry.record.span.end.year)
        for role in standard.measure.includes if standard else ():
            if not _is_filled(entry.record, role):
                yield Finding(
                    entry.at("team"),
                    Text(f"小组里没有“{role}”。", f"Nobody in the team has the role {role}."),
                    Text(f"在一名成员的“角色”里写“{role}”。", f"Give one member the role {role}."),
                    standard.severity if standard else Severity.ERROR,
                    about=role,
                )


def _is_filled(project: Project, role: str) -> bool:
    if FACILITATOR.search(role) and project.facilitators:
        return True
    return role == "召集人" or role in roles(project)
