"""ASM002: the total is not the sum of the scores, or a score is above its maximum."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.standards import exact, figure
from yuandi.content.entry import Entry
from yuandi.entry_types import Assessment
from yuandi.entry_types.assessment import ItemScore, Score
from yuandi.front_matter.parse import Path
from yuandi.portal.portal import Portal


@rule("ASM002", "total-disagrees", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def total_disagrees(portal: Portal) -> Iterator[Finding]:
    """The total is not the sum of the items, or a score is above its maximum."""
    for entry in portal.of(Assessment):
        record = entry.record
        yield from _check(entry, (), record.items, record.total)
        for index, result in enumerate(record.results):
            yield from _check(entry, ("results", index), result.items, result.total)


def _check(
    entry: Entry[Assessment], path: Path, items: Sequence[Score | ItemScore], total: float | None
) -> Iterator[Finding]:
    for index, item in enumerate(items):
        most = item.max if item.max is not None else _maximum(entry.record.items, index, item.name)
        if item.score is not None and most is not None and item.score > most:
            yield Finding(entry.at(*path, "items", index, "score"), _above(item.score, most), _HINT)
    scores = [item.score for item in items if item.score is not None]
    if total is None or not scores or len(scores) < len(items):
        return
    real = sum(map(exact, scores), Decimal(0))
    if real != exact(total):
        yield Finding(entry.at(*path, "total"), _not_the_sum(total, real), _HINT)


_HINT = Text("核对各项得分与总分。", "Check the scores and the total.")


def _maximum(items: Sequence[Score], index: int, name: str | None) -> float | None:
    """Return the maximum of an item in the assessment, by name, otherwise by place."""
    if name is None:
        return items[index].max if index < len(items) else None
    return next((item.max for item in items if item.name == name), None)


def _above(score: float, most: float) -> Text:
    return Text(
        f"得 {figure(score)} 分，超过满分 {figure(most)} 分。",
        f"A score of {figure(score)} is above the maximum of {figure(most)}.",
    )


def _not_the_sum(total: float, real: Decimal) -> Text:
    shown = figure(real)
    return Text(
        f"总分 {figure(total)}，各项之和是 {shown}。", f"The total is {figure(total)}, but the items add up to {shown}."
    )
