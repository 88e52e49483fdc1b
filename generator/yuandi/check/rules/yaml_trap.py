"""FM007: an unquoted value that other YAML tools read as something else."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.portal.portal import Portal


@rule("FM007", "yaml-trap", Severity.WARNING, Scope.HEADS, AtOnce.FILE)
def yaml_trap(portal: Portal) -> Iterator[Finding]:
    """An unquoted value that YAML 1.1 tools read as something else (`1:30`, `010`, `no`)."""
    wrong = {fault.at for fault in portal.faults if fault.code != "FM007"}
    for fault in portal.faults_of("FM007"):
        if fault.at in wrong:
            continue
        yield Finding(
            fault.at,
            Text(
                f"`{fault.key}: {fault.value}` 没有加引号，有的工具会读成别的值。",
                f"`{fault.key}: {fault.value}` is unquoted, and some tools read it as another value.",
            ),
            Text(f'加上引号：`{fault.key}: "{fault.value}"`。', f'Put it in quotes: `{fault.key}: "{fault.value}"`.'),
        )
