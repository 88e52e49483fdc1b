"""A field of a model → its widget in Decap; None for fields that only a text editor can write."""

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
    """The widgets of one portal; their options are the units, people and so on of the portal."""

    portal: Portal

    def of(self, field: FieldShape) -> Widget | None:
        """Return the widget of a field; None for free mappings, and for fields that hold a table or the name of a file."""
        if (field.holds == "Words" and not field.refers) or (field.model and field.is_file):
            return None
        common = {"name": field.key, "label": field.chinese, "hint": field.help, "required": field.required}
        if field.model:
            fields = self.listed(shape_of(field.model).fields.values())
            if not field.many and not field.required:
                fields = [{**field, "required": False} for field in fields]  # Decap asks for them in a table left empty
            shown = {"widget": "list" if field.many else "object", "fields": fields, "collapsed": True}
            return common | shown | ({"summary": _summary(fields)} if field.many else {})
        kind = self._kind(field)
        if not field.many:
            return common | kind
        if kind["widget"] == "select":
            return common | kind | {"multiple": True}
        return common | {"widget": "list", "field": {"name": "item", "label": field.chinese, **kind}}

    def listed(self, shapes: Iterable[FieldShape]) -> list[Widget]:
        """Return the widgets of several fields."""
        return [widget for field in shapes if (widget := self.of(field))]

    def _kind(self, field: FieldShape) -> Widget:
        if field.choices:
            return {"widget": "select", "options": [_option(choice.label, choice.value) for choice in field.choices]}
        if field.refers and not field.refers.or_text:
            return self._named(field.refers.kinds, field.refers.types)
        if field.is_file:
            return {"widget": "file", "media_folder": "", "public_folder": "", "choose_url": False}
        return self._scalar(field)

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

    def _scalar(self, field: FieldShape) -> Widget:
        if field.key == "visibility":
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
        return kinds.get(field.holds, {"widget": "text" if field.key in _LONG else "string"})


def _option(label: str, value: str) -> Widget:
    return {"label": label, "value": value}


def _summary(fields: list[Widget]) -> str:
    """Return the template of the title of a collapsed item: its first two fields."""
    return " ".join("{{fields." + str(widget["name"]) + "}}" for widget in fields[:2])
