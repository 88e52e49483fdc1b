"""ORG004: a task without an owner."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.entry_types import Plan
from yuandi.portal.portal import Portal


@rule("ORG004", "task-without-owner", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def task_without_owner(portal: Portal) -> Iterator[Finding]:
    """A task has neither a person nor a unit."""
    for entry in portal.of(Plan):
        for index, task in enumerate(entry.record.tasks):
            if not task.person and not task.unit:
                yield Finding(
                    entry.at("tasks", index),
                    Text(
                        f"任务“{task.title}”没有责任人，也没有责任单位。",
                        f"The task `{task.title}` has neither a person nor a unit.",
                    ),
                    Text("写上 `person` 或 `unit`。", "Add `person` or `unit`."),
                )
