"""DAT003: phases that overlap or are in the wrong order."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.entry_types import Plan
from yuandi.portal.portal import Portal


@rule("DAT003", "phases-out-of-order", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def phases_out_of_order(portal: Portal) -> Iterator[Finding]:
    """A phase begins before one above it has ended; first and last days belong to their phase."""
    for entry in portal.of(Plan):
        phases = [(index, phase) for index, phase in enumerate(entry.record.phases) if phase.start <= phase.end]
        before = phases[0][1] if phases else None
        for index, phase in phases[1:]:
            if before is not None and phase.start <= before.end:
                yield Finding(
                    entry.at("phases", index, "from"),
                    Text(
                        f"阶段“{phase.name}”从 {phase.start} 起，前面的“{before.name}”到 {before.end} 才止。",
                        f"The phase `{phase.name}` begins on {phase.start}, but `{before.name}` before it ends on {before.end}.",
                    ),
                    Text(
                        "首尾两天都算在内；错开日期，并按先后排列。",
                        "The first and the last day both count. Separate the phases, and list them in order.",
                    ),
                )
            before = phase if before is None or phase.end > before.end else before
