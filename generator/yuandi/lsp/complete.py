"""What may be written at a place: fields, choices, and the ids of what the portal knows."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from posixpath import dirname, relpath
from typing import Any

from yuandi.check import RULES
from yuandi.content.entry import Entry
from yuandi.entry_types import TYPES
from yuandi.entry_types.fields import FieldShape, shape_of
from yuandi.entry_types.record import Waiver
from yuandi.entry_types.values import Refers
from yuandi.lsp.cursor_context import Spot, spot_at
from yuandi.lsp.explain import field_help, record_help
from yuandi.portal.portal import Portal

MOST = 100
"""So many entries are proposed at once; the next letter asks again."""

_TARGET = re.compile(r"\]\(([^()\s]*)$")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One proposal: what is shown, what is written, and what else it is found by."""

    label: str
    insert: str
    detail: str = ""
    help: str = ""
    filter: str = ""
    kind: str = "value"


@dataclass(frozen=True, slots=True)
class Proposed:
    """The proposals for the word from `start` to `end` of a line, columns from 0."""

    start: int
    end: int
    found: tuple[Suggestion, ...]
    complete: bool = True


def proposed(portal: Portal, path: str, text: str, line: int, column: int) -> Proposed | None:
    """What may stand at a place of the file at `path` in content, both counted from 0."""
    spot = spot_at(path, text, line, column)
    if spot is None:
        return _in_body(portal, path, text.split("\n")[line][:column])
    place = spot.place
    found = tuple(_values(portal, path, spot) if place.key else _fields(portal, spot))
    few = tuple(islice(found, MOST)) if _names_entries(spot) else found
    return Proposed(place.start, place.end, few, len(few) == len(found))


def _fields(portal: Portal, spot: Spot) -> Iterator[Suggestion]:
    """Fields that the mapping does not have yet, those that are required first."""
    fields = spot.shape.fields.values() if spot.shape else ()
    siblings = spot.place.siblings
    given = [one for one in fields if {one.key, one.chinese} & siblings]
    chinese = any(one.chinese in siblings for one in given) or (not given and portal.settings.keys == "zh")
    for one in sorted((one for one in fields if one not in given), key=lambda one: not one.required):
        name = one.chinese if chinese else one.key
        yield Suggestion(
            name,
            f"{name}:" if one.model else f"{name}: ",
            one.key if chinese else one.chinese,
            field_help(one),
            f"{name} {one.key} {one.chinese} {sounds(one.chinese)}",
            "field",
        )


def _values(portal: Portal, path: str, spot: Spot) -> Iterator[Suggestion]:
    one = spot.field
    if one is None:
        return
    chinese = spot.place.key == one.chinese
    if one.key == "type" and spot.type and not spot.place.path:
        yield from _types(chinese=chinese)
    elif one.choices:
        yield from (_choice(choice.value, choice.label, chinese=chinese) for choice in one.choices)
    elif one.refers:
        yield from _referred(portal, one.refers, spot.place.word)
    elif one.is_file:
        yield from (Suggestion(name, name, kind="file") for name in _beside(portal, path))
    else:
        yield from _plain(portal, spot, one)


def _types(*, chinese: bool) -> Iterator[Suggestion]:
    for known in TYPES:
        words = known.chinese if chinese else (known.name,)
        for word in words:
            doc = (known.model.__doc__ or "").strip()
            filters = f"{word} {known.name} {' '.join(known.chinese)} {sounds(word)}"
            yield Suggestion(word, word, known.name if chinese else known.label, doc, filters, "choice")


def _choice(value: str, label: str, *, chinese: bool) -> Suggestion:
    word, other = (label, value) if chinese else (value, label)
    return Suggestion(word, word, other, "", f"{word} {other} {sounds(label)}", "choice")


def _plain(portal: Portal, spot: Spot, one: FieldShape) -> Iterator[Suggestion]:
    if one.holds == "bool":
        yield from (Suggestion(word, word, kind="choice") for word in ("true", "false"))
    elif one.holds in {"date", "datetime"}:
        day = portal.as_of.isoformat()
        word = day if one.holds == "date" else f"{day}T09:00"
        yield Suggestion(word, word, "今天")
    elif one.key == "visibility":
        yield from (Suggestion(name, name, kind="choice") for name in portal.settings.all_audiences)
    elif spot.shape is shape_of(Waiver) and one.key == "code":
        yield from (Suggestion(rule.code, rule.code, rule.name, kind="choice") for rule in RULES)


def _names_entries(spot: Spot) -> bool:
    return bool(spot.field and spot.field.refers and "entry" in spot.field.refers.kinds)


def _referred(portal: Portal, refers: Refers, word: str) -> Iterator[Suggestion]:
    for kind in refers.kinds:
        if kind == "entry":
            fitting = (one for one in portal.entries if not refers.types or one.type.name in refers.types)
            yield from (_entry(one, one.id) for one in _newest(fitting, word))
        elif kind == "measure":
            for item in portal.measures:
                yield Suggestion(item.record.code, item.record.code, item.record.title or "", kind="reference")
        else:
            for record in portal.directory(kind):
                name = getattr(record, "name", None) or record.title
                detail = f"{name} {getattr(record, 'post', None) or ''}".strip()
                filters = f"{record.id} {name} {sounds(name)}"
                yield Suggestion(record.id, record.id, detail, record_help(portal, record), filters, "reference")


def _newest(entries: Iterable[Entry[Any]], word: str) -> list[Entry[Any]]:
    """The entries whose id or title has the word, the newest first."""
    wanted = word.lower()
    found = [one for one in entries if wanted in one.id.lower() or wanted in one.record.title.lower()]
    return sorted(found, key=lambda one: (str(one.record.date), one.id), reverse=True)


def _entry(entry: Entry[Any], insert: str) -> Suggestion:
    detail = f"{entry.record.title}（{entry.type.label}）"
    return Suggestion(insert, insert, detail, "", f"{insert} {entry.id} {entry.record.title}", "reference")


def _beside(portal: Portal, path: str) -> list[str]:
    """Files in the entry's folder and below, as seen from it."""
    folder = dirname(path)
    inside = (one for one in portal.files if not one.endswith(".md") and one.startswith(f"{folder}/" if folder else ""))
    return sorted(relpath(one, folder or ".") for one in inside)


def _in_body(portal: Portal, path: str, before: str) -> Proposed | None:
    """In a body only what a link may lead to."""
    found = _TARGET.search(before)
    if found is None or not path.endswith(".md"):
        return None
    folder, word = dirname(path) or ".", found[1].lstrip("./")
    entries = _newest(portal.entries, word.removesuffix(".md"))
    few = tuple(_entry(one, relpath(one.path, folder)) for one in entries[:MOST])
    return Proposed(found.start(1), len(before), few, len(few) == len(entries))


@lru_cache(maxsize=4096)
def sounds(words: str) -> str:
    """Words by sound and by their initials: `读书` → `dushu ds`."""
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(words)
    return f"{''.join(syllables)} {''.join(one[0] for one in syllables if one)}"
