"""FM009: one id on two records, or one address for two files."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.content.entry import Entry, Item
from yuandi.entry_types import Policy
from yuandi.page_plan.planned_portal import PlannedPortal


@rule("FM009", "duplicate-id", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def duplicate_id(portal: PlannedPortal) -> Iterator[Finding]:
    """Two entries or records with one id, or two files with one address."""
    yield from _entries(portal)
    for directory in (portal.units, portal.people, portal.groups, portal.columns):
        yield from _records(directory.items)
    for item in portal.data:
        if isinstance(item.record, Policy):
            yield from _measures(item, item.record)


def _entries(portal: PlannedPortal) -> Iterator[Finding]:
    ids: dict[str, Entry[Any]] = {}
    addresses: dict[str, Entry[Any]] = {}
    for entry in sorted(portal.entries, key=_age):
        if entry.id in ids:
            yield _same_id(entry, ids[entry.id])
        elif entry.address in addresses or portal.generates(entry.address):
            yield _same_address(entry, addresses.get(entry.address))
        ids.setdefault(entry.id, entry)
        addresses.setdefault(entry.address, entry)


def _age(entry: Entry[Any]) -> tuple[date, str]:
    return (entry.record.date or date.min, entry.path)


def _same_id(entry: Entry[Any], first: Entry[Any]) -> Finding:
    return Finding(
        entry.at("id"),
        Text(f"编号 `{entry.id}` 已被 {first.path} 使用。", f"The id `{entry.id}` is already used by {first.path}."),
        Text("编号不可重复，请另起一个。", "Ids are unique. Choose another one."),
    )


def _same_address(entry: Entry[Any], first: Entry[Any] | None) -> Finding:
    zh, en = (first.path, first.path) if first else ("自动生成的页面", "a generated page")
    return Finding(
        entry.origin.document.top(),
        Text(f"地址 `{entry.address}` 与 {zh} 相同。", f"The address `{entry.address}` is also the address of {en}."),
        Text("给这个文件改名。", "Rename this file."),
    )


def _records(items: tuple[Item[Any], ...]) -> Iterator[Finding]:
    seen: dict[str, Item[Any]] = {}
    for item in items:
        if item.record.id in seen and not _is_below(item, seen[item.record.id]):
            line = seen[item.record.id].at("id").line
            yield Finding(
                item.at("id"),
                Text(
                    f"编号 `{item.record.id}` 在第 {line} 行已经用过。",
                    f"The id `{item.record.id}` is already used on line {line}.",
                ),
                Text("编号不可重复，请另起一个。", "Ids are unique. Choose another one."),
            )
        seen.setdefault(item.record.id, item)


def _measures(item: Item[Any], policy: Policy) -> Iterator[Finding]:
    """Yield measures of one file with the same code; several requirements under one code are its `cases`."""
    seen: dict[str, int] = {}
    for index, measure in enumerate(policy.measures):
        if measure.code in seen:
            line = item.at("measures", seen[measure.code], "code").line
            yield Finding(
                item.at("measures", index, "code"),
                Text(
                    f"编号 `{measure.code}` 在第 {line} 行已经用过。",
                    f"The code `{measure.code}` is already used on line {line}.",
                ),
                Text(
                    "给它另一个编号，或写成前一项的 `cases`。",
                    "Give it another code, or make it one of the `cases` of the first.",
                ),
            )
        seen.setdefault(measure.code, index)


def _is_below(item: Item[Any], other: Item[Any]) -> bool:
    """A unit inside the unit of its own id is a cycle: REF003 reports it."""
    return item.path[: len(other.path)] == other.path
