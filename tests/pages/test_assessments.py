"""Assessments: every score that was given is shown."""

from pathlib import Path

import pytest

from seen import entry, text


@pytest.mark.parametrize(
    ("fields", "rows"),
    [
        ("results: [{ref: office, items: [1, 2]}]", ["对象 第 1 项 第 2 项 总分 等次", "办公室 1 2"]),
        (
            "results: [{ref: office, items: [{name: 学风, score: 9}]}, {ref: finance, items: [{name: 考勤, score: 7.5}]}]",
            ["对象 学风 考勤 总分 等次", "办公室 9", "财务科 7.5"],
        ),
        (
            "items: [{name: 学风, max: 10}]\nresults: [{ref: office, items: [9, 3], total: 12}]",
            ["对象 学风 第 2 项 总分 等次", "办公室 9 3 12"],
        ),
        ("items: [{name: 学风, max: 10}]\nresults: [{ref: office, grade: 好}]", ["对象 总分 等次", "办公室 好"]),
    ],
)
def test_scores_by_subject(fields: str, rows: list[str], tmp_path: Path) -> None:
    """Items are named by the assessment, by themselves, or by their place."""
    files = {"content/assessments/a.md": entry(f"period: 2025\n{fields}")}
    found = text(tmp_path, files, "assessments/a/", ".yd-grid tr")
    assert found[-len(rows) :] == rows
