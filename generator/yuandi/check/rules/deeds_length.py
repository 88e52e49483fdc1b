"""SEL004: the account of deeds is too short or too long."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.standards import standard_of
from yuandi.entry_types import Application
from yuandi.facts.standing import Purpose, counts_for
from yuandi.markdown.word_count import count_words
from yuandi.portal.portal import Portal


@rule("SEL004", "deeds-length", Severity.WARNING, Scope.ENTRY, AtOnce.NEVER)
def deeds_length(portal: Portal) -> Iterator[Finding]:
    """The number of words of an application is outside the bounds of the policy."""
    for entry in portal.of(Application) if portal.measure("SEL-06") else ():
        standard = standard_of(portal, "SEL-06", entry, entry.record.year)
        if standard is None or not counts_for(entry, Purpose.RULES):
            continue
        standard = standard.on_both_sides
        words = entry.record.words
        if words is None:
            words = count_words(entry.body, portal.policy.in_force.word_count) or None
        if words is not None and not standard.allows(words):
            yield Finding(
                entry.at("words"),
                Text(
                    f"事迹材料 {words} 字，SEL-06 要求 {standard.bounds} 字。",
                    f"The account has {words} words; SEL-06 asks for {standard.bounds}.",
                ),
                Text("增删材料，或改正“字数”。", "Shorten or extend the account, or correct `words`."),
            )
