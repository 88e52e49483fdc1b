"""Completion: the fields, choices and ids that may be written at a place."""

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
"""At most this number of entries is proposed at once; the next letter asks again."""

_TARGET = re.compile(r"\]\(([^()\s]*)$")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One proposal: `label` is shown, `insert` is written, and `filter` holds the words that it is found by."""

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
    """Return the proposals at a place of the file at `path` in content; None where there are none. Line and column are from 0."""
    spot = spot_at(path, text, line, column)
    if spot is None:
        return _in_body(portal, path, text.split("\n")[line][:column])
    place = spot.place
    found = tuple(_values(portal, path, spot) if place.key else _fields(portal, spot))
    few = tuple(islice(found, MOST)) if _names_entries(spot) else found
    return Proposed(place.start, place.end, few, len(few) == len(found))


def _fields(portal: Portal, spot: Spot) -> Iterator[Suggestion]:
    """Yield the fields that the mapping does not have yet, required ones first."""
    fields = spot.shape.fields.values() if spot.shape else ()
    siblings = spot.place.siblings
    given = [field for field in fields if {field.key, field.chinese} & siblings]
    chinese = any(field.chinese in siblings for field in given) or (not given and portal.settings.keys == "zh")
    for field in sorted((field for field in fields if field not in given), key=lambda field: not field.required):
        name = field.chinese if chinese else field.key
        yield Suggestion(
            label=name,
            insert=f"{name}:" if field.model else f"{name}: ",
            detail=field.key if chinese else field.chinese,
            help=field_help(field),
            filter=f"{name} {field.key} {field.chinese} {sounds(field.chinese)}",
            kind="field",
        )


def _values(portal: Portal, path: str, spot: Spot) -> Iterator[Suggestion]:
    field = spot.field
    if field is None:
        return
    chinese = spot.place.key == field.chinese
    if field.key == "type" and spot.type and not spot.place.path:
        yield from _types(chinese=chinese)
    elif field.choices:
        yield from (_choice(choice.value, choice.label, chinese=chinese) for choice in field.choices)
    elif field.refers:
        yield from _referred(portal, field.refers, spot.place.word)
    elif field.is_file:
        yield from (Suggestion(name, name, kind="file") for name in _beside(portal, path))
    else:
        yield from _plain(portal, spot, field)


def _types(*, chinese: bool) -> Iterator[Suggestion]:
    for known in TYPES:
        words = known.chinese if chinese else (known.name,)
        for word in words:
            doc = (known.model.__doc__ or "").strip()
            filters = f"{word} {known.name} {' '.join(known.chinese)} {sounds(word)}"
            detail = known.name if chinese else known.label
            yield Suggestion(word, word, detail, help=doc, filter=filters, kind="choice")


def _choice(value: str, label: str, *, chinese: bool) -> Suggestion:
    word, other = (label, value) if chinese else (value, label)
    return Suggestion(word, word, other, filter=f"{word} {other} {sounds(label)}", kind="choice")


def _plain(portal: Portal, spot: Spot, field: FieldShape) -> Iterator[Suggestion]:
    if field.holds == "bool":
        yield from (Suggestion(word, word, kind="choice") for word in ("true", "false"))
    elif field.holds in {"date", "datetime"}:
        day = portal.as_of.isoformat()
        word = day if field.holds == "date" else f"{day}T09:00"
        yield Suggestion(word, word, "今天")
    elif field.key == "visibility":
        yield from (Suggestion(name, name, kind="choice") for name in portal.settings.all_audiences)
    elif spot.shape is shape_of(Waiver) and field.key == "code":
        yield from (Suggestion(rule.code, rule.code, rule.name, kind="choice") for rule in RULES)


def _names_entries(spot: Spot) -> bool:
    return bool(spot.field and spot.field.refers and "entry" in spot.field.refers.kinds)


def _referred(portal: Portal, refers: Refers, word: str) -> Iterator[Suggestion]:
    for kind in refers.kinds:
        if kind == "entry":
            fitting = (entry for entry in portal.entries if not refers.types or entry.type.name in refers.types)
            yield from (_entry(entry, entry.id) for entry in _newest(fitting, word))
        elif kind == "measure":
            for item in portal.measures:
                yield Suggestion(item.record.code, item.record.code, item.record.title or "", kind="reference")
        else:
            for record in portal.directory(kind):
                name = getattr(record, "name", None) or record.title
                detail = f"{name} {getattr(record, 'post', None) or ''}".strip()
                filters = f"{record.id} {name} {sounds(name)}"
                record_page = record_help(portal, record)
                yield Suggestion(record.id, record.id, detail, help=record_page, filter=filters, kind="reference")


def _newest(entries: Iterable[Entry[Any]], word: str) -> list[Entry[Any]]:
    """Return the entries whose id or title contains the word, the newest first."""
    wanted = word.lower()
    found = [entry for entry in entries if wanted in entry.id.lower() or wanted in entry.record.title.lower()]
    return sorted(found, key=lambda entry: (str(entry.record.date), entry.id), reverse=True)


def _entry(entry: Entry[Any], insert: str) -> Suggestion:
    detail = f"{entry.record.title}（{entry.type.label}）"
    return Suggestion(insert, insert, detail, filter=f"{insert} {entry.id} {entry.record.title}", kind="reference")


def _beside(portal: Portal, path: str) -> list[str]:
    """Return the files in the folder of an entry and below, relative to it."""
    folder = dirname(path)
    inside = (
        file for file in portal.files if not file.endswith(".md") and file.startswith(f"{folder}/" if folder else "")
    )
    return sorted(relpath(file, folder or ".") for file in inside)


def _in_body(portal: Portal, path: str, before: str) -> Proposed | None:
    """Return the targets of a link in a body; None outside a link."""
    found = _TARGET.search(before)
    if found is None or not path.endswith(".md"):
        return None
    folder, word = dirname(path) or ".", found[1].lstrip("./")
    entries = _newest(portal.entries, word.removesuffix(".md"))
    few = tuple(_entry(entry, relpath(entry.path, folder)) for entry in entries[:MOST])
    return Proposed(found.start(1), len(before), few, len(few) == len(entries))


@lru_cache(maxsize=4096)
def sounds(words: str) -> str:
    """Return the pinyin of words and its initials: `读书` → `dushu ds`."""
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(words)
    return f"{''.join(syllables)} {''.join(syllable[0] for syllable in syllables if syllable)}"
