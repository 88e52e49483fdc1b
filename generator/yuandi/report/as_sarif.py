"""The report as SARIF 2.1.0, for code hosts and editors. Columns count UTF-16 code units, as these programs do."""

import json
from typing import Any
from urllib.parse import quote, urljoin

from yuandi import __version__
from yuandi.base.diagnostics import Finding, Fix, Severity
from yuandi.base.fingerprints import fingerprints
from yuandi.base.source import Document, Location
from yuandi.base.text import Lang
from yuandi.report.printed_report import PrintedReport
from yuandi.report.words import sentence

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "SRCROOT"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}


def as_sarif(printed: PrintedReport, lang: Lang, *, rules_url: str = "") -> str:
    """A log with one run. `rules_url` is the address of the rules' pages; with it every rule has that of its page."""
    findings = printed.report.findings
    first = {finding.code: finding for finding in reversed(findings)}
    codes = sorted(first)
    names = fingerprints(findings, printed.documents)
    run = {
        "tool": {
            "driver": {
                "name": "yuandi",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(first[code], lang, rules_url) for code in codes],
            }
        },
        "language": _LANGUAGES[lang],
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The top of the repository, or of the portal."}}},
        "results": [
            _result(printed, finding, name, codes.index(finding.code), lang)
            for finding, name in zip(findings, names, strict=True)
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(finding: Finding, lang: Lang, rules_url: str) -> dict[str, Any]:
    """The description of a finding's rule, with its page if the rule is known."""
    from yuandi.check import rule_named

    rule = rule_named(finding.code)
    described: dict[str, Any] = {"id": finding.code, "name": finding.name or finding.code}
    if rule:
        page = rule.page
        described["shortDescription"] = {"text": page.sentence.say(lang)}
        described["help"] = {"text": page.part(lang), "markdown": page.part(lang)}
        described["defaultConfiguration"] = {"level": _LEVELS[rule.severity]}
        if rules_url:
            described["helpUri"] = urljoin(f"{rules_url.rstrip('/')}/", f"{rule.name}/")
    return described


def _result(printed: PrintedReport, finding: Finding, name: str, index: int, lang: Lang) -> dict[str, Any]:
    document = printed.documents.get(finding.at.file)
    file = {"uri": quote(printed.folder + finding.at.file, errors="replace"), "uriBaseId": _ROOT}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": sentence(finding, lang)},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": _region(finding.at, document)}}],
        "partialFingerprints": {"yuandi/v1": name},
    }
    if finding.fix and document:
        change = {"artifactLocation": file, "replacements": [_replacement(finding.fix, document)]}
        result["fixes"] = [{"artifactChanges": [change]}]
    return result


def _replacement(fix: Fix, document: Document) -> dict[str, Any]:
    return {
        "deletedRegion": _region(document.at(fix.start, fix.end), document),
        "insertedContent": {"text": fix.replacement},
    }


def _region(at: Location, document: Document | None) -> dict[str, int]:
    return {
        "startLine": at.line,
        "startColumn": _units(at.line, at.column, document),
        "endLine": at.end_line,
        "endColumn": _units(at.end_line, at.end_column, document),
    }


def _units(line: int, column: int, document: Document | None) -> int:
    """A column in UTF-16 code units."""
    before = document.line(line)[: column - 1] if document else ""
    return column + sum(character > "\uffff" for character in before)
