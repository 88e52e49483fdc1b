"""Subjects of honour rolls and applications: shared by the rules about selection and honours."""

import re
from typing import Any

from yuandi.entry_types import Application, Group, Person, Unit
from yuandi.entry_types.honour_roll import Honoured
from yuandi.entry_types.values import Refers
from yuandi.portal.portal import Portal

Actor = Person | Unit | Group

_ACTOR = Refers(("person", "unit", "group"))
_TURNED_DOWN = re.compile(
    r"不同意(?!见)|不予|驳回|[不未]通过|[不未]采纳|退回|reject|decline|turned down|not approved", re.IGNORECASE
)


def actor(portal: Portal, word: str | None) -> Actor | None:
    """Return the person, unit or group with this id or name; None if there is none."""
    found: Actor | None = portal.target(_ACTOR, word) if word else None
    return found


def honoured_actor(portal: Portal, line: Honoured) -> Actor | None:
    """Return the subject of a line of a roll; None if it is not in the data files.

    A person who is given by name counts only if they belong to the unit that the line gives.
    """
    if line.ref:
        return actor(portal, line.ref)
    named: Actor | None = portal.people.by_name.get(line.name or "") or portal.units.by_name.get(line.name or "")
    unit = portal.units.find(line.unit) if line.unit else None
    if isinstance(named, Person) and unit and unit not in [portal.units.find(word) for _, word in named.unit]:
        return None
    return named


def identity(portal: Portal, line: Honoured) -> tuple[str, ...]:
    """Return a key that is the same for the same subject: its id, or its name with its unit."""
    found = honoured_actor(portal, line)
    if found:
        return (type(found).__name__, found.id)
    unit = portal.units.find(line.unit) if line.unit else None
    return ("", line.ref or "".join((line.name or "").split()), unit.id if unit else line.unit or "")


def shown_name(portal: Portal, line: Honoured) -> str:
    """Return the name of the subject of a line of a roll."""
    found: Any = honoured_actor(portal, line)
    return found.name if found else line.name or line.ref or ""


def is_rejected(application: Application) -> bool:
    """Whether an opinion rejects an application."""
    return any(_TURNED_DOWN.search(opinion.text) for opinion in application.opinions)
