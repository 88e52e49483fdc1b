"""The report as GitLab's Code Quality reads it: what a merge request adds and what it solves."""

import json

from yuandi.base.diagnostics import Severity
from yuandi.base.fingerprints import fingerprints
from yuandi.base.text import Lang
from yuandi.report.printed_report import Sheet
from yuandi.report.words import sentence

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def as_gitlab(sheet: Sheet, lang: Lang) -> str:
    """A list of issues."""
    findings = sheet.report.findings
    issues = [
        {
            "check_name": finding.code,
            "description": f"{finding.code} {sentence(finding, lang)}",
            "fingerprint": name,
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": sheet.folder + finding.at.file, "lines": {"begin": finding.at.line}},
        }
        for finding, name in zip(findings, fingerprints(findings, sheet.documents), strict=True)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"
