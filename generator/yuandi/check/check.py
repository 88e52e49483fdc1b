"""A portal → the report on it: all rules, the severities that the organisation sets, waivers, and one order."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType
from typing import Any
from zlib import crc32

from yuandi.base.diagnostics import Finding, Report, Severity
from yuandi.check.readable_text import Prose, texts
from yuandi.check.rule import OtherFindings, Read, Rule, Scope
from yuandi.check.rules import RULES
from yuandi.check.unmet_measure import unmet_measures
from yuandi.check.vocabulary import Vocabulary, vocabulary_of
from yuandi.check.waivers import waivers
from yuandi.content.entry import Entry
from yuandi.markdown.links import Link
from yuandi.page_plan.planned_portal import PlannedPortal

__all__ = [
    "READERS",
    "RULES",
    "Readers",
    "Reading",
    "Rule",
    "Scope",
    "check",
    "here",
    "read",
    "readers_of",
    "reported",
    "rule_named",
    "said_by",
    "traits_of",
    "vocabulary_of",
]


Reading = Callable[[], Iterable[Finding]]
"""Return the findings of the rules about wording; waits for them where other processes read."""


def here(portal: PlannedPortal, rules: Sequence[Rule]) -> Reading:
    """Return a reading that reads all texts in this process, when it is called."""
    weights, vocabulary, readers = portal.policy.rules, vocabulary_of(portal), readers_of(rules)
    return lambda: (
        finding
        for entry in portal.entries
        for finding in read(entry, portal.links_of(entry), vocabulary, readers, weights)
    )


def check(
    portal: PlannedPortal,
    rules: Iterable[Rule] = RULES,
    begin: Callable[[PlannedPortal, Sequence[Rule]], Reading] = here,
) -> Report:
    """Return the report on a portal, sorted by place. With all rules, the measures are checked too.

    `begin` may start reading texts in other processes while the rules about front matter run.
    """
    weights = portal.policy.rules
    asked = tuple(rules)
    rules = [rule for rule in asked if weights.get(rule.code) != "off"]
    texts_read = begin(portal, rules)
    of_heads = list(_of_portal(portal, (rule for rule in rules if rule.scope is Scope.HEADS)))
    of_texts = list(texts_read())
    of_rest = _of_portal(portal, (rule for rule in rules if rule.scope is not Scope.HEADS))
    of_measures = unmet_measures(portal) if {rule.code for rule in RULES} <= {rule.code for rule in asked} else ()
    return reported(portal, chain(of_heads, of_texts, of_rest, of_measures), asked)


def reported(portal: PlannedPortal, findings: Iterable[Finding], asked: Iterable[Rule] = RULES) -> Report:
    """Return the report of findings: without waived ones, with those of rules that judge the others, in order."""
    weights = portal.policy.rules
    asked = tuple(asked)
    unasked = frozenset(rule.code for rule in RULES) - {rule.code for rule in asked}
    # the value of a YAML alias is read at each of its places
    found = dict.fromkeys(findings)
    of_code: dict[str, list[Finding]] = {}
    for finding in found:
        of_code.setdefault(finding.code, []).append(finding)
    last = (
        _stamped(rule, finding, weights)
        for rule in asked
        if rule.judge and weights.get(rule.code) != "off"
        for finding in rule.judge(portal, OtherFindings(of_code, unasked))
    )
    waived = {
        finding
        for held in waivers(portal)
        if held.waiver.until >= portal.as_of
        for finding in of_code.get(held.waiver.code, ())
        if held.covers(finding)
    }
    kept = chain((finding for finding in found if finding not in waived), last)
    ordered = tuple(sorted(kept, key=lambda finding: finding.order))
    return Report(portal.as_of, ordered, history=portal.history.state)


def said_by(rule: Rule, portal: PlannedPortal) -> tuple[Finding, ...]:
    """Return the findings of one rule that looks at a portal, waived or not."""
    return () if portal.policy.rules.get(rule.code) == "off" else tuple(_of_portal(portal, [rule]))


def _of_portal(portal: PlannedPortal, rules: Iterable[Rule]) -> Iterator[Finding]:
    weights = portal.policy.rules
    return (_stamped(rule, finding, weights) for rule in rules if rule.check for finding in rule.check(portal))


@dataclass(frozen=True, slots=True)
class Readers:
    """The rules about wording: those for titles and summaries, and all of them, for bodies."""

    of_heads: tuple[tuple[Rule, Read], ...]
    of_bodies: tuple[tuple[Rule, Read], ...]
    unsigned: tuple[tuple[Rule, Read], ...]
    signs: re.Pattern[str]

    def of(self, prose: Prose) -> Iterable[tuple[Rule, Read]]:
        """Return the rules that may find something in a text. Most titles and summaries have no sign of any rule."""
        if prose.part != "body":
            return self.of_heads if self.signs.search(prose.text) else self.unsigned
        return [pair for pair in self.of_bodies if pair[0].signs is None or prose.has_any(pair[0].signs)]


def readers_of(rules: Iterable[Rule]) -> Readers:
    """Return the rules about wording among the given rules."""
    found = tuple((rule, rule.read) for rule in rules if rule.read)
    heads = tuple(pair for pair in found if not pair[0].of_bodies)
    words = sorted({word for rule, _ in heads if rule.signs for word in (*rule.signs.latin, *rule.signs.other)})
    signs = re.compile("|".join(map(re.escape, words)) or r"(?!)")
    return Readers(heads, found, tuple(pair for pair in heads if pair[0].signs is None), signs)


READERS = readers_of(RULES)


def read(
    entry: Entry[Any],
    links: Sequence[Link],
    vocabulary: Vocabulary,
    readers: Readers = READERS,
    weights: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Finding]:
    """Yield the findings of the rules about wording in one entry, which need nothing else of the portal."""
    for prose in texts(entry, links):
        for rule, look in readers.of(prose):
            for finding in look(prose, vocabulary):
                if weights.get(rule.code) != "off":
                    yield _stamped(rule, finding, weights)


def traits_of(entry: Entry[Any], rules: Iterable[Rule] = RULES) -> frozenset[int]:
    """Return the traits of an entry for all rules that compare bodies, as CRC-32 numbers."""
    named = ((rule.code, trait) for rule in rules if rule.traits for trait in rule.traits(entry))
    return frozenset(crc32(f"{code} {trait}".encode("utf-8", "surrogatepass")) for code, trait in named)


def rule_named(word: str) -> Rule | None:
    """Return the rule with this code or name, in upper or lower case."""
    return next((rule for rule in RULES if word.upper() == rule.code or word.lower() == rule.name), None)


def _stamped(rule: Rule, finding: Finding, weights: Mapping[str, str]) -> Finding:
    """Return a finding with code, name and severity. The organisation's severity comes before the finding's and the rule's."""
    weight = weights.get(rule.code)
    severity = rule.severity if finding.severity is Severity.ERROR else finding.severity
    return replace(finding, code=rule.code, name=rule.name, severity=Severity(weight) if weight else severity)
