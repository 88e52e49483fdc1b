"""ASM003: assessment results without a circular."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.entry_types import Assessment, Notice
from yuandi.entry_types.notice import NoticeKind
from yuandi.facts.standing import Purpose, counts_for, weighed
from yuandi.portal.portal import Portal


@rule("ASM003", "missing-circular", Severity.WARNING, Scope.HEADS, AtOnce.NEVER)
def missing_circular(portal: Portal) -> Iterator[Finding]:
    """No circular names the assessment as its `basis`, where the policy asks for one."""
    if not portal.policy.in_force.circular_required:
        return
    known = {
        target.id
        for notice in weighed(portal, Notice)
        if notice.record.kind is NoticeKind.CIRCULAR and counts_for(notice, Purpose.NUMBERS)
        for word in notice.record.basis
        if (target := portal.named_by(notice, word))
    }
    for entry in weighed(portal, Assessment):
        record = entry.record
        if record.results and counts_for(entry, Purpose.NUMBERS) and entry.id not in known:
            yield Finding(
                entry.at("results"),
                Text("没有以这次考核为“根据”的通报。", "No circular names this assessment as its `basis`."),
                Text(f"发通报，“根据”写 `{entry.id}`。", f"Publish a circular with `basis: [{entry.id}]`."),
            )
