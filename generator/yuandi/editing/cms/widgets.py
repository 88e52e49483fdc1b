"""A field of a model → what Decap shows for it; None for what only a text editor can write."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from yuandi.entry_types import BY_NAME
from yuandi.entry_types.fields import FieldShape, shape_of
from yuandi.portal.portal import Portal

Widget = dict[str, Any]
_LONG = {"summary", "reason", "note", "content", "text", "evidence"}
_PERIOD = ["^ *[12][0-9]{3}([-年].*)?$", "请写成 2026、2026-03、2026-Q1、2026-H1、2026-W10 或一天"]


@dataclass(frozen=True)
class Widgets:
    """The widgets of one portal: what may be chosen is what the portal has."""

    portal: Portal

    def of(self, one: FieldShape) -> Widget | None:
        """The widget of a field; free mappings, and fields that are either a table or a file's name, have none."""
        if (one.holds == "Words" and not one.refers) or (one.model and one.is_file):
            return None
        said = {"name": one.key, "label": one.chinese, "hint": one.help, "required": one.required}
        if one.model:
            fields = self.listed(shape_of(one.model).fields.values())
            if not one.many and not one.required:
                fields = [{**field, "required": False} for field in fields]  # Decap asks for them in a table left empty
            shown = {"widget": "list" if one.many else "object", "fields": fields, "collapsed": True}
            return said | shown | ({"summary": _summary(fields)} if one.many else {})
        kind = self._kind(one)
        if not one.many:
            return said | kind
        if kind["widget"] == "select":
            return said | kind | {"multiple": True}
        return said | {"widget": "list", "field": {"name": "item", "label": one.chinese, **kind}}

    def listed(self, shapes: Iterable[FieldShape]) -> list[Widget]:
        """The widgets of several fields."""
        return [widget for one in shapes if (widget := self.of(one))]

    def _kind(self, one: FieldShape) -> Widget:
        if one.choices:
            return {"widget": "select", "options": [_option(one.label, one.value) for one in one.choices]}
        if one.refers and not one.refers.or_text:
            return self._named(one.refers.kinds, one.refers.types)
        if one.is_file:
            return {"widget": "file", "media_folder": "", "public_folder": "", "choose_url": False}
        return self._scalar(one)

    def _named(self, kinds: tuple[str, ...], types: tuple[str, ...]) -> Widget:
        if "entry" not in kinds:
            return {"widget": "select", "options": [option for kind in kinds for option in self._options[kind]]}
        if kinds != ("entry",) or len(types) != 1:
            return {"widget": "string"}
        known = BY_NAME[types[0]]
        return {
            "widget": "relation",
            "collection": known.name,
            "search_fields": ["title"],
            "display_fields": ["title"],
            "value_field": known.folder + "/{{slug}}",
        }

    @cached_property
    def _options(self) -> dict[str, list[Widget]]:
        portal = self.portal
        return {
            "unit": [_option(unit.name, unit.id) for unit in portal.units],
            "person": [_option(person.name, person.id) for person in portal.people],
            "group": [_option(group.name, group.id) for group in portal.groups],
            "column": [_option(column.title, column.id) for column in portal.columns],
            "measure": [_option(f"{measure.code} {measure.title}", measure.code) for measure in portal.policy.measures],
        }

    def _scalar(self, one: FieldShape) -> Widget:
        if one.key == "visibility":
            known = self.portal.settings.all_audiences
            return {
                "widget": "select",
                "options": [_option("公开" if name == "public" else name, name) for name in known],
            }
        dated = {"widget": "datetime", "picker_utc": False}
        kinds: dict[str, Widget] = {
            "date": {**dated, "format": "YYYY-MM-DD", "date_format": "YYYY-MM-DD", "time_format": False},
            "datetime": {**dated, "format": "YYYY-MM-DDTHH:mm"},
            "Period": {"widget": "string", "pattern": _PERIOD},
            "int": {"widget": "number", "value_type": "int", "min": 0},
            "float": {"widget": "number", "value_type": "float", "min": 0, "step": 0.1},
            "bool": {"widget": "boolean"},
        }
        return kinds.get(one.holds, {"widget": "text" if one.key in _LONG else "string"})


def _option(label: str, value: str) -> Widget:
    return {"label": label, "value": value}


def _summary(fields: list[Widget]) -> str:
    """How an item is called when it is folded: by its first two fields."""
    return " ".join("{{fields." + str(one["name"]) + "}}" for one in fields[:2])
