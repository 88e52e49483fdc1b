"""FM004: a field that the type does not have."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text, did_you_mean
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.portal.portal import Portal

_EXTRA = Text("本单位自定的字段写在 `extra:` 下面。", "An organisation's own fields go under `extra:`.")


@rule("FM004", "unknown-field", Severity.ERROR, Scope.HEADS, AtOnce.FILE)
def unknown_field(portal: Portal) -> Iterator[Finding]:
    """A field the type does not have; the hint names the nearest."""
    for fault in portal.faults_of("FM004"):
        message = Text(f"没有 `{fault.key}` 这个字段。", f"`{fault.key}` is not a field here.")
        yield Finding(fault.at, message, did_you_mean(fault.key, fault.known, fault.hint or _EXTRA))
