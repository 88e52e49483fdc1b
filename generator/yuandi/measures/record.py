"""One record that measures read: an entry, or a part of one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from yuandi.content.entry import Entry
from yuandi.facts.meetings import is_meeting
from yuandi.measures.fields import values


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """One record: an entry, or a part of one in `inner`."""

    entry: Entry[Any]
    record: Any
    inner: Any
    first: date
    last: date

    def values(self, parts: tuple[str, ...]) -> list[Any]:
        """The values at a path: of the part if it has any, else of the entry."""
        if self.inner is not None:
            found = list(values(self.inner, parts))
            own = self.entry.type.parts
            if found or (own and parts[0] in own.own):
                return found
        return list(values(self.record, parts))

    @property
    def submitted(self) -> date:
        """The day on which it was handed in, else published; for a session, the day on which it was held."""
        known = self.entry.type
        handed_in = getattr(self.record, known.handed_in) if known.handed_in else None
        return handed_in or (self.first if is_meeting(self.entry) else self.record.date or self.first)
