"""A type and a title → the text of a new entry that passes the check. Pure; the command line writes it."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from types import MappingProxyType
from typing import Any

import frontmatter
from pypinyin import lazy_pinyin

from yuandi.base.errors import YuandiError
from yuandi.base.text import Text
from yuandi.entry_types import BY_NAME, EntryType, kind_named
from yuandi.entry_types.fields import FieldShape, shape_of
from yuandi.entry_types.record import Status
from yuandi.entry_types.values import Refers
from yuandi.portal.portal import Portal

BLANK = "（请填写）"
_FILES = {
    "unit": "_data/units.yml",
    "person": "_data/people.yml",
    "group": "_data/groups.yml",
    "column": "_data/columns.yml",
    "measure": "_data/policy.yml",
}
_BODY = {"zh": "正文写在这里。\n"}
_GIVEN = {"type", "title", "date"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A new entry: its path in content, its text, and the fields whose values were only guessed."""

    path: str
    text: str
    to_fill: tuple[str, ...]


def draft(
    portal: Portal,
    kind: EntryType,
    title: str,
    *,
    chinese: bool,
    word: str | None = None,
    given: Mapping[str, Any] = MappingProxyType({}),
) -> Draft:
    """Every required field with a value; what could only be guessed makes it a draft.

    `word` is what the type was called: 公示 gives the kind as well. `given` are values by English key that are no guess.
    Raises YuandiError for an empty title, and where something must be named of which the portal has none.
    """
    if not title.strip():
        raise YuandiError(Text("标题不能为空。", "A title is needed."))
    shape = shape_of(kind.model)
    values: dict[str, Any] = {"type": kind.name, "title": title, "date": portal.as_of}
    guessed = []
    implied = kind_named(word, kind)
    for one in _wanted(kind, implied):
        known = implied if one.key == "kind" else None
        values[one.key] = (
            given.get(one.key) or _chosen(one, known, chinese=chinese) or proposal(portal, one, chinese=chinese)
        )
        if one.key != "kind" and one.key not in given:
            guessed.append(one.chinese if chinese else one.key)
    if guessed:
        values["status"] = Status.DRAFT.label if chinese else Status.DRAFT.value
    if chinese:
        values = {shape.fields[key].chinese: value for key, value in values.items()}
        values["类型"] = kind.label
    post = frontmatter.Post(_BODY["zh"], **values)
    text = frontmatter.dumps(post, sort_keys=False, allow_unicode=True) + "\n"
    folder = f"{kind.folder}/{portal.as_of.year}" if kind.folder else ""
    return Draft(free_path(portal.files, folder, title, kind.name), text, tuple(guessed))


def to_ask(kind: EntryType, word: str | None = None) -> list[FieldShape]:
    """The required fields of a new entry that hold one value each, and that its type's name does not tell."""
    implied = kind_named(word, kind)
    wanted = (one for one in _wanted(kind, implied) if not one.model and not one.many)
    return [one for one in wanted if not (implied and one.key == "kind")]


def _wanted(kind: EntryType, implied: str | None) -> list[FieldShape]:
    shape = shape_of(kind.model)
    wanted = [one for one in shape.fields.values() if one.required and one.key not in _GIVEN]
    wanted += [shape.fields[key] for key in kind.model.one_of[:1]]
    if implied and "kind" not in {one.key for one in wanted}:
        wanted.insert(0, shape.fields["kind"])
    return wanted


def _chosen(one: FieldShape, value: str | None, *, chinese: bool) -> str | None:
    """A choice in the language of the keys."""
    found = next((choice for choice in one.choices or () if choice.value == value), None)
    return (found.label if chinese else found.value) if found else None


def proposal(portal: Portal, one: FieldShape, *, chinese: bool) -> Any:
    """A value of the field's kind: the first that exists, or the least that is valid."""
    if one.model:
        item = _item(portal, one, chinese=chinese)
        return [item] if one.many else item
    value = _scalar(portal, one, chinese=chinese)
    return [value] if one.many else value


def _item(portal: Portal, one: FieldShape, *, chinese: bool) -> dict[str, Any]:
    fields = [inner for inner in shape_of(one.model).fields.values() if inner.required] if one.model else []
    if not any(inner.key == "ref" for inner in fields) and one.model and "ref" in shape_of(one.model).fields:
        known = shape_of(one.model).fields
        fields.insert(0, known["ref"] if _named(portal, known["ref"]) else known["name"])
    return {(inner.chinese if chinese else inner.key): proposal(portal, inner, chinese=chinese) for inner in fields}


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
    return examples.get(one.holds, BLANK)


def _first_named(portal: Portal, one: FieldShape) -> str:
    """The first thing that the field may name. Raises YuandiError where it must name one and there is none."""
    assert one.refers
    found = _named(portal, one)
    if found or one.refers.or_text:
        return found or BLANK
    raise YuandiError(_needed(one, one.refers))


def _needed(one: FieldShape, refers: Refers) -> Text:
    """What must be added before an entry can name it."""
    listed = [_FILES[kind] for kind in refers.kinds if kind in _FILES]
    types = [BY_NAME[name] for name in refers.types]
    if listed:
        zh, en = "、".join(listed), " or ".join(listed)
        return Text(
            f"“{one.chinese}”要写明一个已有的编号，而园地里还没有：请先写入 {zh}，再新建这个条目。",
            f"`{one.key}` must name something that the portal does not have yet: first add it to {en}.",
        )
    zh, en = "或".join(known.label for known in types), " or ".join(known.name for known in types)
    return Text(
        f"“{one.chinese}”要写明一个已有的条目：请先新建{zh or '那个条目'}，再新建这个条目。",
        f"`{one.key}` must name an entry that the portal does not have yet: first make a {en or 'new one'}.",
    )


def _named(portal: Portal, one: FieldShape) -> str | None:
    """The first thing that a field may name."""
    refers = one.refers or Refers(())
    for kind in refers.kinds:
        if kind == "entry":
            ids = [entry.id for entry in portal.entries if not refers.types or entry.type.name in refers.types]
        elif kind == "measure":
            ids = [measure.code for measure in portal.policy.measures]
        else:
            ids = list(portal.directory(kind).by_id)
        if ids:
            return ids[0]
    return None


def free_path(taken: Container[str], folder: str, title: str, otherwise: str) -> str:
    """A path in `folder` made of the title's pinyin that is not taken."""
    words = " ".join(lazy_pinyin(title)).lower()
    stem = re.sub(r"[^a-z0-9]+", "-", words)[:40].strip("-") or otherwise
    for number in count(1):
        name = stem if number == 1 else f"{stem}-{number}"
        path = f"{folder}/{name}.md" if folder else f"{name}.md"
        if path not in taken:
            break
    return path
