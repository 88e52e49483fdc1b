"""The report in the Code Quality format of GitLab, which shows the findings that a merge request adds and solves."""

import json

from yuandi.base.diagnostics import Severity
from yuandi.base.fingerprints import fingerprints
from yuandi.base.text import Lang
from yuandi.report.printed_report import PrintedReport
from yuandi.report.words import sentence

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def as_gitlab(printed: PrintedReport, lang: Lang) -> str:
    """A JSON list of issues, one for each finding."""
    findings = printed.report.findings
    issues = [
        {
            "check_name": finding.code,
            "description": f"{finding.code} {sentence(finding, lang)}",
            "fingerprint": name,
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": printed.folder + finding.at.file, "lines": {"begin": finding.at.line}},
        }
        for finding, name in zip(findings, fingerprints(findings, printed.documents), strict=True)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"
