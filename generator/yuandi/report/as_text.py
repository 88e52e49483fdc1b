"""The report for people: each finding with its source line and a caret under the place, then a summary."""

import re
from collections.abc import Iterable, Iterator, Mapping

from rich.cells import cell_len
from rich.text import Text as Styled

from yuandi.base.diagnostics import Finding, Report, Severity
from yuandi.base.source import Document
from yuandi.base.text import Lang, Text
from yuandi.report.printed_report import FindingCounts
from yuandi.report.words import counted, summary

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold blue"}
_WIDTH = 100
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_HINT = Text("提示：", "Hint: ")


def as_text(
    report: Report,
    documents: Mapping[str, Document],
    lang: Lang,
    tables: Iterable[tuple[Text, tuple[FindingCounts, ...]]] = (),
) -> Styled:
    """The report as styled text with tables of counts; a console that is not a terminal prints it without style."""
    lines: list[Styled] = []
    for finding in report.findings:
        lines += [*_lines(finding, documents.get(finding.at.file), lang), Styled("")]
    for title, groups in tables:
        lines += [*_table(title, groups, lang), Styled("")] if groups else []
    lines.append(Styled(summary(report, lang), style="bold"))
    return Styled("\n").join(lines)


def _table(title: Text, groups: tuple[FindingCounts, ...], lang: Lang) -> Iterator[Styled]:
    names = [_harmless(group.title.say(lang)) for group in groups]
    width = max(map(cell_len, names), default=0)
    yield Styled(title.say(lang), style="bold")
    for name, group in zip(names, groups, strict=True):
        yield Styled(f"  {name}{' ' * (width - cell_len(name))}  {counted(group.counts, lang)}")


def _lines(finding: Finding, document: Document | None, lang: Lang) -> Iterator[Styled]:
    at = finding.at
    head = Styled(f"{_harmless(at.file)}:{at.line}:{at.column} ", style="bold")
    head.append(f"{finding.severity.label.say(lang)} {finding.code}", style=_STYLES[finding.severity])
    head.append(f" {finding.name}", style="dim")
    yield head
    if document:
        yield from _excerpt(finding, document.line(at.line))
    yield Styled(f"  {_harmless(finding.message.say(lang))}")
    if finding.hint:
        yield Styled(f"  {_HINT.say(lang)}{_harmless(finding.hint.say(lang))}")


def _harmless(text: str) -> str:
    """`text` without the control characters that a terminal would interpret."""
    return _CONTROL.sub(" ", text)


def _excerpt(finding: Finding, line: str) -> Iterator[Styled]:
    """The source line, cut to 100 characters around the place, and carets under the place."""
    at = finding.at
    start = at.column - 1
    end = at.end_column - 1 if at.end_line == at.line else len(line)
    cut = max(0, start - _WIDTH // 2)
    shown = _harmless(line[cut : cut + _WIDTH])
    before = cell_len(shown[: start - cut])
    width = max(1, cell_len(shown[start - cut : max(start, end) - cut]))
    number = str(at.line)
    yield Styled(f"  {number} | ", style="dim") + Styled(shown, style="none")
    yield Styled(f"  {' ' * len(number)} | ", style="dim") + Styled(
        " " * before + "^" * width, style=_STYLES[finding.severity]
    )
