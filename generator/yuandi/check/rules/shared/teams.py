"""The team of a project and its roles: shared by the rules about projects."""

import re

from yuandi.entry_types import Project
from yuandi.portal.portal import Portal

FACILITATOR = re.compile("促进师|催化师|facilitator", re.IGNORECASE)
_AND = re.compile(r"[、，,;；/及和兼]|\s+")
_MEMBER = "成员"


def members(portal: Portal, project: Project) -> frozenset[str]:
    """Return the members of the team, each once, by id."""
    return frozenset(_person(portal, member.person) for member in project.team)


def facilitators(portal: Portal, project: Project) -> frozenset[str]:
    """Return the facilitators: those in `facilitators`, and members with that role."""
    by_role = (member.person for member in project.team if FACILITATOR.search(member.role or ""))
    return frozenset(_person(portal, word) for word in (*project.facilitators, *by_role))


def roles(project: Project) -> frozenset[str]:
    """Return the roles that are filled; a member without a role has the role 成员."""
    filled = {role for member in project.team for role in _AND.split(member.role or _MEMBER) if role}
    return frozenset(filled | {member.role for member in project.team if member.role})


def _person(portal: Portal, word: str) -> str:
    found = portal.people.find(word)
    return found.id if found else "".join(word.split())
