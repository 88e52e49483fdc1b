"""The report as JUnit XML, which GitLab, Jenkins and others show: one test for each file, so that they tell which are well."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Lang
from yuandi.report.printed_report import Sheet
from yuandi.report.words import counted, sentence

_UNSPEAKABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(sheet: Sheet, lang: Lang, *, strict: bool = False) -> str:
    """A suite. A file fails by its errors, with `strict` also by its warnings; what does not fail it is its output."""
    of: dict[str, list[Finding]] = {}
    for finding in sheet.report.findings:
        of.setdefault(finding.at.file, []).append(finding)
    worst = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    failing = sum(any(one.severity in worst for one in found) for found in of.values())
    numbers = {"tests": str(len(sheet.files)), "failures": str(failing), "errors": "0", "skipped": "0", "time": "0"}
    suites = Element("testsuites", numbers)
    suite = SubElement(suites, "testsuite", {"name": "yuandi check", **numbers})
    for file in sheet.files:
        _case(suite, sheet.folder + file, of.get(file, []), worst, lang)
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


def _case(suite: Element, path: str, findings: Iterable[Finding], worst: set[Severity], lang: Lang) -> None:
    name = _spoken(path)
    folder = name.rpartition("/")[0].replace(".", "_").replace("/", ".")
    case = SubElement(suite, "testcase", {"classname": folder or "portal", "name": name, "file": name, "time": "0"})
    failures = [finding for finding in findings if finding.severity in worst]
    others = [finding for finding in findings if finding.severity not in worst]
    if failures:
        counts = tuple(sum(one.severity is severity for one in failures) for severity in Severity)
        kinds = " ".join(dict.fromkeys(one.code for one in failures))
        failure = SubElement(case, "failure", {"message": counted(counts, lang), "type": kinds})
        failure.text = _lines(path, failures, lang)
    if others:
        SubElement(case, "system-out").text = _lines(path, others, lang)


def _lines(path: str, findings: Iterable[Finding], lang: Lang) -> str:
    return _spoken("\n".join(_line(path, finding, lang) for finding in findings))


def _line(path: str, finding: Finding, lang: Lang) -> str:
    place = f"{path}:{finding.at.line}:{finding.at.column}"
    return f"{place} {finding.severity.label.say(lang)} {finding.code} {sentence(finding, lang)}"


def _spoken(text: str) -> str:
    """`text` without the characters that XML cannot have."""
    return _UNSPEAKABLE.sub("\ufffd", text)
