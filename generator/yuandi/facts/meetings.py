"""The sessions of an entry: the entry itself, or those inside a series."""

from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types.entry_type import SELF
from yuandi.entry_types.paths import values_at
from yuandi.entry_types.session import SessionFields


def meetings_of(entry: Entry[Any]) -> tuple[SessionFields, ...]:
    """The sessions of an entry; empty for most types."""
    field = entry.type.meetings
    return () if field is None else tuple(values_at(entry.record, field))


def is_meeting(entry: Entry[Any]) -> bool:
    """Whether an entry as a whole is a session."""
    return entry.type.meetings == SELF
