"""FM003: a required field is missing."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.load.faults import Fault
from yuandi.portal.portal import Portal


@rule("FM003", "missing-field", Severity.ERROR, Scope.HEADS, AtOnce.FILE)
def missing_field(portal: Portal) -> Iterator[Finding]:
    """A required field is missing."""
    for fault in portal.faults_of("FM003"):
        yield Finding(fault.at, _message(fault), _hint(fault), about=fault.key or " ".join(fault.known))


def _message(fault: Fault) -> Text:
    if fault.value == "nothing":
        return Text("文件没有文件头，不知道它是什么。", "The file has no front matter, so its type is unknown.")
    if fault.known:
        one_of = "` / `".join(fault.known)
        return Text(f"`{one_of}` 至少要填一项。", f"One of `{one_of}` is required.")
    return Text(f"缺少必填字段 `{fault.key}`。", f"The required field `{fault.key}` is missing.")


def _hint(fault: Fault) -> Text:
    if fault.hint:
        return fault.hint
    if fault.value == "nothing":
        fields = "、".join(f"`{name}`" for name in fault.known)
        return Text(
            f"在开头写上 `---`、字段和 `---`；至少需要 {fields}。",
            f"Begin the file with `---`, the fields and `---`. Required: {fields.replace('、', ', ')}.",
        )
    if fault.known:
        return Text(f"补上其中一项，如 `{fault.known[0]}: …`。", f"Add one of them, such as `{fault.known[0]}: …`.")
    return Text(f"补上一行 `{fault.key}: …`。", f"Add a line `{fault.key}: …`.")
