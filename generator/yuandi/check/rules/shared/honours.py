"""Who is honoured, and which entries stand: shared by the rules about selection and honours."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from yuandi.content.entry import Entry
from yuandi.entry_types import Application, Group, Person, Record, Unit
from yuandi.entry_types.honour_roll import Honoured
from yuandi.entry_types.record import Status
from yuandi.entry_types.values import Refers
from yuandi.portal.portal import Portal

R = TypeVar("R", bound=Record)
Actor = Person | Unit | Group

_ACTOR = Refers(("person", "unit", "group"))
_TURNED_DOWN = re.compile(
    r"不同意(?!见)|不予|驳回|[不未]通过|[不未]采纳|退回|reject|decline|turned down|not approved", re.IGNORECASE
)
_NOT_STANDING = {Status.DRAFT, Status.SUPERSEDED, Status.REVOKED}


def standing(portal: Portal, model: type[R]) -> Iterator[Entry[R]]:
    """The entries of a type, without drafts and those that were revoked or that another one supersedes."""
    words = ((entry, entry.record.supersedes) for entry in portal.of(model))
    found = (portal.named_by(entry, word) for entry, word in words if word)
    superseded = {target.id for target in found if target}
    for entry in portal.of(model):
        if entry.record.status not in _NOT_STANDING and entry.id not in superseded:
            yield entry


def actor(portal: Portal, word: str | None) -> Actor | None:
    """The person, unit or group that a word names."""
    found: Actor | None = portal.target(_ACTOR, word) if word else None
    return found


def honoured(portal: Portal, one: Honoured) -> Actor | None:
    """Whom a line of a roll honours, where a directory knows them; by name only where no other unit is given."""
    if one.ref:
        return actor(portal, one.ref)
    named: Actor | None = portal.people.by_name.get(one.name or "") or portal.units.by_name.get(one.name or "")
    unit = portal.units.find(one.unit) if one.unit else None
    if isinstance(named, Person) and unit and unit not in [portal.units.find(word) for _, word in named.unit]:
        return None
    return named


def identity(portal: Portal, one: Honoured) -> tuple[str, ...]:
    """What tells a subject from all others: its id, or its name with its unit."""
    found = honoured(portal, one)
    if found:
        return (type(found).__name__, found.id)
    unit = portal.units.find(one.unit) if one.unit else None
    return ("", one.ref or "".join((one.name or "").split()), unit.id if unit else one.unit or "")


def name_of(portal: Portal, one: Honoured) -> str:
    """What a line of a roll calls its subject."""
    found: Any = honoured(portal, one)
    return found.name if found else one.name or one.ref or ""


def is_rejected(application: Application) -> bool:
    """Whether an opinion turns an application down."""
    return any(_TURNED_DOWN.search(opinion.text) for opinion in application.opinions)
