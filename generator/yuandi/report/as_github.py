"""The report as workflow commands of GitHub, which shows each finding beside its line."""

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Lang
from yuandi.report.printed_report import PrintedReport
from yuandi.report.words import sentence, summary

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(printed: PrintedReport, lang: Lang) -> str:
    """One command for each finding, one on a line, then the summary."""
    lines = [_command(printed.folder, finding, lang) for finding in printed.report.findings]
    return "\n".join([*lines, summary(printed.report, lang)]) + "\n"


def _command(folder: str, finding: Finding, lang: Lang) -> str:
    at = finding.at
    properties = {
        "file": folder + at.file,
        "line": at.line,
        "col": at.column,
        "title": f"{finding.code} {finding.name}".strip(),
    }
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {given}::{_data(sentence(finding, lang))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
