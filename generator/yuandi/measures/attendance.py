"""Who was at a session: by the table beside it, else by what the entry says of the group that met."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yuandi.content.addresses import named
from yuandi.entry_types.session import Attendance, AttendanceStatus
from yuandi.measures.fields import number, values
from yuandi.measures.record import Found
from yuandi.portal.portal import Portal

ATTENDANCE = "attendance"
_STATUSES = {word: one.value for one in AttendanceStatus for word in (one.value, one.label)}


@dataclass(frozen=True)
class Attendances:
    """The attendance of the sessions of a portal."""

    portal: Portal

    def values(self, found: Found, what: str) -> list[Any] | None:
        """What a table says: who was missing, or how many there were; None where there is no table."""
        table = self._table(found)
        if table is None:
            return None
        if what in {"leave", "absent"}:
            return [row.get("person") for row in table if row["status"] == what]
        return list(self.numbers(found, what))

    def numbers(self, found: Found, what: str) -> list[float]:
        """How many were expected, present or missing."""
        table = self._table(found)
        if table is None:
            return [float(one) for one in values(found.values((ATTENDANCE,)), (what,)) if number(one) is not None]
        if what == "expected":
            return [float(len(table))]
        return [float(sum(row.get("status") == what for row in table))]

    def present(self, found: Found) -> list[str]:
        """Who was there, by id where the directory has them: by the table, else the group that met without those
        who are named as missing. Who made a leave up was there."""
        table = self._table(found)
        if table is not None:
            there = (row for row in table if row.get("status") == "present" or row.get("makeup"))
            return [self.person(row["person"]) for row in there if row.get("person")]
        given = next(iter(found.values((ATTENDANCE,))), None)
        host = next(iter(found.values(("host",))), "")
        group = self.portal.groups.find(str(host))
        if not isinstance(given, Attendance) or group is None:
            return []
        away = {self.person(one.person) for one in given.leave if one.makeup is None} | set(
            map(self.person, given.absent)
        )
        members = (one for one in group.members if (one.start or date.min) <= found.first <= (one.end or date.max))
        return [person for one in members if (person := self.person(one.person)) not in away]

    def person(self, name: str) -> str:
        """The id of a person, or the name as it stands."""
        known = self.portal.people.find(name)
        return known.id if known else name

    def _table(self, found: Found) -> list[Mapping[str, str]] | None:
        given = next(iter(found.values((ATTENDANCE,))), None)
        if not isinstance(given, str):
            return None
        table = self.portal.tables.get(named(found.entry.path, given))
        return [{**row, "status": _STATUSES.get(row.get("status", ""), "")} for _, row in table.rows] if table else []
