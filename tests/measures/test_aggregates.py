"""Every way to make a number of records, and whom records are about."""

from pathlib import Path

import pytest

from measures.tables import entry, notes, report, session, table
from portals import portal
from yuandi.measures import counted_bodies

YEAR = "period: year, min: 1}"
SERIES = """\
---
title: 月月讲
date: 2026-01-05
host: office
period: 2026
sessions:
  - {start: 2026-01-20, hours: 2, topic: 甲, lecturers: [chen-ming]}
  - {start: 2026-02-20, hours: 2, topic: 乙, lecturers: [li-fang]}
  - {start: 2026-06-20, hours: 2, topic: 丙, lecturers: [li-fang]}
---
"""
SESSIONS = {
    "sessions/a.md": session("2026-01-08", attendance="a.csv", hours=4),
    "sessions/a.csv": "人员,情况,补课日期\n陈明,出席,\nli-fang,请假,\nwang-jun,请假,2026-01-20\n外来人,出席,\n",
    "sessions/b.md": session("2026-02-08", attendance="{expected: 2, present: 1, leave: [li-fang]}"),
    "sessions/c.md": session("2026-03-08", kind="party-class", lecturers="[陈明]", host="office", hours=2),
    "lectures/d.md": SERIES,
}
FUNDS = {
    "funds/a.md": entry(unit="yunze", year=2025, date="2025-05-01", payroll=1000000, amount=14999, spent="[{purpose: 技能培训, amount: 7000}, {purpose: 图书, amount: 500}]"),
    "funds/b.md": entry(unit="office", year=2025, date="2025-06-01", payroll=0, amount=1),
}  # fmt: skip
ASSESSED = {
    "assessments/a.md": entry(period="2024", results="[{ref: office, total: 91}, {ref: finance, total: 59.5}]", methods="[自评, 群众评议]"),
    "assessments/b.md": entry(period="2025", subject="office", total=70, methods="[自评]", items="[{name: 机构健全, score: 30}, {name: 学习效果, score: 40}]"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "entries", "expected"),
    [
        # count
        ("subject: {groups: {kind: centre-group}}, measure: {count: session}", SESSIONS, ["centre 2026 met 2 ≥1"]),
        ("subject: {units: {id: office}}, measure: {count: session}", SESSIONS, ["office 2026 met 3 ≥1"]),
        ("subject: {units: {top: true}}, measure: {count: session}", SESSIONS, ["yunze 2026 met 5 ≥1"]),
        # who gave it, who was there
        ("subject: {people: {id: chen-ming}}, measure: {count: session}", SESSIONS, ["chen-ming 2026 met 4 ≥1"]),
        ("subject: {people: {id: li-fang}}, measure: {count: session}", SESSIONS, ["li-fang 2026 met 1 ≥1"]),
        ("subject: {people: {id: wang-jun}}, measure: {count: session}", SESSIONS, ["wang-jun 2026 met 1 ≥1"]),
        ("subject: {people: {id: chen-ming}}, measure: {count: session, by: attendance}", SESSIONS, ["chen-ming 2026 met 2 ≥1"]),
        # sum, with hours as days and days as hours
        ("subject: {groups: {kind: centre-group}}, measure: {sum: days, of: session}", SESSIONS, ["centre 2026 met 1.5 ≥1"]),
        ("subject: {groups: {kind: centre-group}}, measure: {sum: hours, of: session}", SESSIONS, ["centre 2026 met 12 ≥1"]),
        ("subject: {groups: all}, measure: {sum: attendance.present, of: session}", SESSIONS, ["centre 2026 met 3 ≥1"]),
        ("measure: {sum: spent.amount, of: fund, where: {spent.purpose: {contains: 培训}}}", FUNDS, ["yunze 2025 met 7000 ≥1", "yunze 2026 pending 0 ≥1 pace 0.25"]),
        # distinct
        ("measure: {distinct: attendance, of: session}", SESSIONS, ["yunze 2026 met 3 ≥1"]),
        ("measure: {distinct: attendance, of: session, among: {people: {tag: cadre}}}", SESSIONS, ["yunze 2026 met 1 ≥1"]),
        ("subject: {people: {tag: leader}}, measure: {distinct: books, of: study-record}", {"records/a.md": entry(kind="reading", person="chen-ming", period="2026-01", books="[活着, 活着, 边城]")}, ["chen-ming 2026 met 2 ≥1"]),
        # latest
        ("subject: {units: {kind: department}}, measure: {latest: total, of: assessment}", ASSESSED, ["office 2024 met 91 ≥1", "office 2025 met 70 ≥1", "office 2026 pending – ≥1", "finance 2025 no-data – ≥1", "finance 2026 pending – ≥1"]),
        ("subject: {people: {tag: leader}}, measure: {latest: words, of: article}", {"column/a.md": report("chen-ming", "2026-01-03") + "今天读书。\n"}, ["chen-ming 2026 met 5 ≥1"]),
        # presence
        ("subject: {people: {tag: leader}}, measure: {presence: study-record, where: {kind: 笔记}}", {"records/a.md": notes("chen-ming", "2026-01", 1), "records/b.md": notes("chen-ming", "2026-02", 1)}, ["chen-ming 2026 met 1 ≥1"]),
    ],
)  # fmt: skip
def test_numbers(measure: str, entries: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    """One kind of number after the other."""
    assert table(tmp_path, f"{{code: X-01, {measure}, {YEAR}", entries) == expected


@pytest.mark.parametrize(("mode", "words"), [("word", 5), ("han", 3), ("char", 8)])
def test_words_are_counted_as_the_policy_says(mode: str, words: int, tmp_path: Path) -> None:
    """Where an article does not say how many words it has, they are counted the organisation's way."""
    policy = (
        f"settings: {{word_count: {mode}}}\nmeasures: [{{code: X-01, subject: {{people: {{tag: leader}}}},"
        " measure: {sum: words, of: article}, period: year, min: 1}]\n"
    )
    entries = {"column/a.md": report("chen-ming", "2026-01-03") + "读 ABCD 书记。\n"}
    assert [line.split()[3] for line in table(tmp_path, policy, entries)] == [str(words)]


def test_ratio(tmp_path: Path) -> None:
    """The share is just below 1.5 %; out of nothing there is no ratio."""
    measure = (
        "{code: FND-01, subject: {units: {id: [yunze, office]}}, period: year, min: 1.5%,"
        " measure: {ratio: {of: {sum: amount, of: fund}, to: {sum: payroll, of: fund}}}}"
    )
    assert table(tmp_path, measure, FUNDS) == [
        "yunze 2025 met 0.015 ≥1.5%",
        "yunze 2026 pending – ≥1.5%",
        "office 2025 no-data – ≥1.5%",
        "office 2026 pending – ≥1.5%",
    ]


def test_ratio_to_a_dated_count(tmp_path: Path) -> None:
    """A divisor that is a word is a count of the unit, as it is at the end of the period."""
    measure = "{code: FND-03, period: year, min: 350, measure: {ratio: {of: {sum: amount, of: fund}, to: headcount}}}"
    fund = {"funds/a.md": entry(unit="yunze", year=2025, date="2025-05-01", amount=15000)}
    assert table(tmp_path, measure, fund)[0] == "yunze 2025 met 375 ≥350"
    fund = {"funds/a.md": entry(unit="yunze", year=2026, date="2026-01-01", amount=15000)}
    assert table(tmp_path, measure, fund)[0] == "yunze 2026 pending 333.333333 ≥350"


def test_includes(tmp_path: Path) -> None:
    """Of the words that must be among the values, two are; values need only contain them."""
    measure = (
        "{code: ASM-05, subject: {assessments: {period: '2025'}}, period: once, includes: [机构, 效果, 设施],"
        " measure: {distinct: items.name, of: assessment}}"
    )
    assert table(tmp_path, measure, ASSESSED) == ["assessments/b 2025-01-01/2025-12-31 violated 2 ≥3"]


def test_concurrent(tmp_path: Path) -> None:
    """Topics that touch do not overlap; those that share a day do."""
    measure = "{code: X-16, subject: {units: {id: office}}, measure: {concurrent: project}, period: year, max: 1}"

    def topics(second: str) -> dict[str, str]:
        common = {"unit": "office", "convener": "chen-ming", "team": "[{person: chen-ming}]"}
        return {
            "projects/a.md": entry(**common, span="{from: 2025-01-01, to: 2025-06-30}", date="2025-01-01"),
            "projects/b.md": entry(**common, span=f"{{from: {second}, to: 2025-12-31}}", date="2025-01-01"),
        }

    assert table(tmp_path, measure, topics("2025-07-01"))[0] == "office 2025 met 1 ≤1"
    assert table(tmp_path, measure, topics("2025-06-30"))[0] == "office 2025 violated 2 ≤1"


def test_entries_as_subjects(tmp_path: Path) -> None:
    """A training without a summary within a week of its end falls short: the training itself is the data."""
    measure = (
        "{code: WRT-11, subject: {sessions: {kind: training}}, period: once, due: +7d,"
        " measure: {presence: article, where: {kind: training-summary}}}"
    )
    entries = {
        "sessions/a.md": session("2026-01-08", kind="training"),
        "sessions/b.md": session("2026-01-08", kind="training"),
        "sessions/c.md": session("2026-03-28", kind="training"),
        "sessions/d.md": session("2026-01-08"),
        "column/a.md": entry(kind="training-summary", authors="[li-fang]", training="sessions/a", date="2026-01-15"),
        "column/b.md": entry(kind="training-summary", authors="[li-fang]", training="sessions/b", date="2026-01-16"),
    }
    assert table(tmp_path, measure, entries) == [
        "sessions/a 2026-01-08/2026-01-08 met 1 ≥1",
        "sessions/b 2026-01-08/2026-01-08 violated 0 ≥1",
        "sessions/c 2026-03-28/2026-03-28 pending 0 ≥1",
    ]


@pytest.mark.parametrize(
    ("where", "count"),
    [
        ("hours: {min: 2}", 2),
        ("hours: {min: 2, max: 3}", 1),
        ("start: {min: 2026-02-01}", 3),
        ("tags: [理论, 业务]", 2),
        ("topic: {contains: [网络]}", 1),
        ("attendance: {given: true}", 1),
        ("attendance: {given: false}", 3),
        ("host: 中心组", 3),
        ("kind: [讲座, centre-study]", 4),
    ],
)
def test_conditions(where: str, count: int, tmp_path: Path) -> None:
    """A list field matches when it contains the value; words may be English or Chinese; bounds are inclusive."""
    entries = {
        "sessions/a.md": session("2026-01-08", hours=2, tags="[理论]", attendance="{expected: 2, present: 2}"),
        "sessions/b.md": session("2026-02-08", hours=4, tags="[理论, 党史]"),
        "sessions/c.md": session("2026-02-09", hours=1.5, topic="网络安全"),
        "sessions/d.md": session("2026-03-09", hours=1, kind="lecture", host="office"),
    }
    measure = f"{{code: X-01, measure: {{count: session, where: {{{where}}}}}, period: year, min: 1}}"
    assert table(tmp_path, measure, entries) == [f"yunze 2026 met {count} ≥1"]


def test_who_stays_away_is_named_in_a_circular(tmp_path: Path) -> None:
    """Absences are found in the list and in the table; a session that nobody missed is no subject."""
    measure = (
        "{code: ATT-02, subject: {sessions: {attendance.absent: {given: true}}}, period: once,"
        " measure: {presence: notice, where: {kind: criticism}}}"
    )
    entries = {
        "sessions/a.md": session("2026-01-08", attendance="{absent: [li-fang]}"),
        "sessions/b.md": session("2026-01-09", attendance="b.csv"),
        "sessions/b.csv": "person,status\n陈明,出席\nli-fang,缺席\n",
        "sessions/c.md": session("2026-01-10", attendance="c.csv"),
        "sessions/c.csv": "person,status\nli-fang,present\n",
        "notices/a.md": entry(kind="criticism", basis="[sessions/b]"),
    }
    assert table(tmp_path, measure, entries) == [
        "sessions/a 2026-01-08/2026-01-08 violated 0 ≥1",
        "sessions/b 2026-01-09/2026-01-09 met 1 ≥1",
    ]


def test_bodies_that_are_counted(tmp_path: Path) -> None:
    """Who keeps a report beside edits of bodies is told of which types the words are counted."""
    measure = "{code: X-01, measure: {latest: words, of: article}, period: year, min: 1}"
    policy = {
        "content/_data/policy.yml": f"measures:\n  - {measure}\n  - {{code: X-02, measure: {{count: news}}, period: year, min: 1}}\n"
    }
    assert counted_bodies(portal(tmp_path, policy)) == {"article"}
