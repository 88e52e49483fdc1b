"""Who was at a session: by name only where the numbers bear it out, and the same on every page and in every measure."""

from datetime import date
from pathlib import Path

import pytest

from measures.tables import rows, session
from portals import portal
from seen import views
from yuandi.entry_types.session import AttendanceStatus
from yuandi.facts.attendance import Turnout, seats, turnout
from yuandi.facts.dossiers import Chapter
from yuandi.measures import measures
from yuandi.portal.portal import Portal

PEOPLE = "\n".join(f"- {{id: p{n}, name: 人{n}, unit: office}}" for n in (1, 2, 3)) + "\n"
GROUP = "- {id: g, name: 组, members: [{person: p1}, {person: p2, role: 秘书}, {person: 人3}]}\n"


def _portal(folder: Path, given: str, more: str = "", group: str = GROUP, **files: str) -> Portal:
    held = (
        "---\ntitle: 甲\ndate: 2026-03-05\nkind: centre-study\nhost: g\nstart: 2026-03-05\nhours: 2\ntopic: 乙\n"
        f"attendance: {given}\n{more}---\n"
    )
    return portal(
        folder,
        {
            "content/_data/people.yml": PEOPLE,
            "content/_data/groups.yml": group,
            "content/sessions/a.md": held,
            **{f"content/sessions/{name.replace('_', '.')}": text for name, text in files.items()},
        },
    )


def _named(made: Portal, as_of: date | None = None) -> list[str]:
    """`p1 present`, in the order of the session."""
    (entry,) = made.entries
    return [f"{seat.person} {seat.status}" for seat in seats(made, entry, entry.record, as_of or made.as_of)]


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ("{expected: 3, present: 3}", ["p1 present", "p2 present", "人3 present"]),
        ("{expected: 3, present: 2, leave: [p2]}", ["p1 present", "人3 present", "p2 leave"]),
        ("{expected: 3, present: 1, leave: [人1], absent: [p2]}", ["人3 present", "人1 leave", "p2 absent"]),
        ("{expected: 3, present: 2}", []),
        ("{expected: 1, present: 1}", []),
        ("{expected: 20, present: 20}", []),
        ("{present: 3}", []),
        ("{expected: 3}", []),
        ("{leave: [p2]}", ["p2 leave"]),
        ("{expected: 3, present: 3, absent: [p2]}", ["p2 absent"]),
        ("{expected: 3, present: 2, absent: [外人]}", ["外人 absent"]),
    ],
)
def test_by_the_numbers(tmp_path: Path, given: str, named: list[str]) -> None:
    """Members are credited where as many were expected as there are members, and all of them are accounted for."""
    assert _named(_portal(tmp_path, given)) == named


def test_membership_of_the_day(tmp_path: Path) -> None:
    """Who joined later, or has left, is not among those expected; one person in two posts is one."""
    group = (
        "- {id: g, name: 组, members: [{person: p1}, {person: p1, role: 秘书}, {person: p2, from: 2026-03-06},"
        " {person: p3, to: 2026-03-05}]}\n"
    )
    assert _named(_portal(tmp_path, "{expected: 2, present: 2}", group=group)) == ["p1 present", "p3 present"]


def test_two_of_one_name(tmp_path: Path) -> None:
    """A name that two people have credits neither of them."""
    people = "- {id: a, name: 李明, unit: office}\n- {id: b, name: 李明, unit: finance}\n"
    table = "人员,情况\n李明,出席\n"
    made = portal(
        tmp_path,
        {
            "content/_data/people.yml": people,
            "content/sessions/a.md": session("2026-03-05", host="office", attendance="a.csv"),
            "content/sessions/a.csv": table,
        },
    )
    assert made.people.find("李明") is None
    assert [*made.dossiers.filed("person", "a", *Chapter), *made.dossiers.filed("person", "b", *Chapter)] == []


def test_made_up(tmp_path: Path) -> None:
    """A leave counts as attendance from the day on which it is made up."""
    given = "{expected: 3, present: 2, leave: [{person: p2, makeup: 2026-03-20}]}"
    made = _portal(tmp_path, given)
    (entry,) = made.entries
    (away,) = [seat for seat in seats(made, entry, entry.record, made.as_of) if seat.status is AttendanceStatus.LEAVE]
    assert not away.was_there(date(2026, 3, 19))
    assert away.was_there(date(2026, 3, 20))


@pytest.mark.parametrize(("as_of", "days"), [(date(2026, 3, 19), 1.0), (date(2026, 3, 20), 2.0)])
def test_made_up_in_measures(tmp_path: Path, as_of: date, days: float) -> None:
    """`makeup` in a table and in an entry counts from its day."""
    measure = (
        "{code: D, title: 天, measure: {sum: days, of: session, by: attendance}, subject: {people: {}}, min: 1,"
        " period: year}"
    )
    entries = {
        "sessions/a.md": session("2026-03-05", attendance="{expected: 2, present: 2}"),
        "sessions/b.md": session("2026-03-06", attendance="b.csv"),
        "sessions/b.csv": "人员,情况,补课日期\nchen-ming,出席,\nli-fang,请假,2026-03-20\n",
    }
    found = {row.subject.id: row.value for row in rows(tmp_path, measure, entries, as_of)}
    assert found["chen-ming"] == 2.0
    assert found["li-fang"] == days


@pytest.mark.parametrize(
    ("given", "counts"),
    [
        ("{expected: 38, present: 36}", Turnout(38, 36, 0, 0)),
        ("{expected: 38, leave: [p1]}", Turnout(38, 37, 1, 0)),
        ("{present: 2, absent: [p3]}", Turnout(3, 2, 0, 1)),
        ("{present: 2, leave: [p3]}", Turnout(3, 2, 1, 0)),
        ("{leave: [p1]}", None),
        ("{expected: 0, present: 0}", Turnout(0, 0, 0, 0)),
    ],
)
def test_turnout(tmp_path: Path, given: str, counts: Turnout | None) -> None:
    """The number that is left out follows from the others; names alone count nobody."""
    made = _portal(tmp_path, given)
    assert turnout(made, made.entries[0], made.entries[0].record) == counts


def test_to_come(tmp_path: Path) -> None:
    """Nobody was at a session that is still to come."""
    made = _portal(tmp_path, "{expected: 3, present: 3}")
    assert _named(made, date(2026, 3, 4)) == []
    assert len(_named(made, date(2026, 3, 5))) == 3


def test_one_page_does_not_contradict_itself(tmp_path: Path) -> None:
    """Four sessions of one expected guest name nobody, four revoked ones count nowhere: dossier and measure agree."""
    held = "kind: centre-study\nhost: g\nstart: 2026-01-0{n}\nhours: 2\ntopic: 乙\nattendance: {given}\n"
    entries = {}
    for n in range(1, 9):
        given = "{expected: 1, present: 1}" if n < 5 else "{expected: 3, present: 3}"
        status = "" if n < 5 else "status: revoked\n"
        head = "---\ntitle: 甲\ndate: 2026-01-10\n"
        entries[f"content/sessions/s{n}.md"] = head + held.format(n=n, given=given) + status + "---\n"
    policy = (
        "measures:\n  - {code: H, title: 学时, measure: {sum: hours, of: session, by: attendance},"
        " subject: {people: {}}, min: 8, period: year}\n"
    )
    files = {
        "content/_data/people.yml": PEOPLE,
        "content/_data/groups.yml": GROUP,
        "content/_data/policy.yml": policy,
        **entries,
    }
    made = portal(tmp_path, files)
    assert [row.value for row in measures(made) if row.subject.kind == "person" and row.value] == []
    assert list(made.dossiers.filed("person", "p1", *Chapter)) == []
    assert "people/p1/2026/" not in views(tmp_path, files)
