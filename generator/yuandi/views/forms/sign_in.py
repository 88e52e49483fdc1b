"""The sheet of a session: to sign before it, with the names that are expected; filled in after it."""

from collections.abc import Iterator

from yuandi.entry import Entry
from yuandi.models import Person, Session
from yuandi.models.session import Attendance
from yuandi.views.forms.sheet import Column, Sheet, numbered
from yuandi.views.parts import Fact
from yuandi.views.shown import Shown
from yuandi.views.types.session import attendance as counted
from yuandi.views.types.showing import facts
from yuandi.views.words import length, when

_LEAST, _MOST, _SPARE = 15, 300, 3
_FOOT = ("记录人：", "审核人：")


def sign_in(shown: Shown, entry: Entry[Session]) -> Sheet:
    """Names that are expected with room to sign; where nobody is known, room for as many as are expected."""
    names = [(shown.actor(word).text, _unit(shown, entry, word)) for word in _expected(shown, entry)]
    given = entry.record.attendance
    said = given.expected if isinstance(given, Attendance) and given.expected else 0
    empty = max(0, min(_MOST, max(said, _LEAST)) - len(names)) or _SPARE
    columns = (Column("姓名", "tight"), Column("单位", "tight"), Column("签到", "blank"), Column("备注", "blank"))
    rows = [(name, unit, None, None) for name, unit in names]
    return Sheet(_facts(shown, entry), (numbered("", columns, rows, empty=empty),), _FOOT)


def attendance(shown: Shown, entry: Entry[Session]) -> Sheet:
    """Who was there, on leave, absent, with reasons and days on which it was made up."""
    rows = [
        (shown.actor(seat.person).text, _unit(shown, entry, seat.person), seat.status.label, seat.reason, seat.makeup)
        for seat in shown.portal.dossiers.seats(entry, entry.record)
    ]
    columns = (
        Column("姓名", "tight"),
        Column("单位", "tight"),
        Column("情况", "tight"),
        Column("事由", "wide"),
        Column("补课日期", "tight"),
    )
    return Sheet(_facts(shown, entry), (numbered("", columns, rows),), _FOOT)


def _facts(shown: Shown, entry: Entry[Session]) -> tuple[Fact, ...]:
    record = entry.record
    return facts(
        ("主题", record.topic),
        ("时间", when(record.start, record.end)),
        ("地点", record.place),
        ("主办", shown.actor(record.host).text),
        ("主讲", "、".join(link.text for link in shown.actors(record.lecturers))),
        ("主持", shown.actor(record.chair).text if record.chair else None),
        ("学时", length(record.hours, record.days)),
        ("到会", counted(shown, entry, record)),
    )


def _expected(shown: Shown, entry: Entry[Session]) -> Iterator[str]:
    """The members of the group that meets, or the people of the unit and those below it, on the day."""
    portal, record = shown.portal, entry.record
    if group := portal.groups.find(record.host):
        yield from portal.dossiers.members(group, record.start.date())
        return
    host = portal.units.find(record.host)
    for person in portal.people:
        unit = _unit_on(shown, entry, person)
        if host and unit and host.id in portal.lines[unit]:
            yield person.id


def _unit(shown: Shown, entry: Entry[Session], word: str) -> str:
    person = shown.portal.people.find(word)
    unit = _unit_on(shown, entry, person) if person else None
    return shown.to_unit(shown.portal.units.by_id[unit]).text if unit else ""


def _unit_on(shown: Shown, entry: Entry[Session], person: Person) -> str | None:
    """The id of a person's unit on the day of the session."""
    known = [word for since, word in person.unit if since <= entry.record.start.date()]
    unit = shown.portal.units.find(known[-1]) if known else None
    return unit.id if unit else None
