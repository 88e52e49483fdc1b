"""Named, dated exceptions of entries: which findings they cover. A waiver holds in the entry and the tables beside it.

A measure is waived in the plan or regulation that brings it into force.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yuandi.addresses import named
from yuandi.entry import Entry
from yuandi.load.tables import tables_named
from yuandi.models.base import Waiver
from yuandi.portal import Portal


@dataclass(frozen=True, slots=True)
class Held:
    """One waiver, where it stands, and the file and code of everything that it covers."""

    entry: Entry[Any]
    index: int
    waiver: Waiver
    covers: frozenset[tuple[str, str]]


def waivers(portal: Portal) -> Iterator[Held]:
    """Every waiver of every entry, also those that have ended."""
    for entry in portal.entries:
        if entry.record.waive:
            files = frozenset(_files(portal, entry))
            for index, waiver in enumerate(entry.record.waive):
                places = files | set(_measured(portal, entry, waiver.code))
                yield Held(entry, index, waiver, frozenset((file, waiver.code) for file in places))


def _measured(portal: Portal, entry: Entry[Any], code: str) -> Iterator[str]:
    """Where a measure stands that the entry brings into force."""
    for item in portal.measures:
        source = item.record.source
        in_force = code in getattr(entry.record, "measures", ()) or (source and source.ref == entry.id)
        if item.record.code == code and in_force:
            yield item.at().file


def _files(portal: Portal, entry: Entry[Any]) -> Iterator[str]:
    yield entry.origin.document.path
    for name, _ in tables_named(entry):
        table = portal.tables.get(named(entry.path, name))
        if table:
            yield table.document.path
