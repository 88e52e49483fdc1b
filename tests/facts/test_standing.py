"""Which entries count for what: one table, seen in measures, dossiers, figures, registers, lists and the calendar."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from portals import portal, report
from seen import entry, text, views
from yuandi.entry_types.record import Status
from yuandi.facts.dossiers import Chapter
from yuandi.facts.standing import COUNTS_FOR, Purpose, counted
from yuandi.measures import measures
from yuandi.outputs import exports
from yuandi.pages import Shown

NEWS = "type: news\nunit: office\n{}"
MEASURE = "measures:\n  - {code: N, title: 信息, measure: {count: news}, subject: {units: {}}, min: 1, period: year}\n"


def test_the_table_is_whole() -> None:
    """Every status says what it counts for; nothing but a published entry counts in numbers."""
    assert set(COUNTS_FOR) == set(Status)
    assert [status for status in Status if Purpose.NUMBERS in COUNTS_FOR[status]] == [Status.PUBLISHED]
    assert [status for status in Status if Purpose.PAGE in COUNTS_FOR[status]] == [
        Status.PUBLISHED,
        Status.SUPERSEDED,
        Status.REVOKED,
    ]


@pytest.mark.parametrize(
    ("fields", "counts"),
    [
        ("status: draft", False),
        ("status: reviewed", False),
        ("status: superseded", False),
        ("status: revoked", False),
        ("status: published", True),
        ("publish_on: 2026-03-31", True),
        ("publish_on: 2026-04-01", False),
        ("expires: 2026-03-06", True),
    ],
)
def test_what_counts(tmp_path: Path, fields: str, counts: bool) -> None:
    """The measure, the year's figures and the dossier's chapters agree on each status and date."""
    files = {"content/news/a.md": entry(NEWS.format(fields)), "content/_data/policy.yml": MEASURE}
    made = portal(tmp_path, files)
    assert bool(counted(made, made.entries, made.as_of)) is counts
    assert [row.value for row in measures(made) if row.subject.id == "office" and row.value] == (
        [1.0] if counts else []
    )
    assert bool(list(made.dossiers.filed("unit", "office", *Chapter))) is counts
    assert len(Shown(made).counted) == counts


def test_a_successor_counts_instead(tmp_path: Path) -> None:
    """Of a chain the last counts, also where the one before still says that it is published; a draft replaces nothing."""
    files = {
        "content/news/a.md": entry(NEWS.format("")),
        "content/news/b.md": entry(NEWS.format("supersedes: news/a\nstatus: superseded")),
        "content/news/c.md": entry(NEWS.format("supersedes: news/b")),
        "content/news/d.md": entry(NEWS.format("supersedes: news/c\nstatus: draft")),
    }
    made = portal(tmp_path, files)
    assert [one.id for one in counted(made, made.entries, made.as_of)] == ["news/c"]
    assert sorted(made.listed) == ["news/c"]
    assert {"news/a/", "news/b/", "news/c/"} <= views(tmp_path, files).keys()


def test_a_hidden_successor_is_not_told_of(tmp_path: Path) -> None:
    """A successor that this audience does not see leaves what it replaces as it is."""
    files = {
        "content/news/a.md": entry(NEWS.format("")),
        "content/news/b.md": entry(NEWS.format("supersedes: news/a\nvisibility: office")),
    }
    made = portal(tmp_path, files)
    assert sorted(made.listed) == ["news/a"]
    assert [one.id for one in made.counted] == ["news/a"]


def test_superseded_in_the_archive_only(tmp_path: Path) -> None:
    """A superseded entry is found in the archive, not in its column, on its unit's page or in a feed."""
    columns = "- {id: news, title: 动态, takes: [news]}\n"
    old = "---\ntitle: 旧闻\ndate: 2026-03-04\ntype: news\nunit: office\nstatus: superseded\n---\n"
    mkdocs = "site_name: 甲\nsite_url: http://a.example/\ndocs_dir: content\nplugins: [yuandi]\n"
    files = {
        "content/news/a.md": entry(NEWS.format("supersedes: news/old")),
        "content/news/old.md": old,
        "content/_data/columns.yml": columns,
        "mkdocs.yml": mkdocs,
    }
    assert text(tmp_path, files, "archive/2026/03/", ".yd-rows a") == ["甲", "旧闻"]
    for address in ("columns/news/", "columns/news/2026/", "units/office/"):
        assert text(tmp_path, files, address, ".yd-rows a") == ["甲"], address
    assert [one.output for one in exports(Shown(portal(tmp_path, files))) if "旧闻" in one.text] == []


def test_revoked_is_struck(tmp_path: Path) -> None:
    """A revoked entry is struck in lists, and in the dossier apart from all that counts."""
    files = {f"content/news/{name}.md": entry(NEWS.format("")) for name in "abc"}
    files |= {"content/news/d.md": entry(NEWS.format("status: revoked"))}
    assert text(tmp_path, files, "archive/2026/03/", ".yd-rows s") == ["甲"]
    page = "units/office/2026/"
    assert text(tmp_path, files, page, "h2")[-1].startswith("已废止")
    assert len(text(tmp_path, files, page, "s")) == 1
    assert len(portal(tmp_path, files).dossiers.of("unit", "office")[2026]) == 3


def test_called_off_sessions(tmp_path: Path) -> None:
    """A revoked session is in no calendar and no figure of the year; in its series it is struck and not counted."""
    held = "host: office\nkind: lecture\nstart: {}\nhours: 2\ntopic: 乙\npart_of: lectures/s\n"
    files = {
        "content/lectures/s.md": entry("host: office\nperiod: 2026\n"),
        "content/sessions/a.md": entry(held.format("2026-03-10T09:00")),
        "content/sessions/b.md": entry(held.format("2026-03-11T09:00") + "status: revoked\n"),
        "content/sessions/c.md": entry(held.format("2026-03-12T09:00") + "status: superseded\n"),
    }
    series = "lectures/s/"
    assert text(tmp_path, files, series, ".yd-meeting s") == ["甲"]
    assert len(text(tmp_path, files, series, ".yd-meeting")) == 2
    seen = replace(portal(tmp_path, files), as_of=date(2026, 12, 31))
    calendar = next(one.text for one in exports(Shown(seen)) if one.output == "calendar.ics")
    assert calendar.count("BEGIN:VEVENT") == 1
    year = " ".join(text(tmp_path, files, "archive/2026/", "dl"))
    assert "1 次" in year
    assert "2 次" not in year


def test_a_revoked_successor_replaces_nothing(tmp_path: Path) -> None:
    """What was superseded by an entry that has been revoked is in force again: in numbers, lists, on its page, in REF004."""
    files = {
        "content/news/a.md": entry(NEWS.format("")),
        "content/news/b.md": entry(NEWS.format("supersedes: news/a\nstatus: revoked")),
    }
    made = portal(tmp_path, files)
    assert [one.id for one in made.counted] == ["news/a"]
    assert sorted(made.listed) == ["news/a", "news/b"]
    assert text(tmp_path, files, "news/a/", ".yd-banner") == []
    assert not [one for one in report(tmp_path, files).findings if one.code == "REF004"]


def test_what_is_dated_tomorrow(tmp_path: Path) -> None:
    """An entry whose date has not come counts nowhere, also without `publish_on`."""
    made = portal(tmp_path, {"content/news/a.md": "---\ntitle: 甲\ndate: 2026-04-01\ntype: news\nunit: office\n---\n"})
    assert made.shown
    assert made.counted == ()


def test_figures_of_a_year(tmp_path: Path) -> None:
    """Sessions are counted in the year in which they were held, those inside a series too, those to come not yet."""
    held = "host: office\nkind: lecture\nstart: {}\nhours: 2\ntopic: 乙\n"
    series = "host: office\nperiod: 2026\nsessions:\n  - {start: 2026-02-01T09:00, hours: 3, topic: 丙}\n"
    files = {
        "content/lectures/s.md": entry(series),
        "content/sessions/a.md": entry(held.format("2026-03-06T09:00")),
        "content/sessions/b.md": entry(held.format("2026-04-20T09:00")),
        "content/sessions/c.md": entry(held.format("2025-12-30T09:00")),
    }
    figures = " ".join(text(tmp_path, files, "archive/2026/", "dl"))
    assert "学习活动 2 次 学时 5" in figures
