"""What a named exception covers: the entry, the tables beside it, and measures that the entry brings into force."""

from pathlib import Path

import pytest

from portals import Files, said

UNTIL = "by: chen-ming, reason: 经批准, until: 2026-12-31}]\n"
POLICY = """\
measures:
  - code: STU-02
    title: 每月集中学习一次
    subject: {units: {kind: internal-unit}}
    measure: {count: session}
    period: month
    min: 1
    since: 2026-01-01
"""
SESSION = """\
---
type: session
kind: training
title: 甲
date: 2026-01-12
host: office
start: 2026-01-12T14:30
topic: 甲
hours: 2
"""
PLAN = "---\ntype: plan\ntitle: 方案\ndate: 2026-01-05\nspan: {from: 2026-01-01, to: 2026-12-31}\nmeasures: [STU-02]\n"
CSV = "content/sessions/a.csv"
A, B = "content/sessions/a.md", "content/plans/b.md"


def codes(folder: Path, files: Files) -> list[str]:
    """Where each finding stands, and its code."""
    return [f"{line.split(':')[0].rpartition('/')[2]} {line.split(' ')[2]}" for line in said(folder, files)]


def test_waiver_holds_in_the_table_beside_the_entry(tmp_path: Path) -> None:
    """What is found in an entry's CSV, which can hold no waiver, is waived by the entry."""
    files: Files = {A: SESSION + "attendance: a.csv\n---\n", CSV: "person,status\n陈明,x\n"}
    (found,) = codes(tmp_path / "1", files)
    assert found.startswith("a.csv ")
    waived = SESSION + "attendance: a.csv\nwaive: [{code: " + found.split(" ")[1] + f", {UNTIL}---\n"
    assert codes(tmp_path / "2", {**files, A: waived}) == []


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        ("---\n", ["policy.yml STU-02"]),
        (f"waive: [{{code: STU-02, {UNTIL}---\n", []),
        (f"waive: [{{code: STU-03, {UNTIL}---\n", ["policy.yml STU-02", "b.md WVR001"]),
    ],
)
def test_measure_is_waived_where_it_comes_into_force(plan: str, found: list[str], tmp_path: Path) -> None:
    """A plan that brings a measure into force may waive it; another waiver there waives nothing."""
    files: Files = {"content/_data/policy.yml": POLICY, A: SESSION + "---\n", B: PLAN + plan}
    assert codes(tmp_path, files) == found


def test_measure_is_not_waived_elsewhere(tmp_path: Path) -> None:
    """An entry that has nothing to do with the measure cannot waive it."""
    files: Files = {"content/_data/policy.yml": POLICY, A: SESSION + f"waive: [{{code: STU-02, {UNTIL}---\n"}
    assert codes(tmp_path, files) == ["policy.yml STU-02", "a.md WVR001"]


def test_code_that_no_rule_has(tmp_path: Path) -> None:
    """A waiver of a code that there is not waives nothing; what is found in the built site is not judged."""
    waive = f"waive: [{{code: TXT999, {UNTIL}".replace("]\n", ", ") + f"{{code: OUT002, {UNTIL}---\n"
    assert codes(tmp_path, {A: SESSION + waive}) == ["a.md WVR001"]
