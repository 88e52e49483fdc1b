"""A portal → the report on it: all rules, the organisation's own weights, named exceptions, one order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from types import MappingProxyType
from typing import Any

from yuandi.body import Link
from yuandi.check.rule import Rule, Scope
from yuandi.check.rules import RULES
from yuandi.check.vocabulary import Vocabulary, vocabulary_of
from yuandi.diagnostics import Finding, Report, Severity
from yuandi.entry import Entry
from yuandi.portal import Portal
from yuandi.prose import texts

__all__ = ["RULES", "Rule", "Scope", "check", "read", "rule_named", "vocabulary_of"]


def check(portal: Portal, rules: Iterable[Rule] = RULES) -> Report:
    """Everything to put right in the portal, sorted by place."""
    weights = portal.policy.rules
    rules = [one for one in rules if weights.get(one.code) != "off"]
    vocabulary = vocabulary_of(portal)
    waived = _waivers(portal)
    of_portal = (_stamped(one, finding, weights) for one in rules if one.check for finding in one.check(portal))
    of_texts = (
        finding
        for entry in portal.entries
        for finding in read(entry, portal.links_of(entry), vocabulary, rules, weights)
    )
    findings = (finding for finding in chain(of_portal, of_texts) if (finding.at.file, finding.code) not in waived)
    once = dict.fromkeys(findings)  # what stands behind a YAML alias is read at each of its places
    return Report(portal.as_of, tuple(sorted(once, key=lambda finding: finding.order)))


def read(
    entry: Entry[Any],
    links: Iterable[Link],
    vocabulary: Vocabulary,
    rules: Iterable[Rule] = RULES,
    weights: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Finding]:
    """What the rules about wording find in one entry; nothing else of the portal is needed."""
    readers = [one for one in rules if one.read and weights.get(one.code) != "off"]
    for prose in texts(entry, links):
        for one in readers:
            if one.read:
                for finding in one.read(prose, vocabulary):
                    yield _stamped(one, finding, weights)


def rule_named(word: str) -> Rule | None:
    """The rule with this code or name, in any case."""
    return next((one for one in RULES if word.upper() == one.code or word.lower() == one.name), None)


def _stamped(one: Rule, finding: Finding, weights: Mapping[str, str]) -> Finding:
    """A finding with what the rule is. A finding may weigh less than the rule; the organisation's weight is the last word."""
    weight = weights.get(one.code)
    severity = one.severity if finding.severity is Severity.ERROR else finding.severity
    return replace(finding, code=one.code, name=one.name, severity=Severity(weight) if weight else severity)


def _waivers(portal: Portal) -> set[tuple[str, str]]:
    """File and code of every exception that has not ended."""
    return {
        (entry.origin.document.path, waiver.code)
        for entry in portal.entries
        for waiver in entry.record.waive
        if waiver.until >= portal.as_of
    }
