"""Selection, honours, assessments and projects under presets and policies: what the rules' pages do not show."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from portals import Files, said
from seen import entry
from yuandi.check.rules.too_long import months_after
from yuandi.measures.applications import last_day

POLICY, UNITS, PEOPLE = (f"content/_data/{name}.yml" for name in ("policy", "units", "people"))
ROLL, APPLICATION = "content/honours/a.md", "content/applications/a.md"
ASSESSMENT, PROJECT = "content/assessments/a.md", "content/projects/a.md"
BANK = {POLICY: "extends: [bank-branch]\napplications_required: false\n"}


def found(files: Files, folder: Path, *codes: str) -> list[str]:
    """What is said with these codes: severity, code and message, without the place."""
    lines = (line.partition(" ")[2] for line in said(folder, files))
    return [line for line in lines if line.split(" ")[1] in codes]


def roll(*names: str, more: str = "", year: int = 2025, category: str = "employee") -> str:
    """A roll of these names."""
    lines = "".join(f"  - {{name: {name}, category: {category}}}\n" for name in names)
    return entry(f"award: 学习标兵\nyear: {year}\n{more}entries:\n{lines}")


@pytest.mark.parametrize(
    ("share", "population", "ceiling"),
    [("10%", 29, 2), ("10%", 30, 3), ("30%", 10, 3), ("7%", 100, 7), ("12.5%", 16, 2), ("29%", 100, 29)],
)
def test_ceiling_is_the_floor_of_the_share(share: str, population: int, ceiling: int, tmp_path: Path) -> None:
    """Exactly the ceiling is fine, one more is not; binary fractions take nothing away."""
    measure = f"measures: [{{code: SEL-20, measure: {{count: honour-roll, where: {{category: 读书人}}}}, period: year, at_most_share: {{share: {share}, of: population}}}}]\n"
    names = [f"人{number}" for number in range(ceiling + 1)]
    for count, expected in ((ceiling, 0), (ceiling + 1, 1)):
        text = roll(*names[:count], more=f"populations: {{读书人: {population}}}\n", category="读书人")
        assert len(found({POLICY: measure, ROLL: text}, tmp_path, "SEL001")) == expected


@pytest.mark.parametrize(
    ("policy", "severity"),
    [("", "warning"), ("rules: {SEL001: error}\n", "error"), ("rules: {SEL001: off}\n", None)],
)
def test_quota_of_a_preset(policy: str, severity: str | None, tmp_path: Path) -> None:
    """SEL-04 holds generally: 42 heads make four; the organisation may weigh the rule otherwise."""
    text = roll("王一", "王二", "王三", "王四", "王五")
    lines = found({POLICY: BANK[POLICY] + policy, ROLL: text}, tmp_path, "SEL001")
    expected = f"{severity} SEL001 Selected in `employee`: 5; SEL-04 allows at most 4 (10% of 42)."
    assert lines == ([expected] if severity else [])


def test_population_as_units_were_at_the_years_end(tmp_path: Path) -> None:
    """Counts are dated facts; where a unit has none, those of the units below it are added up."""
    units = """\
- id: yunze
  name: 云泽中心支行
  children:
    - {id: a, name: 甲, kind: county-branch, headcount: {2025-01-01: 11, 2026-01-01: 50}}
    - {id: b, name: 乙, parent: yunze, kind: 县支行, headcount: 19}
"""
    people = {PEOPLE: "[]\n", "content/_data/groups.yml": "[]\n"}
    files = {**BANK, **people, UNITS: units, ROLL: roll("王一", "王二", "王三", "王四")}
    assert found(files, tmp_path, "SEL001") == [
        "warning SEL001 Selected in `employee`: 4; SEL-04 allows at most 3 (10% of 30)."
    ]
    files[ROLL] = entry("award: 标兵\nyear: 2025\nentries: [{ref: b, category: county-branch}]\n")
    assert found(files, tmp_path, "SEL001") == [
        "error SEL001 Selected in `county-branch`: 1; SEL-01 allows at most 0 (30% of 2)."
    ]


def test_nobody_counts_twice_and_categories_have_two_names(tmp_path: Path) -> None:
    """One who stands twice takes one place; 职工 is `employee`."""
    lines = "".join(
        f"  - {{ref: {ref}, category: {category}}}\n"
        for ref, category in (("chen-ming", "职工"), ("chen-ming", "employee"), ("li-fang", "职工"))
    )
    text = entry(f"award: 标兵\nyear: 2025\npopulations: {{职工: 20}}\nentries:\n{lines}")
    assert found({**BANK, ROLL: text}, tmp_path, "SEL001", "SEL007") == [
        "error SEL007 陈明 is already on a roll of this award for 2025 (honours/a.md)."
    ]


def test_measures_hold_since_their_day(tmp_path: Path) -> None:
    """A roll of a year before the measure is not held against it; an unknown population asks for nothing."""
    policy = (
        BANK[POLICY]
        + "measures: [{code: SEL-04, since: 2026-01-01, measure: {count: honour-roll, where: {category: employee}}, period: year, at_most_share: {share: 1%, of: population}}]\n"
    )
    for year, count in ((2025, 0), (2026, 1)):
        assert len(found({POLICY: policy, ROLL: roll("王一", year=year)}, tmp_path, "SEL001")) == count
    assert (
        found(
            {**BANK, UNITS: "- {id: office, name: 办公室}\n- {id: finance, name: 财务科}\n", ROLL: roll("王一")},
            tmp_path,
            "SEL001",
        )
        == []
    )


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ("01-15", "2026-01-15"), ("+01-15", "2026-01-15"), ("1-5", "2026-01-05"), ("12-20", "2025-12-20"), ("+12-20", "2026-12-20"),
        ("1月15日", "2026-01-15"), ("次年1月15日", "2026-01-15"), ("2026-02-01", "2026-02-01"), ("02-30", "None"), ("soon", "None"), ("", "None"),
    ],
)  # fmt: skip
def test_last_day(due: str, day: str) -> None:
    """A day of the first half of a year is in the year after the one that is applied for."""
    assert str(last_day(due, 2025)) == day


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [("2025-01-31", 1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2025-12-01", 12, "2026-12-01"), ("2025-08-15", 0, "2025-08-15"), ("2999-01-01", 99999, "9999-12-31")],
)  # fmt: skip
def test_months_after(start: str, months: int, end: str) -> None:
    """The same day so many months later, or the month's last."""
    assert str(months_after(date.fromisoformat(start), Decimal(months))) == end


@pytest.mark.parametrize(
    ("opinion", "is_taken"),
    [("同意", True), ("无不同意见", True), ("公示无异议，同意推荐", True), ("不同意推荐", False), ("条件不足，不予受理", False), ("未通过", False), ("驳回", False)],
)  # fmt: skip
def test_accepted_or_turned_down(opinion: str, is_taken: bool, tmp_path: Path) -> None:
    """What opinions say decides whether an application was accepted."""
    application = f"award: 学习标兵\ncategory: employee\nsubject: li-fang\nyear: 2025\nsubmitted: 2026-01-10\nwords: 1000\nopinions: [{{text: {opinion}}}]\n"
    files = {
        POLICY: "applications_required: true\n",
        APPLICATION: entry(application),
        ROLL: entry("award: 学习标兵\nyear: 2025\nentries: [{ref: li-fang, category: employee}]\n"),
    }
    assert (found(files, tmp_path, "SEL006") == []) is is_taken


def test_latest_assessment_of_the_whole_year_counts(tmp_path: Path) -> None:
    """An assessment of half a year excludes only where there is none of the whole; of two the later one counts."""

    def assessed(period: str, grade: str, day: str) -> str:
        text = entry(f"period: {period}\nresults: [{{ref: office, grade: {grade}}}]\n")
        return text.replace("2026-03-05", day)

    files = {
        POLICY: "excluding_grades: [差]\n",
        ROLL: entry("award: 标兵\nyear: 2025\nentries: [{ref: office, category: internal-unit}]\n"),
        ASSESSMENT: assessed("2025-H1", "差", "2025-07-05"),
    }
    assert len(found(files, tmp_path, "SEL005")) == 1
    files["content/assessments/b.md"] = assessed("2025", "差", "2026-01-05")
    assert len(found(files, tmp_path, "SEL005")) == 1
    files["content/assessments/c.md"] = assessed("2025", "中", "2026-01-20")
    assert found(files, tmp_path, "SEL005") == []


def test_grade_that_was_not_given_follows_from_the_total(tmp_path: Path) -> None:
    """Under `plant-departments` only 优秀 may be named: 89 points exclude, whether or not the grade is written."""
    files = {
        POLICY: "extends: [plant-departments]\napplications_required: false\ncircular_required: false\n",
        ROLL: entry(
            "award: 先进科室\nyear: 2025\nentries: [{ref: office, category: internal-unit}, {ref: finance, category: internal-unit}]\n"
        ),
        ASSESSMENT: entry("period: 2025\nresults: [{ref: office, total: 89}, {ref: finance, total: 90}]\n"),
    }
    assert found(files, tmp_path, "SEL005") == [
        "error SEL005 办公室 was graded 良好 in 2025, which excludes them from honours."
    ]


def test_application_after_a_bad_grade(tmp_path: Path) -> None:
    """Who applies after the grade is known may not; who applied before could not know."""
    application = "award: 标兵\ncategory: employee\nsubject: li-fang\nyear: 2025\nsubmitted: {day}\nwords: 1000\n"
    for day, count in (("2026-03-05", 1), ("2026-03-04", 0)):
        files = {
            POLICY: "excluding_grades: [差]\n",
            ASSESSMENT: entry("period: 2025\nresults: [{ref: li-fang, grade: 差}]\n"),
            APPLICATION: entry(application.format(day=day)),
        }
        assert len(found(files, tmp_path, "SEL005")) == count


def test_chinese_keys_are_pointed_at(tmp_path: Path) -> None:
    """A roll in Chinese is reported at its own keys."""
    text = """\
---
类型: 光荣榜
标题: 光荣榜
日期: 2026年3月5日
称号: 标兵
年度: 2025
程序:
  - 名称: 申报
    日期: 2026年1月15日
  - 名称: 汇总
    日期: 2026年1月14日
名单:
  - 对象: 陈明
    类别: 内设机构
  - 名称: 陈明
    单位: 办公室
    类别: 职工
---

正文。
"""
    files = {ROLL: text, UNITS: "- {id: office, name: 办公室, kind: internal-unit}\n- {id: finance, name: 财务科}\n"}
    assert said(tmp_path, files, "zh") == [
        "content/honours/a.md:11:5 错误 SEL002 “汇总”（2026-01-14）早于它前面的“申报”（2026-01-15）。",
        "content/honours/a.md:14:5 错误 SEL005 “陈明”是人员，不属于“内设机构”。",
        "content/honours/a.md:15:5 错误 SEL007 “陈明”在 2025 年的“标兵”中已有一次（honours/a.md）。",
    ]
