"""The report as JSON, the stable form for other programs."""

import json
from dataclasses import asdict
from typing import Any

from yuandi.diagnostics import Finding, Report
from yuandi.text import Lang


def as_json(report: Report, lang: Lang) -> str:
    """One object with `as_of` and `findings`, in order."""
    values = {"as_of": report.as_of.isoformat(), "findings": [_values(finding, lang) for finding in report.findings]}
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


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
