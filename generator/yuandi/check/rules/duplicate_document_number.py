"""NUM002: one document number on two entries."""

from collections.abc import Iterator
from typing import Any

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text, shorten
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.document_numbers import document_number_of, entries_with_number
from yuandi.content.entry import Entry
from yuandi.portal.portal import Portal


@rule("NUM002", "duplicate-document-number", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def duplicate_document_number(portal: Portal) -> Iterator[Finding]:
    """One number on two entries, neither of which supersedes the other."""
    first: dict[object, Entry[Any]] = {}
    for entry in entries_with_number(portal):
        number = document_number_of(entry) or entry.record.doc_number
        other = first.setdefault(number, entry)
        if other is not entry and not _replaces(portal, entry, other) and not _replaces(portal, other, entry):
            yield Finding(
                entry.at("doc_number"),
                Text(
                    f"发文字号 `{shorten(number)}` 已用于 {other.path}。",
                    f"The document number `{shorten(number)}` is already used by {other.path}.",
                ),
                Text("一文一号，请核对。", "Each document has its own number. Check both."),
            )


def _replaces(portal: Portal, entry: Entry[Any], other: Entry[Any]) -> bool:
    """Whether an entry is a corrected issue of another, with its number."""
    word = entry.record.supersedes
    return word is not None and portal.named_by(entry, word) is other
