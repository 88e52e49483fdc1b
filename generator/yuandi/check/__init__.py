"""A portal → the report on it: all rules, the organisation's own weights, named exceptions, one order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from yuandi.check.rule import Rule, Scope
from yuandi.check.rules import RULES
from yuandi.diagnostics import Finding, Report, Severity
from yuandi.portal import Portal

__all__ = ["RULES", "Rule", "Scope", "check", "rule_named"]


def check(portal: Portal, rules: Iterable[Rule] = RULES) -> Report:
    """Everything to put right in the portal, sorted by place."""
    waived = _waivers(portal)
    findings = (
        finding for one in rules for finding in _stamped(one, portal) if (finding.at.file, finding.code) not in waived
    )
    once = dict.fromkeys(findings)  # what stands behind a YAML alias is read at each of its places
    return Report(portal.as_of, tuple(sorted(once, key=lambda finding: finding.order)))


def rule_named(word: str) -> Rule | None:
    """The rule with this code or name, in any case."""
    return next((one for one in RULES if word.upper() == one.code or word.lower() == one.name), None)


def _stamped(one: Rule, portal: Portal) -> Iterator[Finding]:
    weight = portal.policy.rules.get(one.code)
    if weight == "off":
        return
    for finding in one.check(portal):
        severity = one.severity if finding.severity is Severity.ERROR else finding.severity
        if weight is not None:
            severity = Severity(weight)
        yield replace(finding, code=one.code, name=one.name, severity=severity)


def _waivers(portal: Portal) -> set[tuple[str, str]]:
    """File and code of every exception that has not ended."""
    return {
        (entry.origin.document.path, waiver.code)
        for entry in portal.entries
        for waiver in entry.record.waive
        if waiver.until >= portal.as_of
    }
