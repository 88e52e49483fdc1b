"""Named, dated exceptions of entries, and which findings they cover.

A waiver holds in the entry and the tables beside it. For a measure, whose findings stand in `policy.yml`, it holds in the
plan or regulation that brings the measure into force, for all, and in an entry that is itself the subject.
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
    """One waiver, where it stands, and the files that it holds in."""

    entry: Entry[Any]
    index: int
    waiver: Waiver
    files: frozenset[str]

    def covers(self, finding: Finding) -> bool:
        """Whether a finding of the waiver's code is one that it speaks of."""
        subject = f"{self.entry.type.name}:{self.entry.id} "
        in_force = self.waiver.code in getattr(self.entry.record, "measures", ())
        return finding.at.file in self.files or in_force or finding.about.startswith(subject)


def waivers(portal: Portal) -> Iterator[HeldWaiver]:
    """Every waiver of every entry, also those that have ended."""
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
