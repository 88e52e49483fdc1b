"""Two people with one name: the name means neither of them, wherever somebody is named."""

from pathlib import Path

import pytest

from measures.tables import entry, rows, session
from portals import portal, said
from yuandi.facts.dossiers import Chapter
from yuandi.portal.portal import Portal

PEOPLE = (
    "- {id: a, name: 李明, unit: office}\n- {id: b, name: 李　明, unit: finance}\n- {id: c, name: 王军, unit: office}\n"
)
FILES = {"content/_data/people.yml": PEOPLE, "content/_data/groups.yml": "[]\n"}


@pytest.fixture
def made(tmp_path: Path) -> Portal:
    """A portal in which two are called 李明, and one 王军."""
    return portal(tmp_path, FILES)


def test_who_is_meant(made: Portal) -> None:
    """An id, or a name that one person has, tells who is meant; a name of two finds nobody."""
    assert [found and found.id for found in map(made.people.find, ("李明", "王军", "a"))] == [None, "c", "a"]
    assert [made.belonging.who(word) for word in ("李明", "王军", "b")] == ["李明", "c", "b"]
    assert [person.id for person in made.belonging.people_named("李 明")] == ["a", "b"]


@pytest.mark.parametrize(("named", "hours"), [("李明", 0.0), ("b", 2.0), ("王军", 2.0)])
def test_hours_are_nobodys(tmp_path: Path, named: str, hours: float) -> None:
    """What somebody of that name attended counts for neither in measures and in dossiers, nor for a unit of theirs."""
    measure = (
        "{code: H, title: 学时, measure: {sum: hours, of: session, by: attendance}, subject: {people: {}}, min: 1,"
        " period: year}"
    )
    entries = {
        "sessions/a.md": session("2026-03-05", hours=2, attendance="a.csv"),
        "sessions/a.csv": f"人员,情况\n{named},出席\n",
        "_data/people.yml": PEOPLE,
        "_data/groups.yml": "[]\n",
    }
    assert sum(row.value or 0.0 for row in rows(tmp_path, measure, entries)) == hours
    dossiers = portal(tmp_path, {"content/_data/people.yml": PEOPLE}).dossiers
    filed = [one for person in "abc" for one in dossiers.filed("person", person, Chapter.ATTENDED)]
    assert bool(filed) is bool(hours)


def test_an_article_is_nobodys(tmp_path: Path) -> None:
    """An article by one of them is of neither, and of neither's unit."""
    measure = "{code: W, title: 文章, measure: {count: article}, subject: {units: all}, min: 1, period: year}"
    entries = {
        "column/a.md": entry(kind="research-report", authors="[李明]", date="2026-03-01"),
        "_data/people.yml": PEOPLE,
    }
    assert [row.subject.id for row in rows(tmp_path, measure, entries) if row.value] == []


@pytest.mark.parametrize(("field", "is_reported"), [("李明", True), ("王军", False), ("a", False)])
def test_a_field_that_wants_one_person(tmp_path: Path, field: str, is_reported: bool) -> None:
    """REF001 asks for the id where the name is that of two."""
    plan = entry(type="personal-plan", person=field, year=2026)
    found = said(tmp_path, {**FILES, "content/personal-plans/a.md": plan})
    assert any("REF001" in line for line in found) is is_reported, found


@pytest.mark.parametrize(("times", "is_reported"), [(2, False), (3, True)])
def test_a_list_may_have_both(tmp_path: Path, times: int, is_reported: bool) -> None:
    """SES001 lets a name stand in an attendance list as often as there are people of that name."""
    files = {
        "content/sessions/a.md": session("2026-03-05", hours=2, host="office", attendance="a.csv"),
        "content/sessions/a.csv": "人员,情况\n" + "李明,出席\n" * times,
    }
    found = said(tmp_path, {**FILES, **files})
    assert any("SES001" in line and "more than once" in line for line in found) is is_reported, found
