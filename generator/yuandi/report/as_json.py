"""The report as JSON, the stable form for other programs."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Lang
from yuandi.report.printed_report import FindingCounts, PrintedReport


def as_json(printed: PrintedReport, lang: Lang) -> str:
    """One object with the day, the depth of the git history, the baseline, the counts, and `findings` in order."""
    report = printed.report
    baseline = report.baseline and {"standing": report.baseline.count, "solved": report.baseline.solved}
    values = {
        "as_of": report.as_of.isoformat(),
        "since": report.since or None,
        "history": report.history,
        "baseline": baseline,
        "summary": {
            **{str(severity): report.count(severity) for severity in Severity},
            "columns": _groups(printed.columns, lang),
            "units": _groups(printed.units, lang),
        },
        "findings": [_values(finding, lang) for finding in report.findings],
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def _groups(groups: Iterable[FindingCounts], lang: Lang) -> list[dict[str, Any]]:
    return [
        {"id": group.id or None, "title": group.title.say(lang)} | dict(zip(Severity, group.counts, strict=True))
        for group in groups
    ]


def _values(finding: Finding, lang: Lang) -> dict[str, Any]:
    at = finding.at
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "file": at.file,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "message": finding.message.say(lang),
        "hint": finding.hint.say(lang) if finding.hint else None,
        "url": finding.url,
        "fix": asdict(finding.fix) if finding.fix else None,
    }
