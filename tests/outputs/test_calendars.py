"""Calendars: read again with the library, they say when, where and what."""

from datetime import date, datetime
from pathlib import Path

from icalendar import Calendar

from portals import portal
from yuandi.outputs.calendars import calendars
from yuandi.pages import Shown

SERIES = """\
---
type: lecture-series
title: 每月一讲
date: 2026-01-05
host: office
period: 2026
sessions:
  - {no: 1, topic: 论语导读, start: 2026-02-05T14:30, end: 2026-02-05T16:30, hours: 2, lecturers: [chen-ming], place: 四楼}
  - {no: 2, topic: 乡土中国, start: 2026-04-02, days: 1}
---

正文。
"""
SESSION = """\
---
type: session
kind: centre-study
title: 第一季度中心组学习
date: 2026-03-01
host: study-group
start: 2026-03-20T09:00
hours: 3
topic: 学习方法
---

正文。
"""
NOTICE = """\
---
type: notice
kind: notice
title: 关于报送总结的通知
date: 2026-03-05
unit: office
deadline: 2026-04-10
---

正文。
"""
OLD = SESSION.replace("2026", "2024")


def made(folder: Path, files: dict[str, str]) -> dict[str, str]:
    return {export.output: export.text for export in calendars(Shown(portal(folder, files)))}


def events(text: str) -> list[tuple[str, date | datetime, date | datetime | None, str]]:
    found = Calendar.from_ical(text).walk("VEVENT")
    return [
        (
            str(event["summary"]),
            event["dtstart"].dt,
            event["dtend"].dt if "dtend" in event else None,
            str(event.get("location", "")),
        )
        for event in found
    ]


def test_a_series_has_one_beside_its_page(tmp_path: Path) -> None:
    found = made(tmp_path, {"content/lectures/monthly.md": SERIES})
    assert sorted(found) == ["calendar.ics", "lectures/monthly/calendar.ics"]
    assert events(found["lectures/monthly/calendar.ics"]) == [
        ("论语导读", datetime(2026, 2, 5, 14, 30), datetime(2026, 2, 5, 16, 30), "四楼"),
        ("乡土中国", date(2026, 4, 2), None, ""),
    ]


def test_everything_has_sessions_and_deadlines_since_last_year_began(tmp_path: Path) -> None:
    files = {"content/sessions/a.md": SESSION, "content/sessions/old.md": OLD, "content/notices/n.md": NOTICE}
    assert events(made(tmp_path, files)["calendar.ics"]) == [
        ("第一季度中心组学习", datetime(2026, 3, 20, 9, 0), None, ""),
        ("截止：关于报送总结的通知", date(2026, 4, 10), None, ""),
    ]


def test_an_event_keeps_its_name_when_its_words_and_day_change(tmp_path: Path) -> None:
    before = Calendar.from_ical(made(tmp_path / "a", {"content/sessions/a.md": SESSION})["calendar.ics"])
    moved = SESSION.replace("03-20T09:00", "03-27T15:00").replace("第一季度", "一季度")
    after = Calendar.from_ical(made(tmp_path / "b", {"content/sessions/a.md": moved})["calendar.ics"])
    uids = [[str(event["uid"]) for event in one.walk("VEVENT")] for one in (before, after)]
    assert uids[0] == uids[1]


def test_lines_are_folded_and_end_as_the_standard_says(tmp_path: Path) -> None:
    text = made(tmp_path, {"content/sessions/a.md": SESSION.replace("第一季度中心组学习", "长" * 90)})["calendar.ics"]
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_narrower_sessions_are_left_out(tmp_path: Path) -> None:
    hidden = SESSION.replace("hours: 3", "hours: 3\nvisibility: unit")
    assert not made(tmp_path, {"content/sessions/a.md": hidden})
