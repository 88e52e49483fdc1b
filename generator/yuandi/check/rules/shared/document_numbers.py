"""发文字号 by GB/T 9704: an agency's word, the full year in six-angle brackets, a serial without padding, 号."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yuandi.check.rules.shared.order import oldest_first
from yuandi.content.entry import Entry
from yuandi.portal.portal import Portal

_OPEN, _CLOSE = r"\[(（〔【［〖﹝<{〈《", r"\])）〕】］〗﹞>}〉》"
_RIGHT = re.compile(
    rf"(?P<series>[^\s{_OPEN}{_CLOSE}]+)(?<!第)〔(?P<year>[12]\d{{3}})〕(?P<serial>[1-9]\d{{0,8}})号", re.ASCII
)
_NEAR = re.compile(
    rf"(?P<series>[^\s{_OPEN}{_CLOSE}]+?)\s?第?\s?[{_OPEN}]\s?(?P<year>\d{{4}})\s?年?\s?[{_CLOSE}]"
    r"\s?第?\s?(?P<serial>\d{1,9})\s?[号號]?"
)
_LONGEST = 80


@dataclass(frozen=True, slots=True, order=True)
class DocumentNumber:
    """A document number in its parts."""

    series: str
    year: int
    serial: int

    def __str__(self) -> str:
        return f"{self.series}〔{self.year}〕{self.serial}号"


def document_number_of(entry: Entry[Any]) -> DocumentNumber | None:
    """Return the document number of an entry; None if it is malformed. In traditional text 號 stands for 号."""
    text = entry.record.doc_number or ""
    if text.endswith("號") and (entry.record.lang or "").lower().startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo")):
        text = f"{text[:-1]}号"
    return _number(_RIGHT.fullmatch(text))


def meant_number(text: str) -> DocumentNumber | None:
    """Return the number that a malformed one was probably meant to be; None if that cannot be told."""
    return _number(_NEAR.fullmatch(text.strip())) if len(text) <= _LONGEST else None


def _number(found: re.Match[str] | None) -> DocumentNumber | None:
    return DocumentNumber(found["series"], int(found["year"]), int(found["serial"])) if found else None


def entries_with_number(portal: Portal) -> Iterator[Entry[Any]]:
    """Yield the entries that have a document number, the oldest first."""
    yield from oldest_first(entry for entry in portal.entries if entry.record.doc_number)
