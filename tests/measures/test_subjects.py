"""Whom a measure is about: filters, cases, days of membership and existence, shares of dated counts and of honours."""

from datetime import date
from pathlib import Path

import pytest

from measures.tables import entry, notes, report, rows, session, table

NOTES = "{{code: WRT-01, subject: {}, measure: {{sum: words, of: study-record}}, period: year, min: 1000}}"
RECORDS = {f"records/{who}.md": notes(who, "2025-11", 1000) for who in ("chen-ming", "li-fang", "wang-jun")}


@pytest.mark.parametrize(
    ("subject", "who"),
    [
        ("{people: {}}", ["chen-ming", "li-fang", "wang-jun"]),
        ("{people: all}", ["chen-ming", "li-fang", "wang-jun"]),
        ("{people: cadre}", ["chen-ming", "li-fang"]),
        ("{people: {tag: cadre, rank: leader}}", ["chen-ming"]),
        ("{people: {tag: cadre, without: leader}}", ["li-fang"]),
        ("{people: {unit: yunze}}", ["chen-ming", "li-fang", "wang-jun"]),
        ("{people: {unit: department, max_age: 40}}", ["li-fang", "wang-jun"]),
        ("{people: {min_age: 55}}", ["chen-ming"]),
        ("{people: {group: centre-group}}", ["chen-ming", "wang-jun"]),
        ("{people: {group: centre, role: 组长}}", ["chen-ming"]),
        ("{people: {id: [李芳]}}", ["li-fang"]),
        ("{people: {tags: [leader]}}", ["chen-ming"]),
        ("{people: {born: [1985, 1990]}}", ["li-fang", "wang-jun"]),
        ("{units: {kind: department}}", ["office", "finance"]),
        ("{units: {kind: 部门}}", ["office", "finance"]),
        ("{people: {group: 中心组}}", ["chen-ming", "wang-jun"]),
        ("{people: {unit: 县支行}}", ["chen-ming", "li-fang", "wang-jun"]),
        ("{units: {unit: yunze}}", ["yunze", "office", "finance"]),
        ("{units: {top: true}, groups: {kind: centre-group}}", ["yunze"]),
    ],
)
def test_filters(subject: str, who: list[str], tmp_path: Path) -> None:
    """Whose notes of November 2025 count in 2025."""
    found = table(tmp_path, NOTES.format(subject), RECORDS)
    assert [line.split()[0] for line in found if " 2025 " in line] == who


def test_who_comes_and_goes(tmp_path: Path) -> None:
    """Li Fang was in the office until January 2026, and has been a member of the group since; Wang Jun is no more."""
    found = table(tmp_path, NOTES.format("{people: {unit: office}}"), RECORDS, date(2027, 1, 1))
    assert [line for line in found if line.startswith("li-fang")] == [
        "li-fang 2025 met 1000 ≥1,000",
        "li-fang 2026 not-applicable 0 ≥1,000",
    ]
    found = table(tmp_path, NOTES.format("{people: {group: centre}}"), RECORDS, date(2027, 1, 1))
    assert [line for line in found if line.startswith(("li", "wang"))] == [
        "li-fang 2026 violated 0 ≥1,000",
        "li-fang 2027 pending 0 ≥1,000 pace 2.74",
        "wang-jun 2025 met 1000 ≥1,000",
    ]


def test_a_unit_of_half_a_year(tmp_path: Path) -> None:
    """The finance section was set up in July: what it could not do before is not held against it."""
    measure = "{code: X-01, subject: {units: {id: finance}}, measure: {count: session}, period: year, min: 9}"
    entries = {"sessions/a.md": session("2025-08-01", host="finance")}
    assert table(tmp_path, measure, entries) == [
        "finance 2025 not-applicable 1 ≥9",
        "finance 2026 pending 0 ≥9 pace 2.22",
    ]


def test_people_count_for_the_unit_that_they_were_in(tmp_path: Path) -> None:
    """Li Fang's report of 2025 is the office's, that of March 2026 the finance section's; both are the branch's."""
    measure = "{code: WRT-05, subject: {units: all}, measure: {count: article}, period: year, min: 1}"
    entries = {"column/a.md": report("李芳", "2025-08-01"), "column/b.md": report("li-fang", "2026-03-01")}
    assert table(tmp_path, measure, entries) == [
        "yunze 2025 met 1 ≥1",
        "yunze 2026 met 1 ≥1",
        "office 2025 met 1 ≥1",
        "office 2026 pending 0 ≥1 pace 0.25",
        "finance 2026 met 1 ≥1",
    ]


def test_cases_for_leaders_and_cadres(tmp_path: Path) -> None:
    """A leader who is a cadre too falls under the first case only."""
    policy = """\
measures:
  - code: WRT-03
    title: 领导干部三篇，其他干部两篇
    measure: {count: article}
    period: year
    cases:
      - {title: 领导干部三篇, subject: {people: {tag: leader}}, min: 3}
      - {title: 其他干部两篇, subject: {people: {tag: cadre}}, min: 2, modality: generally}
"""
    entries = {
        f"column/{number}.md": report(who, "2025-08-01") for number, who in enumerate(["chen-ming"] * 2 + ["li-fang"])
    }
    assert table(tmp_path, policy, entries, date(2025, 9, 1)) == [
        "chen-ming 2025 pending 2 ≥3 pace 2.01",
        "li-fang 2025 pending 1 ≥2 pace 1.34",
    ]
    found = rows(tmp_path, policy, entries)
    assert [(row.subject.id, row.state, row.title) for row in found if row.period.text == "2025"] == [
        ("chen-ming", "violated", "领导干部三篇"),
        ("li-fang", "warning", "其他干部两篇"),
    ]


def test_cases_of_different_quantities_are_asked_of_everybody(tmp_path: Path) -> None:
    """Two demands on one organisation: once a month, and a whole day."""
    policy = """\
measures:
  - code: STU-05
    period: month
    min: 1
    cases:
      - {title: 一次, measure: {count: session}}
      - {title: 一天, measure: {sum: days, of: session}}
"""
    entries = {"sessions/a.md": session("2026-02-01", hours=4)}
    assert table(tmp_path, policy, entries)[::2] == ["yunze 2026-02 met 1 ≥1", "yunze 2026-02 violated 0.5 ≥1"]


def test_share_of_a_dated_count(tmp_path: Path) -> None:
    """Nine tenths of 10 are 9; 90 % of 45 are 41, not 40; without a count there is nothing to judge."""
    measure = (
        "{{code: STU-19, subject: {{units: {{id: yunze}}}}, measure: {{sum: attendance.present, of: session}},"
        " period: month, at_least_share: {{share: 90%, of: {}}}}}"
    )

    def there(count: int) -> dict[str, str]:
        return {"sessions/a.md": session("2026-02-01", attendance=f"{{present: {count}}}")}

    assert table(tmp_path, measure.format("headcount"), there(40))[0] == "yunze 2026-02 violated 40 ≥41"
    assert table(tmp_path, measure.format("population"), there(41))[0] == "yunze 2026-02 met 41 ≥41"
    assert table(tmp_path, measure.format("residents"), there(41))[0] == "yunze 2026-02 no-data 41 "


HONOURS = (
    "{{code: X-01, subject: {{units: {{kind: department}}}}, measure: {{count: honour-roll, where: {{category: {}}}}},"
    " period: year, at_most_share: {{share: {}, of: population}}}}"
)


def roll(*categories: str, **fields: object) -> str:
    """A roll of 2025."""
    people = ("office", "finance", "chen-ming", "li-fang", "wang-jun")
    entries = ", ".join(f"{{ref: {who}, category: {one}}}" for who, one in zip(people, categories, strict=False))
    return entry(award="学习型组织", year=2025, date="2025-12-20", entries=f"[{entries}]", **fields)


@pytest.mark.parametrize(
    ("category", "share", "populations", "line"),
    [
        ("department", "50%", "{}", "department 2025 violated 2 ≤1"),
        ("department", "100%", "{}", "department 2025 met 2 ≤2"),
        ("department", "30%", "{department: 7}", "department 2025 met 2 ≤2"),
        ("department", "29%", "{department: 100}", "department 2025 met 2 ≤29"),
        ("部门", "50%", "{部门: 20}", "部门 2025 met 2 ≤10"),
        ("employee", "2.5%", "{}", "employee 2025 violated 2 ≤1"),
        ("employee", "5%", "{}", "employee 2025 met 2 ≤2"),
        ("village", "5%", "{}", "village 2026 no-data – "),
    ],
)
def test_shares_of_honours(category: str, share: str, populations: str, line: str, tmp_path: Path) -> None:
    """Two departments of two and two employees of forty: a ceiling is rounded down, and met when it is filled."""
    entries = {"honours/a.md": roll("department", "department", "employee", "employee", populations=populations)}
    assert line in table(tmp_path, HONOURS.format(category, share), entries)


def test_at_least_one(tmp_path: Path) -> None:
    """A tenth of two departments is none; where the policy has it so, it is one."""
    entries = {"honours/a.md": roll("department")}
    measure = HONOURS.format("department", "10%")
    assert table(tmp_path, measure, entries)[0] == "department 2025 violated 1 ≤0"
    policy = f"settings: {{at_least_one: true}}\nmeasures:\n  - {measure}\n"
    assert table(tmp_path, policy, entries)[0] == "department 2025 met 1 ≤1"


def test_rolls_are_held_against_their_own_populations(tmp_path: Path) -> None:
    """Two rolls of one year name one department each: neither is over its ceiling of one."""
    entries = {"honours/a.md": roll("department"), "honours/b.md": roll("department")}
    assert table(tmp_path, HONOURS.format("department", "50%"), entries)[0] == "department 2025 met 1 ≤1"


def test_a_floor_of_honours(tmp_path: Path) -> None:
    """Model organisations are wanted: half of three are two."""
    measure = HONOURS.format("department", "50%").replace("at_most", "at_least")
    entries = {"honours/a.md": roll("department", populations="{department: 3}")}
    assert table(tmp_path, measure, entries)[0] == "department 2025 violated 1 ≥2"
