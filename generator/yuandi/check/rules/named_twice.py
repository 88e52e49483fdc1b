"""SEL007: one subject twice on the rolls of one award and year."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.honours import identity, shown_name
from yuandi.entry_types import HonourRoll
from yuandi.facts.standing import weighed
from yuandi.portal.portal import Portal

_HINT = Text(
    "删去重复的一处；确有两人同名的，写明编号或单位。",
    "Remove one of them. If two share a name, give their ids or units.",
)


@rule("SEL007", "named-twice", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def named_twice(portal: Portal) -> Iterator[Finding]:
    """One subject twice for one award and year; the later one is reported."""
    first: dict[tuple[object, ...], str] = {}
    for roll in sorted(weighed(portal, HonourRoll), key=lambda roll: (roll.record.date, roll.path)):
        award = "".join(roll.record.award.split())
        for index, line in enumerate(roll.record.entries):
            key = (award, roll.record.year, *identity(portal, line))
            if key not in first:
                first[key] = roll.path
                continue
            name = shown_name(portal, line)
            yield Finding(
                roll.at("entries", index, "ref" if line.ref else "name"),
                Text(
                    f"“{name}”在 {roll.record.year} 年的“{roll.record.award}”中已有一次（{first[key]}）。",
                    f"{name} is already on a roll of this award for {roll.record.year} ({first[key]}).",
                ),
                _HINT,
            )
