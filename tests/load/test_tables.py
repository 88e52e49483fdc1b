"""CSV tables beside entries: Chinese or English, and what is wrong in them is said at their lines."""

from pathlib import Path

import pytest

from load.entries import session
from portals import Files, portal, said

HEAD = "---\ntitle: 甲\ndate: 2026-03-05\n"
SESSION = (
    f"{HEAD}kind: lecture\nhost: office\nstart: 2026-03-10\nhours: 2\ntopic: 乙\nattendance: a.csv\n---\n\n正文。\n"
)
RECORD = f"{HEAD}kind: notes\nperiod: 2026\ncsv: a.csv\n---\n\n正文。\n"
SHEET = "content/sessions/a.csv"


@pytest.mark.parametrize(
    ("table", "report"),
    [
        ("person,status,reason,asked,makeup\nchen-ming,present,,,\nli-fang,leave,出差,2026-03-09,2026-03-20\n", []),
        (
            "人员,情况,事由,请假日期,补课日期\n陈明,出席,,,\n李芳,事假,,2026年3月9日,\nchen-ming-2,缺席,,,\n",
            ["4:1 错误 SES001 名册中没有“chen-ming-2”。"],
        ),
        ("人员,状态\n陈明,present\n,\n\n李芳,旷课\n", []),
        ("人员,状态\n陈明,出席\n李芳,迟到\n", ["3:4 错误 FM006 `状态: 迟到` 不在可选项之内。"]),
        ("人员,情况,电话\n陈明,出席,1\n", ["1:7 错误 FM004 没有 `电话` 这个字段。"]),
        ("人员,事由\n陈明,出差\n", ["1:1 错误 FM003 缺少必填字段 `情况`。"]),
        ("人员,情况\n陈明,\n", ["2:1 错误 FM003 缺少必填字段 `情况`。"]),
        ("人员,情况,状态\n陈明,出席,缺席\n", ["1:7 错误 FM008 `状态` 写了两次。"]),
        ("人员,情况,补课日期\n陈明,请假,下周\n", ["2:7 错误 FM005 `补课日期: 下周` 的值不对。"]),
        ("人员,情况,补课日期\n陈明,请假,2026-02-30\n", ["2:7 错误 DAT001 `补课日期: 2026-02-30`：没有这一天。"]),
        ('人员,情况\n"陈明","迟到"\n', ["2:1 错误 FM006 `情况: 迟到` 不在可选项之内。"]),
    ],
)
def test_attendance(table: str, report: list[str], tmp_path: Path) -> None:
    """An attendance sheet: its columns, its statuses, its dates."""
    found = said(tmp_path, {"content/sessions/a.md": SESSION, SHEET: table}, "zh")
    assert found == [f"{SHEET}:{line}" for line in report]


@pytest.mark.parametrize(
    ("table", "report"),
    [
        ("person,period,hours,words,days\nchen-ming,2026-Q1,12.5,3000,2\n", []),
        ("人员,时期,学时,字数,天数\n陈明,2026年3月,12,,\n", []),
        ("人员,学时\n陈明,两小时\n", ["2:4 错误 FM005 `学时: 两小时` 的值不对。"]),
        ("人员,字数\n陈明,-5\n", ["2:4 错误 FM005 `字数: -5` 的值不对。"]),
        ("人员,时期\n陈明,三月\n", ["2:4 错误 FM005 `时期: 三月` 的值不对。"]),
        ("人员,学分\n陈明,3\n", ["1:4 错误 FM004 没有 `学分` 这个字段。"]),
    ],
)
def test_study_record(table: str, report: list[str], tmp_path: Path) -> None:
    """A table of study records: its columns and its numbers."""
    found = said(tmp_path, {"content/records/a.md": RECORD, "content/records/a.csv": table}, "zh")
    assert found == [f"content/records/a.csv:{line}" for line in report]


def test_other_tables_are_left_alone(tmp_path: Path) -> None:
    """A CSV that is only attached may have any columns."""
    attached = f"{HEAD}kind: notice\nattachments: [{{file: a.csv}}]\n---\n\n正文。\n"
    files = {"content/notices/a.md": attached, "content/notices/a.csv": "甲,乙\n1,2\n"}
    assert said(tmp_path, files) == []
    assert portal(tmp_path, files).tables["notices/a.csv"].rows == ((2, {"甲": "1", "乙": "2"}),)


@pytest.mark.parametrize(
    ("csv", "finding"),
    [
        ("person,status\nchen-ming,present\n", []),
        ("", []),
        ('person,status\nchen-ming,"present\nli-fang,leave\n', ["2:1 error FM001 The CSV cannot be read beyond this line."]),
        (b"person\n\0\n", ["2:1 error FM010 The file contains a NUL character and was not read."]),
        ("姓名\n陈明\n".encode("gb18030"), ["1:1 error FM010 The file is not UTF-8; it looks like GB18030."]),
        ("person,status\n" + "x" * 200_000 + "\n", ["2:1 error FM001 The CSV cannot be read beyond this line."]),
    ],
    ids=["sound", "empty", "quotation", "nul", "gb18030", "long"],
)  # fmt: skip
def test_table_is_read_or_told(csv: str | bytes, finding: list[str], tmp_path: Path) -> None:
    """A CSV beside an entry is read, or the line is told from which on it cannot be."""
    files: Files = {"content/sessions/a.md": session("hours: 2\nattendance: a.csv\n"), "content/sessions/a.csv": csv}
    assert said(tmp_path, files) == [f"content/sessions/a.csv:{line}" for line in finding]


def test_table_keeps_the_line_of_each_row(tmp_path: Path) -> None:
    """Rows know their line, also behind a quoted line break."""
    files: Files = {
        "content/sessions/a.md": session("hours: 2\nattendance: a.csv\n"),
        "content/sessions/a.csv": 'person,reason\nchen-ming,"病假\n一天"\nli-fang, 出差 \n',
    }
    table = portal(tmp_path, files).tables["sessions/a.csv"]
    assert table.header == ("person", "reason")
    assert [(line, dict(row)) for line, row in table.rows] == [
        (3, {"person": "chen-ming", "reason": "病假\n一天"}),
        (4, {"person": "li-fang", "reason": "出差"}),
    ]
