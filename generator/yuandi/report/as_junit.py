"""The report as JUnit XML, for GitLab, Jenkins and others: one test for each file, so that files without findings show
as passed."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Lang
from yuandi.report.printed_report import PrintedReport
from yuandi.report.words import counted, sentence

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(printed: PrintedReport, lang: Lang, *, strict: bool = False) -> str:
    """A test suite. A file fails if it has errors, with `strict` also warnings; its other findings are its output."""
    by_file: dict[str, list[Finding]] = {}
    for finding in printed.report.findings:
        by_file.setdefault(finding.at.file, []).append(finding)
    worst = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    failing = sum(any(finding.severity in worst for finding in findings) for findings in by_file.values())
    numbers = {"tests": str(len(printed.files)), "failures": str(failing), "errors": "0", "skipped": "0", "time": "0"}
    suites = Element("testsuites", numbers)
    suite = SubElement(suites, "testsuite", {"name": "yuandi check", **numbers})
    for file in printed.files:
        _case(suite, printed.folder + file, by_file.get(file, []), worst, lang)
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


def _case(suite: Element, path: str, findings: Iterable[Finding], worst: set[Severity], lang: Lang) -> None:
    name = _valid_in_xml(path)
    folder = name.rpartition("/")[0].replace(".", "_").replace("/", ".")
    case = SubElement(suite, "testcase", {"classname": folder or "portal", "name": name, "file": name, "time": "0"})
    failures = [finding for finding in findings if finding.severity in worst]
    others = [finding for finding in findings if finding.severity not in worst]
    if failures:
        counts = tuple(sum(finding.severity is severity for finding in failures) for severity in Severity)
        kinds = " ".join(dict.fromkeys(finding.code for finding in failures))
        failure = SubElement(case, "failure", {"message": counted(counts, lang), "type": kinds})
        failure.text = _lines(path, failures, lang)
    if others:
        SubElement(case, "system-out").text = _lines(path, others, lang)


def _lines(path: str, findings: Iterable[Finding], lang: Lang) -> str:
    return _valid_in_xml("\n".join(_line(path, finding, lang) for finding in findings))


def _line(path: str, finding: Finding, lang: Lang) -> str:
    place = f"{path}:{finding.at.line}:{finding.at.column}"
    return f"{place} {finding.severity.label.say(lang)} {finding.code} {sentence(finding, lang)}"


def _valid_in_xml(text: str) -> str:
    """`text` with the characters that XML does not allow replaced by U+FFFD."""
    return _NOT_IN_XML.sub("\ufffd", text)
