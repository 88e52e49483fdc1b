"""A report with what is needed to print it: the texts it points into, the files that were read, the counts by group."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yuandi.base.diagnostics import Finding, Report, Severity
from yuandi.base.source import Document
from yuandi.base.text import Text

if TYPE_CHECKING:
    from yuandi.content.entry import Entry
    from yuandi.portal.portal import Portal

NO_COLUMN = Text("（无栏目）", "(no column)")
_COLUMNS = Text("按栏目：", "By column:")
_UNITS = Text("按单位：", "By unit:")
NO_UNIT = Text("（无单位）", "(no unit)")


@dataclass(frozen=True, slots=True)
class Group:
    """A column or a unit, or what belongs to none, with its number of findings of each severity."""

    id: str
    title: Text
    counts: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that any format of the report says. `folder` is the portal's in its repository, with a slash at its end."""

    report: Report
    documents: Mapping[str, Document]
    files: tuple[str, ...]
    columns: tuple[Group, ...]
    units: tuple[Group, ...]
    folder: str = ""

    @property
    def tables(self) -> tuple[tuple[Text, tuple[Group, ...]], ...]:
        """The counts by group, with their titles."""
        return (_COLUMNS, self.columns), (_UNITS, self.units)


def sheet_of(report: Report, portal: "Portal") -> Sheet:
    """What is printed of a report on a portal."""
    of = _entries(portal)
    named_in = {finding.at.file for finding in report.findings}
    columns = {column.id: Text(column.title, column.title) for column in portal.columns}
    units = {unit.id: Text(unit.name, unit.name) for unit in portal.units}
    return Sheet(
        report,
        {path: document for path, document in portal.documents.items() if path in named_in},
        tuple(sorted(portal.documents.keys() | named_in)),
        _groups(report.findings, {path: _column(portal, entry) for path, entry in of.items()}, columns, NO_COLUMN),
        _groups(report.findings, {path: _unit(portal, entry) for path, entry in of.items()}, units, NO_UNIT),
        _folder(portal.settings.root),
    )


def _entries(portal: "Portal") -> "dict[str, Entry[Any]]":
    """The entry of each file: itself, and the tables beside it."""
    from yuandi.content.addresses import named
    from yuandi.load.tables import tables_named

    found: dict[str, Entry[Any]] = {}
    for entry in portal.entries:
        for name, _ in tables_named(entry):
            table = portal.tables.get(named(entry.path, name))
            if table:
                found.setdefault(table.document.path, entry)
        found[entry.origin.document.path] = entry
    return found


def _column(portal: "Portal", entry: "Entry[Any]") -> str:
    column = portal.column_of(entry)
    return column.id if column else ""


def _unit(portal: "Portal", entry: "Entry[Any]") -> str:
    unit = portal.units.find(entry.record.unit) if entry.record.unit else None
    return unit.id if unit else ""


def _groups(
    findings: Iterable[Finding], of: Mapping[str, str], titles: Mapping[str, Text], none: Text
) -> tuple[Group, ...]:
    """The groups in which something was found, in the order of their data file; what belongs to none comes last."""
    counts = Counter((of.get(finding.at.file, ""), finding.severity) for finding in findings)
    present = {group for group, _ in counts}
    return tuple(
        Group(
            group, title, (counts[group, Severity.ERROR], counts[group, Severity.WARNING], counts[group, Severity.INFO])
        )
        for group, title in _in_order(titles, none)
        if group in present
    )


def _in_order(titles: Mapping[str, Text], none: Text) -> Iterator[tuple[str, Text]]:
    yield from titles.items()
    yield "", none


def _folder(root: Path) -> str:
    """Where the portal is in its repository: the programs that read reports name files from its top."""
    for top in (root, *root.parents):
        if (top / ".git").exists():
            relative = root.relative_to(top).as_posix()
            return "" if relative == "." else f"{relative}/"
    return ""
