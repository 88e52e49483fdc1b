"""Data for `entry.js`, which reads entries like the loader: names of fields and choices in both languages."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from yuandi.entry_types import TYPES, kind_named, type_of_folder
from yuandi.entry_types.fields import FieldShape, shape_of
from yuandi.entry_types.record import Record
from yuandi.pages import Shown

_HOLDS = {"date": "date", "datetime": "date", "bool": "bool", "int": "number", "float": "number", "Period": "number"}


def names(shown: Shown) -> dict[str, Any]:
    """Return types with their fields, the words for each type, and the pinyin of characters, for file names."""
    common = shape_of(Record).fields
    return {
        "keys": shown.portal.settings.keys,
        "common": _described(common.values()),
        "types": {
            known.name: {
                "default": type_of_folder(f"{known.folder}/a.md").name,
                "fields": _described(
                    field for field in shape_of(known.model).fields.values() if field != common.get(field.key)
                ),
            }
            for known in TYPES
        },
        "words": {
            word: [known.name, kind_named(word, known)] for known in TYPES for word in (known.name, *known.chinese)
        },
        "labels": {known.name: known.label for known in TYPES},
        "sounds": _sounds(),
    }


def _described(shapes: Iterable[FieldShape]) -> dict[str, Any]:
    return {field.key: _field(field) for field in shapes}


def _field(field: FieldShape) -> dict[str, Any]:
    described: dict[str, Any] = {"zh": field.chinese}
    if field.holds == "Words" or (field.model and field.is_file):
        return described | {"free": True}
    if field.many:
        described["many"] = True
    if field.choices:
        described["choices"] = {choice.label: choice.value for choice in field.choices}
    if field.model:
        described["fields"] = _described(shape_of(field.model).fields.values())
        described["word"] = field.word
    elif field.holds in _HOLDS:
        described["holds"] = _HOLDS[field.holds]
    return described


@cache
def _sounds() -> dict[str, str]:
    """Return the characters of GB 2312 by their pinyin without tones."""
    from pypinyin import lazy_pinyin

    found: dict[str, str] = {}
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            char = bytes((row, cell)).decode("gb2312", "ignore")
            if char:
                sound = lazy_pinyin(char)[0]
                found[sound] = found.get(sound, "") + char
    return found
