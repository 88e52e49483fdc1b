"""A report with everything needed to print it: the texts that it points into, the files read, the counts by group."""

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
class FindingCounts:
    """A column or a unit with its numbers of findings of each severity; the empty id is for findings without one."""

    id: str
    title: Text
    counts: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """Everything that the formats of a report print.

    `folder` is the path of the portal in its repository, with a trailing slash.
    """

    report: Report
    documents: Mapping[str, Document]
    files: tuple[str, ...]
    columns: tuple[FindingCounts, ...]
    units: tuple[FindingCounts, ...]
    folder: str = ""

    @property
    def tables(self) -> tuple[tuple[Text, tuple[FindingCounts, ...]], ...]:
        """The counts by column and by unit, each with its title."""
        return (_COLUMNS, self.columns), (_UNITS, self.units)


def printed_report(report: Report, portal: "Portal") -> PrintedReport:
    """A report on a portal, ready to be printed."""
    entries = _entries(portal)
    named_in = {finding.at.file for finding in report.findings}
    columns = {column.id: Text(column.title, column.title) for column in portal.columns}
    units = {unit.id: Text(unit.name, unit.name) for unit in portal.units}
    column_of = {path: _column(portal, entry) for path, entry in entries.items()}
    unit_of = {path: _unit(portal, entry) for path, entry in entries.items()}
    return PrintedReport(
        report=report,
        documents={path: document for path, document in portal.documents.items() if path in named_in},
        files=tuple(sorted(portal.documents.keys() | named_in)),
        columns=_groups(report.findings, column_of, columns, NO_COLUMN),
        units=_groups(report.findings, unit_of, units, NO_UNIT),
        folder=_folder(portal.settings.root),
    )


def _entries(portal: "Portal") -> "dict[str, Entry[Any]]":
    """The entry of each file: of Markdown files, and of the tables beside them."""
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
    findings: Iterable[Finding], group_of: Mapping[str, str], titles: Mapping[str, Text], none: Text
) -> tuple[FindingCounts, ...]:
    """The counts of all groups with findings, in the order of their data file; findings without a group come last.

    `group_of` gives the id of a file's group.
    """
    counts = Counter((group_of.get(finding.at.file, ""), finding.severity) for finding in findings)
    present = {group for group, _ in counts}
    return tuple(
        FindingCounts(
            group, title, (counts[group, Severity.ERROR], counts[group, Severity.WARNING], counts[group, Severity.INFO])
        )
        for group, title in _in_order(titles, none)
        if group in present
    )


def _in_order(titles: Mapping[str, Text], none: Text) -> Iterator[tuple[str, Text]]:
    yield from titles.items()
    yield "", none


def _folder(root: Path) -> str:
    """The path of the portal in its repository, from whose root the programs that read reports name files."""
    for top in (root, *root.parents):
        if (top / ".git").exists():
            relative = root.relative_to(top).as_posix()
            return "" if relative == "." else f"{relative}/"
    return ""
