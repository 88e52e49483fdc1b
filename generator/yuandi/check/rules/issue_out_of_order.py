"""NUM004: briefs whose issue numbers and dates disagree."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.order import out_of_order
from yuandi.content.entry import Entry
from yuandi.entry_types import Brief
from yuandi.facts.standing import Purpose, counts_for
from yuandi.portal.portal import Portal

Briefs = Sequence[Entry[Brief]]


@rule("NUM004", "issue-out-of-order", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def issue_out_of_order(portal: Portal) -> Iterator[Finding]:
    """The issues of a brief do not ascend with the dates of a year, or the total number is wrong."""
    for years in _series(portal).values():
        told, ended = 0, 0  # the last year that gives total numbers, and its last total number
        for year in sorted(years):
            briefs = sorted(years[year], key=lambda brief: (brief.record.date, brief.record.issue, brief.path))
            wrong = dict(out_of_order(brief.record.issue for brief in briefs))
            yield from (_issue(briefs[place], briefs[other]) for place, other in wrong.items())
            right = [brief for place, brief in enumerate(briefs) if place not in wrong]
            before = _before(right, ended, is_next=told == year - 1)
            if before is not None:
                yield from _totals(right, before, ended if told == year - 1 else max(ended, before))
                told, ended = year, max(before, ended) + max(brief.record.issue for brief in right)


def _series(portal: Portal) -> dict[str, dict[int, list[Entry[Brief]]]]:
    """Return briefs by series and year, without drafts and superseded ones."""
    found: dict[str, dict[int, list[Entry[Brief]]]] = {}
    for entry in portal.of(Brief):
        if counts_for(entry, Purpose.SERIAL):
            found.setdefault(entry.record.series, {}).setdefault(entry.record.date.year, []).append(entry)
    return found


def _before(briefs: Briefs, ended: int, *, is_next: bool) -> int | None:
    """Return the number of issues before the year: as the year before ended, otherwise as most of its briefs imply."""
    counts = Counter(_apart(brief) for brief in briefs if brief.record.total_issue is not None)
    if not counts or (is_next and ended in counts):
        return ended if counts else None
    return max(counts, key=lambda before: counts[before])  # of equal counts the first


def _totals(briefs: Briefs, before: int, least: int) -> Iterator[Finding]:
    """Yield total numbers that disagree with others of the year, and the first of a year that disagrees with earlier years."""
    is_wrong = before != least
    for brief in briefs:
        if brief.record.total_issue is None:
            continue
        if _apart(brief) != before:
            yield _total(brief, max(before, least) + brief.record.issue)
        elif is_wrong:
            is_wrong = False
            yield _total(brief, least + brief.record.issue)


def _apart(brief: Entry[Brief]) -> int:
    return (brief.record.total_issue or 0) - brief.record.issue


def _issue(brief: Entry[Brief], other: Entry[Brief]) -> Finding:
    key, issue = brief.origin.key("issue"), brief.record.issue
    if issue == other.record.issue:
        message = Text(f"`{key}: {issue}` 与 {other.path} 重复。", f"`{key}: {issue}` is already used by {other.path}.")
    else:
        message = Text(
            f"`{key}: {issue}` 排在第 {other.record.issue} 期（{_on(other)}，{other.path}）之后。",
            f"`{key}: {issue}` comes after issue {other.record.issue} ({_on(other)}, {other.path}).",
        )
    return Finding(brief.at("issue"), message, Text("核对期号与日期。", "Check the issue number and the date."))


def _on(brief: Entry[Brief]) -> date:
    return brief.record.date


def _total(brief: Entry[Brief], expected: int) -> Finding:
    key, total = brief.origin.key("total_issue"), brief.record.total_issue
    return Finding(
        brief.at("total_issue"),
        Text(
            f"`{key}: {total}` 与前后各期不合，第 {brief.record.issue} 期应为总第 {expected} 期。",
            f"`{key}: {total}` does not match the other issues: issue {brief.record.issue} should be number {expected} in all.",
        ),
        Text("总期号逐期加一，跨年连续。", "The total number goes up by one with each issue, across years."),
    )
