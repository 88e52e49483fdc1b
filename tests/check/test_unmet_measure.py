"""Measures that are not met are findings: where they stand, how they weigh, what is said, and what is left to rules."""

import re
from pathlib import Path

import pytest

from portals import report, said
from yuandi.check import RULES, check
from yuandi.measures import COVERED

UNITS = "- {id: yunze, name: 云泽县支行, kind: county-branch, headcount: 42}\n"
SESSION = "---\ntitle: 集中学习\ndate: 2025-06-03\nkind: collective-study\nhost: yunze\nstart: 2025-06-03\nhours: 8\ntopic: 理论\n---\n"
MEASURE = """\
measures:
  - {code: STU-01, title: 甲}
  - code: STU-02
    title: 全年集中学习不少于12天
    measure: {sum: days, of: session}
    period: year
    min: 12
"""
AT = "content/_data/policy.yml:3:5"
EN = "STU-02 云泽县支行, 2025: 1, but ≥12 is required. 全年集中学习不少于12天"


def portal(policy: str, **more: str) -> dict[str, str]:
    """One day of study in 2025, and a policy."""
    files = {"_data/units.yml": UNITS, "_data/policy.yml": policy, "sessions/a.md": SESSION, **more}
    return {"content/_data/people.yml": "", "content/_data/groups.yml": ""} | {
        f"content/{path}": text for path, text in files.items()
    }


def test_finding(tmp_path: Path) -> None:
    """It names subject, period, value and limit, in both languages, and the entries that the value is from."""
    assert said(tmp_path, portal(MEASURE)) == [f"{AT} error {EN}."]
    (finding,) = report(tmp_path, portal(MEASURE)).findings
    assert finding.message.zh == "云泽县支行 2025年：1，要求 ≥12。全年集中学习不少于12天。"
    assert finding.hint
    assert finding.hint.en == "Calculated from sessions/a."
    assert finding.url == "rules/unmet-measure/"


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("    modality: generally\n", [f"{AT} warning {EN}."]),
        ("    modality: target\n", []),
        ("    source: {ref: 云办发〔2025〕1号, article: 第三条}\n", [f"{AT} error {EN} (云办发〔2025〕1号 第三条)."]),
        ("rules: {STU-02: off}\n", []),
        ("rules: {STU-02: info}\n", [f"{AT} info {EN}."]),
        ("    modality: generally\nrules: {STU-02: error}\n", [f"{AT} error {EN}."]),
    ],
)
def test_weight_and_source(added: str, expected: list[str], tmp_path: Path) -> None:
    """The modality weighs it, the organisation's own weight is the last word; the source is named."""
    assert said(tmp_path, portal(MEASURE + added)) == expected


def test_the_plan_that_brings_it_into_force(tmp_path: Path) -> None:
    """It is named where the measure has no source; a waiver in it holds, and one elsewhere waives nothing."""
    plan = "---\ntitle: 方案\ndate: 2025-01-01\nspan: {from: 2025-01-01, to: 2026-12-31}\nmeasures: [STU-02]\n"
    waive = "waive: [{code: STU-02, reason: 搬迁停学, by: 王行长, until: 2026-12-31}]\n"
    assert said(tmp_path, portal(MEASURE, **{"plans/a.md": f"{plan}---\n"})) == [f"{AT} error {EN} (plans/a)."]
    assert said(tmp_path, portal(MEASURE, **{"plans/a.md": f"{plan}{waive}---\n"})) == []
    elsewhere = SESSION.replace("topic", f"{waive}topic")
    found = said(tmp_path, portal(MEASURE, **{"plans/a.md": f"{plan}---\n", "sessions/a.md": elsewhere}))
    assert [line.split()[2] for line in found] == ["STU-02", "WVR001"]


def test_inherited_measures_stand_in_extends(tmp_path: Path) -> None:
    """A preset's measure is found at its line; the organisation's own takes its place."""
    files = portal("extends: [village, city]\n", **{"_data/city.yml": MEASURE})
    assert said(tmp_path, files) == [f"content/_data/policy.yml:1:20 error {EN}."]
    own = "extends: [city]\nmeasures:\n  - {code: STU-02, off: true}\n"
    assert said(tmp_path, files | {"content/_data/policy.yml": own}) == []


def test_settings_merge_key_by_key(tmp_path: Path) -> None:
    """With days of two hours, four times as much was studied; own settings win over inherited ones."""
    city = {"_data/city.yml": "hours_per_day: 2\ntolerance: 10%\n" + MEASURE.replace("12", "4")}
    assert said(tmp_path, portal("extends: [city]\n", **city)) == []
    (line,) = said(tmp_path, portal("extends: [city]\nsettings: {hours_per_day: 4}\n", **city))
    assert "2025: 2, but ≥4" in line


def test_what_a_rule_says_is_said_once(tmp_path: Path) -> None:
    """A ceiling of honours is SEL001's; codes are left to rules."""
    policy = """\
measures:
  - code: SEL-01
    subject: {units: {kind: county-branch}}
    measure: {count: honour-roll, where: {category: county-branch}}
    period: year
    at_most_share: {share: 30%, of: population}
"""
    roll = "---\ntitle: 榜\ndate: 2025-12-01\naward: 先进\nyear: 2025\nentries: [{ref: yunze, category: county-branch}]\n---\n"
    found = said(tmp_path, portal(policy, **{"honours/a.md": roll}))
    assert [line.split()[2] for line in found] == ["SEL001"]
    assert all(re.fullmatch(r"[A-Z]{3}[0-9]{3}", rule) for rule in COVERED.values())


def test_some_rules_are_asked_without_the_measures(tmp_path: Path) -> None:
    """Who asks for one rule is told what that rule says."""
    from portals import portal as read

    assert check(read(tmp_path, portal(MEASURE)), RULES[:3]).findings == ()


def test_numbers_that_could_hang_do_no_harm(tmp_path: Path) -> None:
    """Endless numbers and odd shares are findings at their place, and the rest of the policy holds."""
    policy = MEASURE + (
        "  - {code: A-1, measure: {count: session}, period: year, max: 1e999999999}\n"
        "  - {code: A-2, measure: {count: session}, period: year, at_most_share: {share: abc%, of: population}}\n"
        "tolerance: 1e999999999\n"
    )
    assert said(tmp_path, portal(policy)) == [
        f"{AT} error {EN}.",
        "content/_data/policy.yml:8:58 error FM005 `max: 1e999999999` is not a number.",
        "content/_data/policy.yml:9:74 error FM005 `share: abc%` is not a number.",
        "content/_data/policy.yml:10:1 error FM005 `tolerance: 1e999999999` is not a number.",
    ]


def test_what_came_too_late(tmp_path: Path) -> None:
    """The day is named, and what came after it."""
    policy = MEASURE.replace("{sum: days, of: session}", "{presence: session}").replace("min: 12", "due: 03-31")
    (finding,) = report(tmp_path, portal(policy)).findings
    assert finding.message.en == "云泽县支行, 2025: 0, but ≥1 by 2025-03-31 is required. 全年集中学习不少于12天."
    assert finding.hint
    assert finding.hint.zh == "迟于期限 2025-03-31，不计：sessions/a。"


def test_one_code_for_two_measures(tmp_path: Path) -> None:
    """The second one of a file is a duplicate; in a preset and in the policy it is a replacement."""
    twice = MEASURE.replace("STU-01", "STU-02").replace("min: 12", "min: 1")
    found = said(tmp_path, portal(twice))
    assert found == ["content/_data/policy.yml:3:5 error FM009 The code `STU-02` is already used on line 2."]
