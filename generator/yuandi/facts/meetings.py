"""Where people met: the sessions that an entry tells of, be it one itself or a series with several."""

from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types.entry_type import SELF
from yuandi.entry_types.paths import values_at
from yuandi.entry_types.session import SessionFields


def meetings_of(entry: Entry[Any]) -> tuple[SessionFields, ...]:
    """The sessions of an entry; of most types there are none."""
    field = entry.type.meetings
    return () if field is None else tuple(values_at(entry.record, field))


def is_meeting(entry: Entry[Any]) -> bool:
    """Whether an entry as a whole is a session."""
    return entry.type.meetings == SELF
