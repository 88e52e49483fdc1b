"""PRJ004: a unit has more topics at once than the policy allows."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.standards import Standard, in_force, nearest_unit, standards
from yuandi.content.entry import Entry
from yuandi.entry_types import Project
from yuandi.facts.standing import weighed
from yuandi.portal.portal import Portal

Topic: TypeAlias = Entry[Project]

_CODES = ("AL-16", "AL-01")


@rule("PRJ004", "overlapping-topics", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def overlapping_topics(portal: Portal) -> Iterator[Finding]:
    """A topic of a unit starts before the previous one ends, or with more topics at once than allowed."""
    reported: set[str] = set()
    for code in _CODES:
        for standard in standards(portal, portal.measure(code)):
            for topics in _by_unit(portal, standard).values():
                for entry, running in _too_many(standard, topics):
                    if entry.path not in reported:
                        reported.add(entry.path)
                        yield Finding(entry.at("span"), _message(standard, running), _HINT, standard.severity)


_HINT = Text("待前一个课题结束再开始。", "Begin after the previous topic has ended.")


def _too_many(standard: Standard, topics: list[Topic]) -> Iterator[tuple[Topic, list[Topic]]]:
    """Yield each topic that begins while the greatest number allowed is still running, with the running ones."""
    most = _most(standard)
    running: list[Topic] = []
    for entry in topics if most is not None else ():
        start = entry.record.span.start
        running = [topic for topic in running if topic.record.span.end > start]
        if most is not None and len(running) >= most and in_force(standard.measure, start.year):
            yield entry, running
        running = [*running, entry]


def _by_unit(portal: Portal, standard: Standard) -> Mapping[str, list[Topic]]:
    """The topics of each unit that the measure is about, by their beginning."""
    found: dict[str, list[Topic]] = {}
    for entry in sorted(_topics(portal), key=lambda topic: (topic.record.span.start, topic.record.date, topic.path)):
        unit = portal.units.find(entry.record.unit)
        holder = unit and nearest_unit(portal, standard.measure.subject, unit)
        if holder:
            found.setdefault(holder.id, []).append(entry)
    return found


def _topics(portal: Portal) -> Iterator[Topic]:
    """Yield all topics that count; a part of another topic is not one."""
    for entry in weighed(portal, Project):
        above = portal.named_by(entry, entry.record.part_of) if entry.record.part_of else None
        if above is None or not isinstance(above.record, Project):
            yield entry


def _most(standard: Standard) -> int | None:
    """Return how many topics a measure allows at once: its upper bound, and 1 for AL-16 without one."""
    if standard.highest is not None:
        return int(standard.highest)
    return 1 if standard.measure.code == "AL-16" else None


def _message(standard: Standard, running: list[Topic]) -> Text:
    code, most = standard.measure.code, _most(standard)
    if most == 1:
        last = max(running, key=lambda topic: topic.record.span.end).record
        return Text(
            f"“{last.title}”到 {last.span.end} 才结束，{code} 要求前一个结束再开始。",
            f"“{last.title}” ends on {last.span.end}; {code} allows one topic at a time.",
        )
    titles = [topic.record.title for topic in running]
    return Text(
        f"同时还有 {len(titles)} 个课题（{'、'.join(titles)}），{code} 的上限是 {most} 个。",
        f"{len(titles)} other topics run at the same time ({', '.join(titles)}); {code} allows at most {most}.",
    )
