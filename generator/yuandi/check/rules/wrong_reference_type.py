"""REF002: a field that names something of another type."""

from collections.abc import Iterator
from typing import Any

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.references import elsewhere
from yuandi.content.entry import Entry
from yuandi.entry_types import BY_NAME, Column, Group, Person, Unit
from yuandi.lookups.reference import Reference
from yuandi.portal.portal import Portal

_NAMES: dict[type, Text] = {
    Unit: Text("单位", "unit"),
    Person: Text("人员", "person"),
    Group: Text("小组", "group"),
    Column: Text("栏目", "column"),
}
_KINDS = {
    "unit": _NAMES[Unit],
    "person": _NAMES[Person],
    "group": _NAMES[Group],
    "column": _NAMES[Column],
    "measure": Text("指标", "measure"),
    "entry": Text("条目", "entry"),
}


@rule("REF002", "wrong-reference-type", Severity.ERROR, Scope.HEADS, AtOnce.ENTRY)
def wrong_reference_type(portal: Portal) -> Iterator[Finding]:
    """The target exists but is of another type."""
    for reference in portal.references:
        if _fits(reference):
            continue
        target = elsewhere(portal, reference) if reference.target is None else reference.target
        if target is None:
            continue
        is_, wanted = _what(target), _wanted(reference)
        yield Finding(
            reference.at,
            Text(
                f"`{reference.key}: {reference.word}` 是{is_.zh}，这里要的是{wanted.zh}。",
                f"`{reference.key}: {reference.word}` is {_with_article(is_.en)}; expected: {wanted.en}.",
            ),
            Text("改为合适的编号，或换用别的字段。", "Name one that fits, or use another field."),
        )


def _fits(reference: Reference) -> bool:
    target = reference.target
    if target is None:
        return False
    return not isinstance(target, Entry) or not reference.refers.types or target.type.name in reference.refers.types


def _what(target: Any) -> Text:
    if isinstance(target, Entry):
        return Text(f"“{target.type.label}”条目", f"{target.type.name} entry")
    return _NAMES[type(target)]


def _with_article(name: str) -> str:
    """`a unit`, `an entry`, `an honour-roll entry`."""
    return f"{'an' if name.startswith(('a', 'e', 'i', 'o', 'hono')) else 'a'} {name}"


def _wanted(reference: Reference) -> Text:
    if reference.refers.types:
        known = [BY_NAME[name] for name in reference.refers.types]
        return Text("、".join(f"“{kind.label}”条目" for kind in known), " or ".join(kind.name for kind in known))
    kinds = reference.refers.kinds
    return Text("、".join(_KINDS[kind].zh for kind in kinds), " or ".join(_KINDS[kind].en for kind in kinds))
