"""The check of a portal: every rule, the severities that the organisation sets, waivers, and one order."""

from yuandi.check.check import READERS, check, read, reported, rule_named, said_by, traits_of
from yuandi.check.rule import AtOnce, LinkSeen, Rule, Scope
from yuandi.check.rules import RULES
from yuandi.check.vocabulary import vocabulary_of

__all__ = [
    "READERS",
    "RULES",
    "AtOnce",
    "LinkSeen",
    "Rule",
    "Scope",
    "check",
    "read",
    "reported",
    "rule_named",
    "said_by",
    "traits_of",
    "vocabulary_of",
]
