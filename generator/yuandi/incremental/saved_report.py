"""The report and warnings of a build, kept so that a quick build repeats them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from yuandi.base.diagnostics import Finding, Report
from yuandi.base.source import Document


@dataclass(frozen=True, slots=True)
class Said:
    """A report with the lines that it shows, and the warnings that MkDocs gave besides."""

    report: Report
    lines: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to say again."""
        return not self.report.findings and not self.warnings and self.report.baseline is None

    def fails(self, *, strict: bool) -> bool:
        """Whether the report forbids publishing the portal."""
        return self.report.fails(strict=strict) or bool(strict and self.warnings)

    @property
    def documents(self) -> Mapping[str, Document]:
        """The files that the report speaks of, as far as it shows them."""
        return {file: Document(file, _spread(lines)) for file, lines in self.lines.items()}

    def with_entry(self, document: Document, dropped: Iterable[Finding], added: Iterable[Finding]) -> "Said":
        """A copy with other findings about one file, whose text has changed."""
        gone = set(dropped)
        kept = (finding for finding in self.report.findings if finding not in gone)
        findings = tuple(sorted(dict.fromkeys((*kept, *added)), key=lambda finding: finding.order))
        report = replace(self.report, findings=findings)
        rest = {file: lines for file, lines in self.lines.items() if file != document.path}
        return replace(self, report=report, lines=rest | _lines(report, {document.path: document}))


def said(report: Report, documents: Mapping[str, Document], warnings: Iterable[str] = ()) -> Said:
    """What there is to say again."""
    return Said(report, _lines(report, documents), tuple(warnings))


def _lines(report: Report, documents: Mapping[str, Document]) -> dict[str, Mapping[int, str]]:
    """The lines that the report shows, by file and number."""
    found: dict[str, dict[int, str]] = {}
    for finding in report.findings:
        if document := documents.get(finding.at.file):
            found.setdefault(finding.at.file, {})[finding.at.line] = document.line(finding.at.line)
    return dict(found)


def _spread(lines: Mapping[int, str]) -> str:
    """A text that has these lines at their places, and empty ones between."""
    return "\n".join(lines.get(number, "") for number in range(1, max(lines) + 1))
