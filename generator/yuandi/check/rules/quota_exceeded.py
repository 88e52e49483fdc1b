"""SEL001: more selected in a category than its share allows."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.honours import identity
from yuandi.check.rules.shared.standards import Standard, exact, figure, in_force, standards
from yuandi.entry_types import HonourRoll, Measure
from yuandi.entry_types.kinds import category
from yuandi.facts.population import heads_of, population_of
from yuandi.facts.standing import weighed
from yuandi.portal.portal import Portal

_BY_CODE = {"SEL-01": "county-branch", "SEL-02": "department", "SEL-03": "internal-unit", "SEL-04": "employee"}


@dataclass(frozen=True, slots=True)
class _Quota:
    """A ceiling of the policy: the categories that it counts, as written there, and the award."""

    standard: Standard
    words: tuple[str, ...]
    award: str

    @property
    def labels(self) -> frozenset[str]:
        return frozenset(map(category, self.words))


@rule("SEL001", "quota-exceeded", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def quota_exceeded(portal: Portal) -> Iterator[Finding]:
    """More subjects are selected in a category than its ceiling allows."""
    quotas = tuple(_quotas(portal))
    for roll in weighed(portal, HonourRoll) if quotas else ():
        selected = _selected(portal, roll.record)
        for quota in quotas:
            if in_force(quota.standard.measure, roll.record.year) and quota.award in roll.record.award:
                count = sum(selected[label] for label in quota.labels)
                ceiling, base = _ceiling(portal, quota, roll.record)
                if ceiling is not None and count > ceiling:
                    message = _message(quota, count, ceiling, base)
                    about = " ".join(sorted(quota.labels))
                    yield Finding(roll.at("entries"), message, _HINT, quota.standard.severity, about=about)


_HINT = Text("减少名单，或改正“基数”。", "Shorten the list, or correct `populations`.")


def _quotas(portal: Portal) -> Iterator[_Quota]:
    for measure in portal.policy.measures:
        for standard in standards(portal, measure):
            words = _categories(standard.measure)
            if words and (standard.measure.at_most_share or standard.measure.highest is not None):
                award = standard.measure.measure.where.get("award") if standard.measure.measure else None
                yield _Quota(standard, words, str(award or ""))


def _categories(measure: Measure) -> tuple[str, ...]:
    """Return the categories that a measure counts on rolls: its own, otherwise the kind of its units, otherwise by its code."""
    quantity, subject = measure.measure, measure.subject
    if not (measure.code in _BY_CODE or (quantity and "honour-roll" in (quantity.count, quantity.of))):
        return ()
    where = quantity.where if quantity else {}
    named = where.get("category") or where.get("entries.category")
    if named:
        return tuple(map(str, named)) if isinstance(named, list | tuple) else (str(named),)
    if subject.people is not None or measure.code == "SEL-04":
        return ("employee",)
    kinds = subject.units.kind if subject.units else ()
    return kinds or ((_BY_CODE[measure.code],) if measure.code in _BY_CODE else ())


def _selected(portal: Portal, roll: HonourRoll) -> Mapping[str, int]:
    """Return the number of different subjects in each category."""
    return Counter(label for label, _ in {(category(line.category), identity(portal, line)) for line in roll.entries})


def _ceiling(portal: Portal, quota: _Quota, roll: HonourRoll) -> tuple[int | None, int]:
    """Return the ceiling and the number that it is a share of; None if neither the roll nor units.yml gives that number."""
    standard, share = quota.standard, quota.standard.measure.at_most_share
    if share is None:
        return _whole(standard.highest or Decimal(0), standard), 0
    base = _base(portal, quota, roll)
    if base is None:
        return None, 0
    ceiling = _whole(exact(share.share) * base * (1 + standard.tolerance), standard)
    return max(ceiling, 1) if portal.policy.in_force.at_least_one and base else ceiling, base


def _whole(most: Decimal, standard: Standard) -> int:
    """Return the greatest whole number up to a bound; below it if the measure is strict."""
    if standard.measure.strict:
        return int(most.to_integral_value(ROUND_CEILING)) - 1
    return int(most.to_integral_value(ROUND_FLOOR))


def _base(portal: Portal, quota: _Quota, roll: HonourRoll) -> int | None:
    """Return the number that a share is taken of: from the roll, otherwise from units.yml."""
    given = {category(name) for name in roll.populations}
    share = quota.standard.measure.at_most_share
    if share and share.of != "population" and not quota.labels <= given:
        return heads_of(portal, share.of, roll.year) or None
    known = [number for label in sorted(quota.labels) if (number := population_of(portal, roll, label)) is not None]
    return sum(known) if len(known) == len(quota.labels) else None


def _message(quota: _Quota, count: int, ceiling: int, base: int) -> Text:
    label, word = "、".join(map(category, quota.words)), "`, `".join(quota.words)
    share = quota.standard.measure.at_most_share
    part = f"{figure(exact(share.share) * 100)}%" if share else ""
    return Text(
        f"“{label}”评选了 {count} 个，{quota.standard.measure.code} 的上限是 {ceiling} 个"
        + (f"（{base} 的 {part}）。" if share else "。"),
        f"Selected in `{word}`: {count}; {quota.standard.measure.code} allows at most {ceiling}"
        + (f" ({part} of {base})." if share else "."),
    )
