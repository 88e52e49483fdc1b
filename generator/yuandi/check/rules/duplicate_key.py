"""FM008: one key twice in one mapping."""

from collections.abc import Iterator

from yuandi.check.rule import rule
from yuandi.diagnostics import Finding, Severity
from yuandi.portal import Portal
from yuandi.text import Text

_HINT = Text("只留一个；前一个的值已被采用。", "Keep one of them; the value of the first was taken.")


@rule("FM008", "duplicate-key", Severity.ERROR)
def duplicate_key(portal: Portal) -> Iterator[Finding]:
    """A key twice in one mapping."""
    for fault in portal.faults_of("FM008"):
        yield Finding(fault.at, Text(f"`{fault.key}` 写了两次。", f"`{fault.key}` is given twice."), _HINT)
