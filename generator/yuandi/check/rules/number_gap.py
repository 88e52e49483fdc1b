"""NUM003: a gap in document numbers."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.document_numbers import (
    DocumentNumber,
    document_number_of,
    entries_with_number,
    meant_number,
)
from yuandi.check.rules.shared.unread_entries import values_of
from yuandi.content.entry import Entry
from yuandi.portal.portal import Portal


@rule("NUM003", "number-gap", Severity.WARNING, Scope.HEADS, AtOnce.NEVER)
def number_gap(portal: Portal) -> Iterator[Finding]:
    """A gap between serials of one series and year, reported once, at the number after it."""
    first: dict[DocumentNumber, Entry[Any]] = {}
    malformed: set[DocumentNumber] = set()  # these exist, even if they are malformed or in an entry that cannot be read
    for entry in entries_with_number(portal):
        if number := document_number_of(entry):
            first.setdefault(number, entry)
        elif near := meant_number(entry.record.doc_number):
            malformed.add(near)
    malformed |= {near for text in values_of(portal, "doc_number", "发文字号") if (near := meant_number(text))}
    meant = sorted(malformed - first.keys())
    for before, number in pairwise(sorted(first)):
        if (before.series, before.year) == (number.series, number.year):
            between = range(before.serial + 1, number.serial)
            there = bisect_left(meant, number) - bisect_left(meant, before)
            if there < len(between):
                yield _finding(first[number], number, between, len(between) - there)


def _finding(entry: Entry[Any], number: DocumentNumber, between: range, missing: int) -> Finding:
    low, high = between[0], between[-1]
    zh, en = (f"{low}号", f"number {low}") if low == high else (f"{low}号至{high}号", f"numbers {low} to {high}")
    if missing < len(between):
        zh, en = f"{zh}中的 {missing} 个", f"{missing} of {en}"
    return Finding(
        entry.at("doc_number"),
        Text(f"`{number}` 之前缺{zh}。", f"Missing before `{number}`: {en}."),
        Text("补登缺号的文件，或核对发文字号。", "Add the missing documents, or check the numbers."),
    )
