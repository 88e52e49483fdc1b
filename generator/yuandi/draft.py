"""A type and a title → the text of a new entry that passes the check. Pure; the command line writes it."""

import re
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any

import frontmatter
from pypinyin import lazy_pinyin

from yuandi.models import EntryType
from yuandi.models.base import Status
from yuandi.models.shape import FieldShape, shape_of
from yuandi.portal import Portal

_BODY = {"zh": "正文写在这里。\n"}
_GIVEN = {"type", "title", "date"}
_ONE_OF = {"session": "hours", "assessment": "subject", "study-record": "person"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A new entry: its path in content, its text, and the fields whose values were only guessed."""

    path: str
    text: str
    to_fill: tuple[str, ...]


def draft(portal: Portal, kind: EntryType, title: str, *, chinese: bool) -> Draft:
    """Every required field with a value; what could only be guessed makes it a draft."""
    shape = shape_of(kind.model)
    values: dict[str, Any] = {"type": kind.name, "title": title, "date": portal.as_of}
    guessed = []
    wanted = [one for one in shape.fields.values() if one.required and one.key not in _GIVEN]
    if kind.name in _ONE_OF:
        wanted.append(shape.fields[_ONE_OF[kind.name]])
    for one in wanted:
        values[one.key] = _example(portal, one, chinese=chinese)
        if one.key != "kind":
            guessed.append(one.chinese if chinese else one.key)
    if guessed:
        values["status"] = Status.DRAFT.label if chinese else Status.DRAFT.value
    if chinese:
        values = {shape.fields[key].chinese: value for key, value in values.items()}
        values["类型"] = kind.label
    post = frontmatter.Post(_BODY["zh"], **values)
    text = frontmatter.dumps(post, sort_keys=False, allow_unicode=True) + "\n"
    return Draft(_free_path(portal, kind, title), text, tuple(guessed))


def _example(portal: Portal, one: FieldShape, *, chinese: bool) -> Any:
    """A value of the field's kind: the first that exists, or the least that is valid."""
    if one.model:
        item = _item(portal, one, chinese=chinese)
        return [item] if one.many else item
    value = _scalar(portal, one, chinese=chinese)
    return [value] if one.many else value


def _item(portal: Portal, one: FieldShape, *, chinese: bool) -> dict[str, Any]:
    fields = [inner for inner in shape_of(one.model).fields.values() if inner.required] if one.model else []
    if not any(inner.key == "ref" for inner in fields) and one.model and "ref" in shape_of(one.model).fields:
        fields.insert(0, shape_of(one.model).fields["ref"])
    return {(inner.chinese if chinese else inner.key): _example(portal, inner, chinese=chinese) for inner in fields}


def _scalar(portal: Portal, one: FieldShape, *, chinese: bool) -> Any:
    if one.choices:
        first = next(iter(one.choices))
        return first.label if chinese else first.value
    if one.refers:
        return _first_named(portal, one)
    day = portal.as_of
    examples: dict[str, Any] = {
        "date": day,
        "datetime": datetime(day.year, day.month, day.day, 9).strftime("%Y-%m-%dT%H:%M"),
        "Period": f"{day.year}-Q{(day.month + 2) // 3}",
        "int": day.year if one.key == "year" else 1,
        "float": 2,
    }
    return examples.get(one.holds, "（请填写）")


def _first_named(portal: Portal, one: FieldShape) -> str:
    assert one.refers
    for kind in one.refers.kinds:
        if kind == "entry":
            ids = [entry.id for entry in portal.entries if not one.refers.types or entry.type.name in one.refers.types]
        elif kind == "measure":
            ids = [measure.code for measure in portal.policy.measures]
        else:
            ids = list(portal.directory(kind).by_id)
        if ids:
            return ids[0]
    return "（请填写）"


def _free_path(portal: Portal, kind: EntryType, title: str) -> str:
    """A path made of the title's pinyin that no file has."""
    words = " ".join(lazy_pinyin(title)).lower()
    stem = re.sub(r"[^a-z0-9]+", "-", words)[:40].strip("-") or kind.name
    folder = f"{kind.folder}/{portal.as_of.year}" if kind.folder else ""
    for number in count(1):
        name = stem if number == 1 else f"{stem}-{number}"
        path = f"{folder}/{name}.md" if folder else f"{name}.md"
        if path not in portal.files:
            break
    return path
