"""NUM001: a 发文字号 that does not follow GB/T 9704."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text, shorten
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.document_numbers import document_number_of, entries_with_number, meant_number
from yuandi.portal.portal import Portal


@rule("NUM001", "malformed-document-number", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def malformed_document_number(portal: Portal) -> Iterator[Finding]:
    """A document number that is not `代字〔YYYY〕N号`: other brackets, blanks, 第, a padded serial, no 号."""
    for entry in entries_with_number(portal):
        text = entry.record.doc_number
        if document_number_of(entry) is None:
            key = entry.origin.key("doc_number")
            yield Finding(
                entry.at("doc_number"),
                Text(
                    f"`{key}: {shorten(text)}` 不是规范的发文字号。",
                    f"`{key}: {shorten(text)}` is not a standard document number.",
                ),
                _hint(text),
            )


def _hint(text: str) -> Text:
    meant = meant_number(text)
    form = Text(
        "发文字号写作 `代字〔2026〕12号`：六角括号，四位年份，序号不加“第”、不补零。",
        "Write it as `代字〔2026〕12号`: hexagonal brackets, a year of four digits, a serial without 第 and without leading zeros.",
    )
    if meant is None or meant.serial == 0:
        return form
    return Text(f"是否应为 `{meant}`？{form.zh}", f"Did you mean `{meant}`? {form.en}")
