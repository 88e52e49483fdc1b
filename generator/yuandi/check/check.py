"""A portal → the report on it: all rules, the organisation's own weights, named exceptions, one order."""

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
"""Gives what the rules about wording find, once that is known."""


def here(portal: PlannedPortal, rules: Sequence[Rule]) -> Reading:
    """Read all texts in this process, when they are asked for."""
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
    """Everything to put right in the portal, sorted by place. Who asks all rules asks the measures too.

    `begin` may begin to read texts elsewhere while the rules about front matter run.
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
    """The report of what was found: without what is waived, with what the last rules say of it, in order."""
    weights = portal.policy.rules
    asked = tuple(asked)
    unasked = frozenset(rule.code for rule in RULES) - {rule.code for rule in asked}
    # what stands behind a YAML alias is read at each of its places
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
    """What one rule that looks at a portal finds, waived or not."""
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
        """The rules that may find anything in a text. Most titles and summaries have no sign of any rule."""
        if prose.part != "body":
            return self.of_heads if self.signs.search(prose.text) else self.unsigned
        return [pair for pair in self.of_bodies if pair[0].signs is None or prose.has_any(pair[0].signs)]


def readers_of(rules: Iterable[Rule]) -> Readers:
    """The rules about wording among some."""
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
    """What the rules about wording find in one entry; nothing else of the portal is needed."""
    for prose in texts(entry, links):
        for rule, look in readers.of(prose):
            for finding in look(prose, vocabulary):
                if weights.get(rule.code) != "off":
                    yield _stamped(rule, finding, weights)


def traits_of(entry: Entry[Any], rules: Iterable[Rule] = RULES) -> frozenset[int]:
    """The traits of an entry for all rules that compare bodies, as numbers."""
    named = ((rule.code, trait) for rule in rules if rule.traits for trait in rule.traits(entry))
    return frozenset(crc32(f"{code} {trait}".encode("utf-8", "surrogatepass")) for code, trait in named)


def rule_named(word: str) -> Rule | None:
    """The rule with this code or name, in any case."""
    return next((rule for rule in RULES if word.upper() == rule.code or word.lower() == rule.name), None)


def _stamped(rule: Rule, finding: Finding, weights: Mapping[str, str]) -> Finding:
    """A finding with what the rule is. A finding may weigh less than the rule; the organisation's weight is the last word."""
    weight = weights.get(rule.code)
    severity = rule.severity if finding.severity is Severity.ERROR else finding.severity
    return replace(finding, code=rule.code, name=rule.name, severity=Severity(weight) if weight else severity)
