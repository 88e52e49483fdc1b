"""Pages of people, units and groups, and what every entry says of itself."""

from pathlib import Path

from portals import lines, report
from seen import entry, facts, page, text, views

NOBODY = {"content/_data/units.yml": None, "content/_data/groups.yml": None}
PEOPLE = "- id: chen-ming\n  name: 陈明\n"


def test_people_without_units(tmp_path: Path) -> None:
    """People have pages though there are no units; then there is no page of units, and nothing leads to it."""
    files = {
        **NOBODY,
        "content/_data/people.yml": PEOPLE,
        "content/notices/a.md": entry("kind: notice\nauthor: chen-ming\n"),
    }
    assert {"people/chen-ming/", "notices/a/"} <= views(tmp_path, files).keys()
    assert "units/" not in views(tmp_path, files)
    assert text(tmp_path, files, "people/chen-ming/", ".yd-crumbs a") == ["首页"]


def test_link_to_a_page_of_units_that_is_not_made(tmp_path: Path) -> None:
    """Where no page of units is made, a link to it is broken."""
    text_of_it = entry("kind: notice\n").replace("正文。", "[单位](/units/)")
    files = {**NOBODY, "content/_data/people.yml": PEOPLE, "content/notices/a.md": text_of_it}
    assert [line.split()[2] for line in lines(report(tmp_path, files))] == ["REF008"]


def test_groups_without_units(tmp_path: Path) -> None:
    """Groups alone have the page of units too, and the navigation leads there."""
    files = {"content/_data/units.yml": None, "content/_data/people.yml": PEOPLE}
    assert "units/" in views(tmp_path, files)


def test_seat_that_begins_later(tmp_path: Path) -> None:
    """A person's page has the seats of the day, neither former nor coming ones."""
    groups = """\
- {id: a, name: 甲组, members: [{person: chen-ming, role: 组长, from: 2026-04-01}]}
- {id: b, name: 乙组, members: [{person: chen-ming, role: 组长, to: 2026-03-30}]}
- {id: c, name: 丙组, members: [{person: chen-ming, from: 2026-03-31, to: 2026-03-31}]}
"""
    assert facts(tmp_path, {"content/_data/groups.yml": groups}, "people/chen-ming/")["任职"] == "丙组成员"


def test_what_an_entry_says_of_itself(tmp_path: Path) -> None:
    """Source, approval chain, archive number and retention stand on the page, before the organisation's own fields."""
    given = """
kind: notice
source: 云泽日报
review: [{role: 初审, person: chen-ming, date: 2026-03-04}, {role: 终审, person: 王强}]
archive_number: 2026-12
retention: 30年
extra: {密级: 无}
"""
    files = {"content/notices/a.md": entry(given)}
    assert list(facts(tmp_path, files, "notices/a/").items()) == [
        ("来源", "云泽日报"),
        ("审核（初审）", "陈明、2026年3月4日"),
        ("审核（终审）", "王强"),
        ("档号", "2026-12"),
        ("保管期限", "30年"),
        ("密级", "无"),
    ]
    assert page(tmp_path, files, "notices/a/").css_first('a[href="../../people/chen-ming/"]') is not None


def test_own_fields_of_an_approval(tmp_path: Path) -> None:
    """What an organisation adds to an approval is shown with it."""
    given = """
unit: office
convener: chen-ming
span: {from: 2026-01-01, to: 2026-06-30}
team: [{person: chen-ming}]
approval: {by: office, date: 2026-01-05, 批示: 同意, 传阅: [甲, 乙]}
"""
    found = facts(tmp_path, {"content/projects/a.md": entry(given)}, "projects/a/")
    assert found["审批"] == "办公室、2026年1月5日、批示：同意、传阅：甲、乙"
