"""DAT004: days between two phases that no phase covers."""

from collections.abc import Iterator
from datetime import timedelta

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.entry_types import Plan
from yuandi.portal.portal import Portal


@rule("DAT004", "phase-gap", Severity.WARNING, Scope.HEADS, AtOnce.NEVER)
def phase_gap(portal: Portal) -> Iterator[Finding]:
    """Days between two phases that no phase covers, in whatever order the phases are listed."""
    day = timedelta(days=1)
    for entry in portal.of(Plan):
        phases = [(phase, index) for index, phase in enumerate(entry.record.phases) if phase.start <= phase.end]
        phases.sort(key=lambda pair: (pair[0].start, pair[1]))
        until = phases[0][0].end if phases else None
        for phase, index in phases:
            if until is not None and phase.start > until + day:
                first, last = until + day, phase.start - day
                zh, en = (f"{first}", f"{first}") if first == last else (f"{first} 至 {last}", f"{first} to {last}")
                yield Finding(
                    entry.at("phases", index, "from"),
                    Text(
                        f"“{phase.name}”之前的 {zh} 不属于任何阶段。",
                        f"No phase covers {en}, before `{phase.name}`.",
                    ),
                    Text("把两个阶段接上，或补上中间的阶段。", "Close the gap, or add the phase that is missing."),
                )
            until = max(until or phase.end, phase.end)
