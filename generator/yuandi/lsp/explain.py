"""Help in Markdown about a field or the target of a reference, from the models and the portal."""

from typing import Any

from yuandi.check import rule_named
from yuandi.content.entry import Entry
from yuandi.entry_types import Column, Group, Measure, Person, Unit
from yuandi.entry_types.fields import FieldShape, shape_of
from yuandi.entry_types.record import Waiver
from yuandi.lsp.cursor_context import Spot
from yuandi.portal.portal import Portal

_HOLDS = {"date": "日期", "datetime": "时间", "Period": "时期", "int": "整数", "float": "数", "bool": "是否"}


def help_at(portal: Portal, path: str, spot: Spot) -> str:
    """Return the help for a place; empty if there is none."""
    field, word = spot.field, spot.place.word
    if field is None:
        return ""
    if spot.shape is shape_of(Waiver) and field.key == "code" and spot.place.key and (rule := rule_named(word)):
        return f"**{rule.code}** {rule.name}"
    target = portal.target(field.refers, word, portal.by_path.get(path)) if spot.place.key and field.refers else None
    return record_help(portal, target) if target is not None else field_help(field)


def field_help(field: FieldShape) -> str:
    """Return the help of a field: its two names, what it holds, and its description."""
    facts = [f"**{field.chinese}** `{field.key}`", *(["必填"] if field.required else [])]
    if field.holds in _HOLDS:
        facts.append(_HOLDS[field.holds])
    choices = "、".join(f"{choice.label} `{choice.value}`" for choice in field.choices or ())
    return "\n\n".join(filter(None, (" · ".join(facts), field.help, choices)))


def record_help(portal: Portal, target: Any) -> str:
    """Return a few lines about the target of a reference; empty for an unknown kind."""
    if isinstance(target, Entry):
        record = target.record
        lines = [f"**{record.title}**", f"{target.type.label}，{record.date}，`{target.path}`", record.summary]
    elif isinstance(target, Unit):
        lines = [f"**{target.name}** `{target.id}`", " › ".join(_names(portal, target.id)), target.kind]
    elif isinstance(target, Person):
        units = [unit.name for _, word in target.unit if (unit := portal.units.find(word))]
        lines = [f"**{target.name}** `{target.id}`", " ".join(filter(None, (*units[-1:], target.post)))]
    elif isinstance(target, Group):
        lines = [f"**{target.name}** `{target.id}`", f"{len(target.members)} 人", target.duties]
    elif isinstance(target, Column):
        lines = [f"**{target.title}** `{target.id}`", target.summary]
    elif isinstance(target, Measure):
        lines = [f"**{target.code}** {target.title or ''}"]
    else:
        lines = []
    return "\n\n".join(filter(None, lines))


def _names(portal: Portal, unit: str) -> list[str]:
    """Return the names of a unit and of the units above it, the highest first."""
    return [
        portal.units.by_id[identifier].name
        for identifier in reversed(portal.lines.get(unit, ()))
        if identifier in portal.units.by_id
    ]
