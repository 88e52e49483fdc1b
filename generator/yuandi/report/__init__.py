"""A report → what is printed: text for people, JSON for programs, and what code hosts show beside the lines."""

from yuandi.report.as_github import as_github
from yuandi.report.as_gitlab import as_gitlab
from yuandi.report.as_json import as_json
from yuandi.report.as_junit import as_junit
from yuandi.report.as_sarif import as_sarif
from yuandi.report.as_text import as_text
from yuandi.report.printed_report import Sheet, sheet_of

__all__ = ["Sheet", "as_github", "as_gitlab", "as_json", "as_junit", "as_sarif", "as_text", "sheet_of"]
