"""The one table of what entries count for, by their status.

Drafts, reviewed entries and those not yet due never count. A superseded entry is in the archive and in the chain
of its successors; its successor counts. A revoked one is shown struck through and never counts. An expired one counts.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum, auto
from typing import Any, TypeVar

from yuandi.content.entry import Entry
from yuandi.entry_types import Record
from yuandi.entry_types.record import Status
from yuandi.lookups.content_lookups import Lookups

R = TypeVar("R", bound=Record)


class Purpose(Enum):
    """A purpose that an entry may count for."""

    PAGE = auto()
    """Readers find its page, by a link or in the archive."""

    LISTS = auto()
    """It is in lists of current entries: home, columns, units, feeds."""

    NUMBERS = auto()
    """It counts: in measures, dossiers, figures, registers, deadlines."""

    RULES = auto()
    """Rules compare it with others, so that an editor is warned before it is published."""

    SERIAL = auto()
    """Its number stays taken."""


COUNTS_FOR: Mapping[Status, frozenset[Purpose]] = {
    Status.DRAFT: frozenset(),
    Status.REVIEWED: frozenset({Purpose.RULES, Purpose.SERIAL}),
    Status.PUBLISHED: frozenset(Purpose),
    Status.SUPERSEDED: frozenset({Purpose.PAGE}),
    Status.REVOKED: frozenset({Purpose.PAGE, Purpose.LISTS, Purpose.SERIAL}),
}


def counts_for(entry: Entry[Any], purpose: Purpose) -> bool:
    """Whether the status of an entry lets it count for a purpose."""
    return purpose in COUNTS_FOR[entry.record.status]


def is_unpublished(entry: Entry[Any]) -> bool:
    """Whether an entry is still being written or reviewed."""
    return not counts_for(entry, Purpose.PAGE)


def is_revoked(entry: Entry[Any]) -> bool:
    """Whether an entry is revoked, and shown struck through."""
    return entry.record.status is Status.REVOKED


def is_due(entry: Entry[Any], as_of: date) -> bool:
    """Whether an entry is due to be published by a day."""
    return entry.record.publish_on is None or entry.record.publish_on <= as_of


def replaces(entry: Entry[Any], purpose: Purpose = Purpose.NUMBERS) -> bool:
    """Whether an entry takes the place of the one that it supersedes.

    One that does not count for the purpose itself replaces nothing yet; one that was revoked no longer does; one that
    was superseded in its turn still does.
    """
    return entry.record.status is Status.SUPERSEDED or (counts_for(entry, purpose) and not is_revoked(entry))


def replaced(lookups: Lookups, entries: Iterable[Entry[Any]], purpose: Purpose) -> frozenset[str]:
    """The ids of entries that another one supersedes, whatever their own status still says."""
    return frozenset(
        target.id
        for entry in entries
        if entry.record.supersedes
        and replaces(entry, purpose)
        and (target := lookups.named_by(entry, entry.record.supersedes)) is not None
        and target is not entry
    )


def counted(lookups: Lookups, entries: Iterable[Entry[R]], as_of: date) -> tuple[Entry[R], ...]:
    """The given entries that count on a day, in their order; entries not given do not replace any of them."""
    due = [entry for entry in entries if is_due(entry, as_of) and _has_come(entry, as_of)]
    gone = replaced(lookups, due, Purpose.NUMBERS)
    return tuple(entry for entry in due if counts_for(entry, Purpose.NUMBERS) and entry.id not in gone)


def _has_come(entry: Entry[Any], as_of: date) -> bool:
    """Whether the date of an entry has come; DAT006 names the others."""
    return entry.record.date is None or entry.record.date <= as_of


def weighed(lookups: Lookups, model: type[R]) -> tuple[Entry[R], ...]:
    """The entries of a type that rules compare: published or about to be, and not replaced."""
    entries = tuple(lookups.of(model))
    gone = replaced(lookups, entries, Purpose.RULES)
    return tuple(entry for entry in entries if counts_for(entry, Purpose.RULES) and entry.id not in gone)
