"""What each column holds: shared by the rules about freshness."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from yuandi.check.rules.shared.unread_entries import types
from yuandi.content.entry import Entry
from yuandi.entry_types import Column, type_named
from yuandi.facts.standing import is_unpublished
from yuandi.portal.portal import Portal


@dataclass(slots=True)
class Holding:
    """The day of the newest entry of a column that this build shows, and whether other audiences see any entry in it."""

    newest: date | None = None
    others_see: bool = False


def holdings(portal: Portal) -> dict[str, Holding]:
    """Return what each column holds, by its id. Drafts and entries that are not due do not count."""
    found = {column.id: Holding() for column in portal.columns}
    for entry in portal.entries:
        column = portal.column_of(entry)
        if column is None:
            continue
        holding, day = found[column.id], _came(entry)
        if portal.shows(entry) and day is not None and day <= portal.as_of:
            holding.newest = max(holding.newest or day, day)
        elif not is_unpublished(entry) and day is not None and day <= portal.as_of:
            holding.others_see = True
    return found


def _came(entry: Entry[Any]) -> date | None:
    """Return the day on which an entry was published; None if it has no date."""
    days: list[date] = [day for day in (entry.record.date, entry.record.publish_on) if day]
    return max(days, default=None)


def is_waiting(portal: Portal, column: Column) -> bool:
    """Whether entries of a column may be among those that could not be read."""
    unread = types(portal) if portal.broken else set()
    return any(
        (found := type_named(taken.type)) is None
        or found.name in unread
        or (taken.unit is not None and not portal.units.readable)
        for taken in column.takes
    )
