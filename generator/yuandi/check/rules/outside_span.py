"""DAT002: a milestone outside its phase, a phase outside the plan."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.content.entry import Entry
from yuandi.entry_types import Plan
from yuandi.entry_types.plan import Phase
from yuandi.entry_types.record import Range
from yuandi.portal.portal import Portal


@rule("DAT002", "outside-span", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def outside_span(portal: Portal) -> Iterator[Finding]:
    """A milestone is due outside its phase, or a phase lies outside the plan; first and last days are inside."""
    for entry in portal.of(Plan):
        for index, phase in enumerate(entry.record.phases):
            if phase.start <= phase.end:
                yield from _phase(entry, index, phase, entry.record.span)
                yield from _milestones(entry, index, phase)


def _phase(entry: Entry[Plan], index: int, phase: Phase, span: Range) -> Iterator[Finding]:
    """Yield the end of the phase that is outside the plan; its beginning if all of it is."""
    keys = []
    if phase.start < span.start or phase.start > span.end:
        keys.append("from")
    if phase.end > span.end >= phase.start:
        keys.append("to")
    for key in keys if span.start <= span.end else ():
        day = phase.start if key == "from" else phase.end
        yield Finding(
            entry.at("phases", index, key),
            Text(
                f"阶段“{phase.name}”的 {day} 不在方案的 {span.start} 至 {span.end} 之内。",
                f"{day} in the phase `{phase.name}` is outside the plan ({span.start} to {span.end}).",
            ),
            Text("改正阶段，或改正方案的 `span`。", "Correct the phase, or the plan's `span`."),
        )


def _milestones(entry: Entry[Plan], index: int, phase: Phase) -> Iterator[Finding]:
    for number, milestone in enumerate(phase.milestones):
        if milestone.due is not None and not phase.start <= milestone.due <= phase.end:
            yield Finding(
                entry.at("phases", index, "milestones", number, "due"),
                Text(
                    f"节点“{milestone.name}”的期限 {milestone.due} 不在阶段的 {phase.start} 至 {phase.end} 之内。",
                    f"The milestone `{milestone.name}` is due on {milestone.due}, "
                    f"outside its phase ({phase.start} to {phase.end}).",
                ),
                Text(
                    "改正期限，或把节点移到合适的阶段。",
                    "Correct the date, or move the milestone to the phase that has it.",
                ),
            )
