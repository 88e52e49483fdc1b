"""FM002: `type` is not a type that Yuandi knows."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text, did_you_mean
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.entry_types import TYPES, type_named
from yuandi.portal.portal import Portal

_WHERE = Text(
    "类型见《内容模型》，或由所在文件夹决定。",
    "The types are listed in the content model; the folder gives the default.",
)


@rule("FM002", "unknown-type", Severity.ERROR, Scope.HEADS, AtOnce.FILE)
def unknown_type(portal: Portal) -> Iterator[Finding]:
    """`type` is not a known type."""
    for fault in portal.faults_of("FM002"):
        yield Finding(fault.at, _message(fault.key, fault.value), did_you_mean(fault.value, fault.known, _WHERE))
    for item in portal.columns.items:
        for index, taken in enumerate(item.record.takes):
            if not type_named(taken.type):
                known = (name.name for name in TYPES)
                yield Finding(
                    item.at("takes", index), _message("takes", taken.type), did_you_mean(taken.type, known, _WHERE)
                )


def _message(key: str, value: str) -> Text:
    return Text(f"`{key}: {value}` 不是已知的类型。", f"`{key}: {value}` is not a known type.")
