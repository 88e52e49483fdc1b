"""The formats of a report: text for people, JSON for programs, and the formats that code hosts show beside lines."""

from yuandi.report.as_github import as_github
from yuandi.report.as_gitlab import as_gitlab
from yuandi.report.as_json import as_json
from yuandi.report.as_junit import as_junit
from yuandi.report.as_sarif import as_sarif
from yuandi.report.as_text import as_text
from yuandi.report.printed_report import PrintedReport, printed_report

__all__ = ["PrintedReport", "as_github", "as_gitlab", "as_json", "as_junit", "as_sarif", "as_text", "printed_report"]
