"""ARC003: an archive number that is malformed or repeated, or that follows a gap.

The form is that of DA/T 22-2015: 全宗号-档案门类代码·年度-保管期限-机构（问题）代码-件号, with the serial in four digits.
The code of the office may be left out, as the standard allows.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.content.entry import Entry
from yuandi.portal.portal import Portal

_FORM = re.compile(
    r"(?P<of>[A-Z0-9]{1,8}-[A-Z]{2}(?:·[A-Z0-9]{1,8})?·(?:19|20)[0-9]{2}-(?:Y|D30|D10)(?:-[A-Z0-9]{1,8})?)"
    r"-(?P<serial>[0-9]{4})"
)
_PARTS = Text(
    "全宗号-门类·年度-保管期限（Y、D30、D10）-机构代码-四位件号，如 `0123-WS·2026-D30-BGS-0001`。",
    "Write fonds-category·year-retention (Y, D30 or D10)-office-serial, the serial with four digits, such as `0123-WS·2026-D30-BGS-0001`.",
)
_OTHER = str.maketrans("－—–‐・•‧∙.．", "----······")


@rule("ARC003", "archive-number", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def archive_number(portal: Portal) -> Iterator[Finding]:
    """A malformed, repeated or skipped archive number."""
    series: dict[str, dict[int, Entry[Any]]] = {}
    for entry in sorted(portal.entries, key=_age):
        number = entry.record.archive_number
        if number is None:
            continue
        found = _FORM.fullmatch(number)
        if not found or found["serial"] == "0000":
            yield _malformed(entry, number)
            continue
        first = series.setdefault(found["of"], {}).setdefault(int(found["serial"]), entry)
        if first is not entry:
            yield _repeated(entry, number, first)
    for of, serials in series.items():
        yield from _skipped(of, serials)


def _age(entry: Entry[Any]) -> tuple[date, str]:
    return (entry.record.date or date.min, entry.path)


def _malformed(entry: Entry[Any], number: str) -> Finding:
    meant = number.strip().upper().translate(_OTHER)
    hint = _PARTS
    if meant != number and _FORM.fullmatch(meant):
        hint = Text(f"是否应为 `{meant}`？{_PARTS.zh}", f"Did you mean `{meant}`? {_PARTS.en}")
    message = Text(f"档号 `{number}` 的格式不对。", f"The archive number `{number}` is malformed.")
    return Finding(entry.at("archive_number"), message, hint)


def _repeated(entry: Entry[Any], number: str, first: Entry[Any]) -> Finding:
    return Finding(
        entry.at("archive_number"),
        Text(
            f"档号 `{number}` 已用于 {first.path}。", f"The archive number `{number}` is already used by {first.path}."
        ),
        Text("一件一号：给较晚的一件另编件号。", "Each item has its own number. Give the later one another serial."),
    )


def _skipped(of: str, serials: dict[int, Entry[Any]]) -> Iterator[Finding]:
    """Yield the gaps between serials. Serials before the first may be in another archive."""
    present = sorted(serials)
    for before, after in pairwise(present):
        if after > before + 1:
            missing = f"{before + 1:04}" + (f"–{after - 1:04}" if after > before + 2 else "")
            yield Finding(
                serials[after].at("archive_number"),
                Text(
                    f"`{of}` 的件号 {missing} 空缺，前一件是 {before:04}。",
                    f"Serial {missing} of `{of}` is missing; the serial before it is {before:04}.",
                ),
                Text(
                    "件号应当连续：补上缺的一件，或重新编号。",
                    "Serials are consecutive. Add the missing item, or renumber.",
                ),
            )
