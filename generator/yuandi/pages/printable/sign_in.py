"""The sheet of a session: a sign-in sheet with the expected names before it, an attendance sheet after it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types.session import Attendance, SessionFields
from yuandi.facts.attendance import host_of, seats
from yuandi.facts.membership import people_on
from yuandi.facts.printable_forms import is_recorded
from yuandi.i18n import listed, message
from yuandi.i18n.dates import when
from yuandi.pages.entry.meetings import attendance as counted
from yuandi.pages.entry.showing import facts
from yuandi.pages.parts import Fact
from yuandi.pages.printable.sheet import Column, Sheet, numbered
from yuandi.pages.shown import Shown
from yuandi.pages.words import length

Held = Entry[Any]
"""An entry with a sheet: a session, or a series that contains sessions."""

_LEAST, _MOST, _SPARE = 15, 300, 3
_FOOT = (message("记录人："), message("审核人："))


def sheet(shown: Shown, entry: Held, inline: SessionFields | None = None) -> Sheet:
    """The sign-in sheet before a session, the attendance sheet after it."""
    is_filled_in = is_recorded(entry, inline or entry.record, shown.portal.dossiers)
    return attendance(shown, entry, inline) if is_filled_in else sign_in(shown, entry, inline)


def sign_in(shown: Shown, entry: Held, inline: SessionFields | None = None) -> Sheet:
    """The expected names with room to sign; if no names are known, empty rows for the expected number."""
    session: SessionFields = inline or entry.record
    day = session.start.date()
    names = [
        (shown.actor(word).text, _unit(shown, day, word))
        for word in _expected(shown, host_of(entry, session) or "", day)
    ]
    given = session.attendance
    said = given.expected if isinstance(given, Attendance) and given.expected else 0
    empty = max(0, min(_MOST, max(said, _LEAST)) - len(names)) or _SPARE
    columns = (
        Column(message("姓名"), "tight"),
        Column(message("单位"), "tight"),
        Column(message("签到"), "blank"),
        Column(message("备注"), "blank"),
    )
    rows = [(name, unit, None, None) for name, unit in names]
    return Sheet(_facts(shown, entry, session), (numbered("", columns, rows, empty=empty),), _FOOT)


def attendance(shown: Shown, entry: Held, inline: SessionFields | None = None) -> Sheet:
    """Who was present, on leave or absent, with reasons and make-up days."""
    session: SessionFields = inline or entry.record
    day = session.start.date()
    rows = [
        (
            shown.actor(seat.person).text,
            _unit(shown, day, seat.person),
            seat.status.message,
            seat.reason,
            seat.makeup.isoformat() if seat.makeup else "",
        )
        for seat in seats(shown.portal, entry, session, shown.as_of)
    ]
    columns = (
        Column(message("姓名"), "tight"),
        Column(message("单位"), "tight"),
        Column(message("情况"), "tight"),
        Column(message("事由"), "wide"),
        Column(message("补课日期"), "tight"),
    )
    return Sheet(_facts(shown, entry, session), (numbered("", columns, rows),), _FOOT)


def _facts(shown: Shown, entry: Held, record: SessionFields) -> tuple[Fact, ...]:
    return facts(
        (message("主题"), record.topic),
        (message("时间"), when(record.start, record.end)),
        (message("地点"), record.place),
        (message("主办"), shown.actor(host_of(entry, record) or "").text),
        (message("主讲"), listed(link.text for link in shown.actors(record.lecturers))),
        (message("主持"), shown.actor(record.chair).text if record.chair else None),
        (message("学时"), length(record.hours, record.days)),
        (message("到会"), counted(shown, entry, record)),
    )


def _expected(shown: Shown, host: str, day: date) -> Iterator[str]:
    """The members on the day of the group that meets, or the people of the unit and the units below it."""
    portal = shown.portal
    if group := portal.groups.find(host):
        yield from people_on(portal.belonging, group, day)
        return
    meets = portal.units.find(host)
    for person in portal.people:
        unit = portal.belonging.unit_of(person, day)
        if meets and unit and portal.belonging.is_within(unit, meets):
            yield person.id


def _unit(shown: Shown, day: date, word: str) -> str:
    person = shown.portal.people.find(word)
    unit = shown.portal.belonging.unit_of(person, day) if person else None
    return shown.to_unit(unit).text if unit else ""
