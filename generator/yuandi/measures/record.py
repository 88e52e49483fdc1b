"""One record that measures read: an entry, or a part of one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import Session
from yuandi.entry_types.honour_roll import Honoured
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
        """What stands at a path; of the part where it says so, else of the entry."""
        if self.inner is not None:
            found = list(values(self.inner, parts))
            if found or (type(self.inner) is Honoured and parts[0] == "unit"):
                return found
        return list(values(self.record, parts))

    @property
    def submitted(self) -> date:
        """When it was handed in, else published; a session when it was held."""
        handed_in = getattr(self.record, "submitted", None)
        return handed_in or (self.first if type(self.record) is Session else self.record.date or self.first)
