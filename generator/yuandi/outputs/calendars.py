"""Calendars (RFC 5545): each series, and all sessions and deadlines since the last year began.

Times are written without a zone: the clocks of an intranet agree.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import quote, urlsplit

from yuandi.entry_types import LectureSeries
from yuandi.facts.meetings import is_meeting, meetings_of
from yuandi.i18n import listed, message, say
from yuandi.outputs.output import Export
from yuandi.page_plan.deadlines import deadlines
from yuandi.pages import Shown
from yuandi.pages.entry.meetings import listed as listed_meeting
from yuandi.pages.entry.meetings import series_meetings
from yuandi.pages.type_parts import Meeting


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of a calendar. `key` stays the same when its words or its day change."""

    key: str
    title: str
    start: date | datetime
    end: date | datetime | None
    place: str
    about: tuple[str, ...]
    address: str
    stamp: date


def calendars(shown: Shown) -> Iterator[Export]:
    """The calendar of each series beside its page, and the one of everything."""
    where = shown.portal.addresses
    for series in shown.of(LectureSeries):
        happenings = [
            _meeting(meeting, f"{series.id}#{number}", meeting.address or series.address, series.record.date)
            for number, meeting in enumerate(series_meetings(shown, series), start=1)
            if not meeting.is_revoked
        ]
        if happenings:
            yield Export(where.calendar(series.address), _calendar(shown, series.record.title, happenings))
    everything = [happening for happening in _everything(shown) if _day(happening.start).year >= shown.as_of.year - 1]
    if everything:
        yield Export(where.calendar(), _calendar(shown, shown.portal.settings.site_name, everything))


def _everything(shown: Shown) -> Iterator[Happening]:
    for entry in shown.counted:
        for number, session in enumerate(meetings_of(entry), start=1):
            key = entry.id if is_meeting(entry) else f"{entry.id}#{number}"
            yield _meeting(listed_meeting(shown, entry, session), key, entry.address, entry.record.date)
    for due in deadlines(shown.published):
        owner = shown.actor(due.owner).text if due.owner else ""
        key = f"{due.entry.id}#{due.text}"
        yield Happening(
            key=key,
            title=message("截止：%(what)s", what=due.text),
            start=due.day,
            end=None,
            place="",
            about=(owner,),
            address=due.entry.address,
            stamp=due.entry.record.date or due.day,
        )


def _meeting(meeting: Meeting, key: str, address: str, stamp: date) -> Happening:
    lecturers = listed(link.text for link in meeting.lecturers)
    about = (meeting.label, message("主讲：%(names)s", names=lecturers) if lecturers else "", meeting.hours)
    is_whole_day = meeting.start.time() == time()
    start = meeting.start.date() if is_whole_day else meeting.start
    end = (meeting.end.date() + timedelta(days=1) if is_whole_day else meeting.end) if meeting.end else None
    return Happening(
        key=key,
        title=meeting.title,
        start=start,
        end=end,
        place=meeting.place,
        about=about,
        address=address,
        stamp=stamp,
    )


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _calendar(shown: Shown, title: str, happenings: Iterable[Happening]) -> str:
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Yuandi//zh-CN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    site, lang = shown.portal.settings.site_url, shown.portal.settings.language
    host = urlsplit(site).hostname or "yuandi"
    for happening in sorted(happenings, key=lambda happening: (_day(happening.start), happening.key)):
        event = Event()
        event.add("uid", f"{hashlib.blake2b(happening.key.encode(), digest_size=12).hexdigest()}@{host}")
        event.add("dtstamp", datetime.combine(happening.stamp, time(), UTC))
        event.add("summary", say(happening.title, lang))
        event.add("dtstart", happening.start)
        if happening.end:
            event.add("dtend", happening.end)
        if happening.place:
            event.add("location", happening.place)
        if about := "\n".join(say(line, lang) for line in happening.about if line):
            event.add("description", about)
        if site:
            event.add("url", site + quote(happening.address))
        calendar.add_component(event)
    return bytes(calendar.to_ical()).decode("utf-8")
