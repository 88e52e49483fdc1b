"""The waivers of entries, and the findings that they cover.

A waiver covers findings in its entry and in the tables of the entry. Findings of a measure are in `policy.yml`: a waiver in
the plan or regulation that brings the measure into force covers all of them, and a waiver in the subject's own entry
covers those about the subject.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yuandi.base.diagnostics import Finding
from yuandi.content.addresses import named
from yuandi.content.entry import Entry
from yuandi.entry_types.record import Waiver
from yuandi.load.tables import tables_named
from yuandi.portal.portal import Portal


@dataclass(frozen=True, slots=True)
class HeldWaiver:
    """One waiver with its entry, its place in `waive`, and the files in which it covers findings."""

    entry: Entry[Any]
    index: int
    waiver: Waiver
    files: frozenset[str]

    def covers(self, finding: Finding) -> bool:
        """Whether the waiver covers a finding with its code."""
        subject = f"{self.entry.type.name}:{self.entry.id} "
        in_force = self.waiver.code in getattr(self.entry.record, "measures", ())
        return finding.at.file in self.files or in_force or finding.about.startswith(subject)


def waivers(portal: Portal) -> Iterator[HeldWaiver]:
    """Yield every waiver of every entry, including those that have ended."""
    for entry in portal.entries:
        if entry.record.waive:
            files = frozenset(_files(portal, entry))
            for index, waiver in enumerate(entry.record.waive):
                yield HeldWaiver(entry, index, waiver, files)


def _files(portal: Portal, entry: Entry[Any]) -> Iterator[str]:
    yield entry.origin.document.path
    for name, _ in tables_named(entry):
        table = portal.tables.get(named(entry.path, name))
        if table:
            yield table.document.path
