"""`yuandi measures` and `yuandi explain CODE` as users run them."""

import csv
import io
import json
from pathlib import Path

import pytest

from measures.tables import GROUPS, PEOPLE, UNITS, notes, session
from portals import Files, write
from yuandi.cli.main import main

POLICY = """\
measures:
  - code: STU-04
    title: 中心组每季度集中学习一次
    subject: {groups: {kind: centre-group}}
    measure: {count: session, where: {kind: 中心组学习}}
    period: quarter
    min: 1
  - code: WRT-02
    title: 干部全年笔记不少于10000字
    subject: {people: cadre}
    measure: {sum: words, of: study-record}
    period: year
    min: 10000
    modality: generally
    source: {ref: =1+1, article: 三}
"""
FILES: Files = {
    "content/_data/units.yml": UNITS,
    "content/_data/people.yml": PEOPLE,
    "content/_data/groups.yml": GROUPS,
    "content/_data/policy.yml": POLICY,
    "content/sessions/a.md": session("2025-10-08"),
    "content/records/a.md": notes("li-fang", "2025", 9500),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The portal's folder, with nothing of the machine's own settings."""
    for name in ("YUANDI_LANG", "YUANDI_AS_OF", "SOURCE_DATE_EPOCH", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return write(tmp_path, FILES)


def ran(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[object, str, str]:
    """The status of a run, and what it printed."""
    with pytest.raises(SystemExit) as ended:
        main([str(one) for one in arguments])
    return (ended.value.code, *capsys.readouterr())


def test_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table for each unit, with what the codes mean and a count of the states."""
    status, out, err = ran(capsys, "measures", folder, "--as-of", "2026-03-31")
    assert (status, err) == (0, "")
    assert [line.rstrip() for line in out.splitlines()] == [
        "云泽县支行",
        "编号    对象    周期            状态    数值  要求  应有进度  依据",
        "STU-04  中心组  2025年第四季度  达到       1    ≥1            sessions/a",
        "STU-04  中心组  2026年第一季度  进行中     0    ≥1         1",
        "办公室",
        "编号    对象  周期    状态      数值     要求  应有进度  依据",
        "WRT-02  陈明  2026年  没有记录        ≥10,000",
        "财务科",
        "编号    对象  周期    状态     数值     要求  应有进度  依据",
        "WRT-02  李芳  2025年  提醒    9,500  ≥10,000            records/a",
        "WRT-02  李芳  2026年  进行中      0  ≥10,000  2,465.75",
        "STU-04 中心组每季度集中学习一次",
        "WRT-02 干部全年笔记不少于10000字",
        "达到 1，提醒 1，进行中 2，没有记录 1。",
    ]


def test_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Programs get every field, of one unit with those below it, and of one year."""
    _, out, _ = ran(
        capsys, "measures", folder, "--as-of", "2026-03-31", "--format", "json", "--unit", "财务科", "--period", "2025"
    )
    assert json.loads(out) == {
        "as_of": "2026-03-31",
        "rows": [
            {
                "code": "WRT-02",
                "title": "干部全年笔记不少于10000字",
                "modality": "generally",
                "subject": "li-fang",
                "subject_kind": "person",
                "subject_name": "李芳",
                "unit": "finance",
                "period": "2025",
                "state": "warning",
                "value": 9500,
                "limit": 10000,
                "due": None,
                "pace": None,
                "statement": None,
                "evidence": ["records/a"],
                "late": [],
            }
        ],
    }


def test_csv(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Excel and WPS see a byte order mark, and no formula."""
    (folder / "content/_data/policy.yml").write_text(POLICY.replace("title: 干部", "title: =1+1干部"), encoding="utf-8")
    _, out, _ = ran(capsys, "measures", folder, "--as-of", "2026-03-31", "--format", "csv", "--period", "2025-Q4")
    assert out.startswith("\ufeff单位,编号,对象,周期,状态,数值,要求,应有进度,依据,标题\r\n")
    assert list(csv.reader(io.StringIO(out)))[1:] == [
        ["云泽县支行", "STU-04", "中心组", "2025年第四季度", "达到", "1", "≥1", "", "sessions/a", "中心组每季度集中学习一次"]
    ]  # fmt: skip
    _, out, _ = ran(
        capsys, "measures", folder, "--as-of", "2026-03-31", "--format", "csv", "--period", "2025", "--lang", "en"
    )
    assert [row[-1] for row in csv.reader(io.StringIO(out))] == [
        "title",
        "中心组每季度集中学习一次",
        "'=1+1干部全年笔记不少于10000字",
    ]


@pytest.mark.parametrize(
    ("option", "word", "said"),
    [
        ("--period", "今年", "`今年` 不是时期，请写成 2026、2026-Q1 或 2026-03。"),
        ("--unit", "fianance", "没有单位 `fianance`。是否应为 `finance`？"),
    ],
)
def test_what_there_is_not(option: str, word: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A unit or a period that is not there is one sentence, with status 2."""
    assert ran(capsys, "measures", folder, option, word) == (2, "", f"yuandi: {said}\n")


def test_nothing_to_list(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a time without measures there is one line."""
    assert ran(capsys, "measures", folder, "--as-of", "2026-03-31", "--period", "2019")[1] == "没有可以列出的指标。\n"


def test_explain(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A measure of the portal is explained: where it stands, what it says, and who has not met it."""
    monkeypatch.setenv("YUANDI_AS_OF", "2026-03-31")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1774915200")
    status, out, _ = ran(capsys, "explain", "wrt-02", "--portal", folder, "--lang", "en")
    assert status == 0
    assert (
        out
        == """\
# WRT-02 干部全年笔记不少于10000字

Defined at content/_data/policy.yml:8:5

```yaml
code: WRT-02
title: 干部全年笔记不少于10000字
subject:
  people: {tag: cadre}
measure: {sum: words, of: study-record}
period: year
min: 10000
modality: generally
source: {ref: =1+1, article: 三}
```

1 warning, 1 pending, 1 no-data.

- 李芳 2025: 9,500 / ≥10,000 (warning)
- 李芳 2026: 0 / ≥10,000 (pending)
"""
    )
