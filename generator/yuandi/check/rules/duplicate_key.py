"""FM008: one key twice in one mapping."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.load.faults import Fault
from yuandi.portal.portal import Portal

_HINT = Text("只留一个；前一个的值已被采用。", "Keep one of them. The first value is used.")


@rule("FM008", "duplicate-key", Severity.ERROR, Scope.HEADS, AtOnce.FILE)
def duplicate_key(portal: Portal) -> Iterator[Finding]:
    """A key twice in one mapping."""
    for fault in portal.faults_of("FM008"):
        yield Finding(fault.at, _message(fault), _HINT)


def _message(fault: Fault) -> Text:
    """The same word twice, or a field by both of its names."""
    if fault.value:
        return Text(
            f"`{fault.key}` 与 `{fault.value}` 是同一个字段，写了两次。",
            f"`{fault.key}` and `{fault.value}` are the same field, which is given twice.",
        )
    return Text(f"`{fault.key}` 写了两次。", f"`{fault.key}` is given twice.")
