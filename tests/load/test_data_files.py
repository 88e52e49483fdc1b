"""Data files are read, or reported in one clear finding; entries that name their records are not reported too."""

from pathlib import Path

import pytest

from load.entries import A, B, notice
from portals import Files, said

NAMING = notice("unit: finance\nauthor: li-fang\ncolumn: news\n")


@pytest.mark.parametrize(
    ("name", "text", "finding"),
    [
        ("units", "- id: office\n  name: 甲: 乙\n", "2:10 error FM001 The value on this line contains a colon and a space, so it cannot be read."),
        ("units", "office: 办公室\n", "1:1 error FM001 units.yml must be a list."),
        ("units", "办公室\n", "1:1 error FM001 units.yml must be a list."),
        ("units", "- id: office\n  name: 办公室\n- 财务科\n", "3:3 error FM005 `财务科` is not a mapping."),
        ("units", "- id: office\n  name: 办公室\n- id: finance\n  nmae: 财务科\n", "4:3 error FM004 `nmae` is not a field here."),
        ("units", "- id: office\n  name: 办公室\n- id: Finance\n  name: 财务科\n", "3:3 error FM005 `id: Finance` is not an id."),
        ("units", "- id: office\n  name: 办公室\n- id: finance\n  name: 财务科\n  headcount: {2026-01-01: 3, 2026-02-30: 4}\n", "5:30 error DAT001 `2026-02-30: 4` is not a date that exists."),
        ("units", "- id: office\n  name: 办公室\n- id: finance\n  name: 财务科\n  households: -1\n", "5:3 error FM005 `households: -1` is not a number of at least 0."),
        ("units", "- &a\n  id: office\n  name: 办公室\n  children: [*a]\n", "4:14 error FM001 The alias `*a` contains itself."),
        ("units", "- " * 50_000, "1:401 error FM001 The nesting is deeper than 200 levels."),
        ("units", "- id: office\n  name: 办公室\n".encode("gb18030"), "1:1 error FM010 The file is not UTF-8; it looks like GB18030."),
        ("people", "- name: 李芳\n", "1:3 error FM003 The required field `id` is missing."),
        ("people", "- id: li-fang\n  name: 李芳\n  unit: {2026-01-01: nowhere}\n- id: chen-ming\n  name: 陈明\n", "3:10 error REF001 `2026-01-01: nowhere` is not a known unit."),
        ("columns", "- id: news\n  title: 动态\n  takes: news\n  fresh_within: 三十天\n", "4:3 error FM005 `fresh_within: 三十天` is not a whole number."),
        ("groups", "- id: centre\n  name: 中心组\n  members:\n    - {person: 外请专家}\n    - {person: chen-ming}\n    - {person: finance}\n", "6:8 error REF002 `person: finance` is a unit; expected: person."),
        ("policy", "stroke_school: pinyin\n", "1:1 error FM006 `stroke_school: pinyin` is not one of the choices."),
        ("policy", "measures: STU-02\n", "1:1 error FM005 `measures: STU-02` is not a list."),
        ("policy", "- STU-02\n", "1:1 error FM001 policy.yml must consist of `key: value` lines."),
        ("policy", "rules: {FM007: loud}\n", "1:9 error FM006 `FM007: loud` is not one of the choices."),
        ("calendar", "今年: {}\n", "1:1 error FM005 `今年` is not a year."),
        ("calendar", "2026:\n2027: {holidays: []}\n", "1:1 error FM005 `2026` is not a mapping."),
        ("calendar", "2026: {holidays: [{from: 2026-02-30, to: 2026-03-01}]}\n", "1:20 error DAT001 `from: 2026-02-30` is not a date that exists."),
        ("lexicon", "- right: 效率\n", "1:3 error FM003 One of `wrong` / `name` is required."),
    ],
)  # fmt: skip
def test_broken_data_file_is_one_finding(name: str, text: str | bytes, finding: str, tmp_path: Path) -> None:
    """One thing wrong in a data file is one finding, and nobody who names what it lists is blamed."""
    data = f"content/_data/{name}.yml"
    naming = {B: NAMING} if name in {"units", "people"} else {}
    if finding.endswith("is not a known unit."):
        naming = {}
    columns = {"content/_data/columns.yml": "- id: news\n  title: 动态\n"} if naming else {}
    assert said(tmp_path, {data: text, **naming, **columns}) == [f"{data}:{finding}"]


@pytest.mark.parametrize(
    ("units", "finding"),
    [
        (
            "- id: office\n  name: 甲\n  children:\n    - id: finance\n      name: 乙\n      children:\n        - id: office\n          name: 丙\n",
            "7:11 error REF003 The unit `office` is below itself.",
        ),
        (
            "- id: office\n  name: 甲\n  parent: finance\n- id: finance\n  name: 乙\n  parent: office\n",
            "3:3 error REF003 `parent` forms a cycle: office → finance → office.",
        ),
        ("- id: office\n  name: 甲\n  parent: office\n- id: finance\n  name: 乙\n", "3:3 error REF003 `parent` forms a cycle: office → office."),
        (
            "- id: office\n  name: 甲\n  parent: finance\n  children:\n    - id: finance\n      name: 乙\n",
            "3:3 error REF003 `parent` forms a cycle: office → finance → office.",
        ),
    ],
)  # fmt: skip
def test_units_in_a_circle_are_one_finding(units: str, finding: str, tmp_path: Path) -> None:
    """A circle of units, by nesting, by `parent` or by both, is one finding at its first place."""
    assert said(tmp_path, {"content/_data/units.yml": units}) == [f"content/_data/units.yml:{finding}"]


def test_weights_of_the_policy(tmp_path: Path) -> None:
    """A rule may be switched off or weighted otherwise, in either language."""
    files: Files = {
        "content/_data/policy.yml": "rules: {FM004: off, REF001: 提示, DAT001: warning}\n",
        A: notice("titel: 甲\n"),
        B: notice("unit: nowhere\npublish_on: 2026-03-10\nexpires: 2026-03-08\n"),
    }
    assert said(tmp_path, files) == [
        f"{B}:6:1 info REF001 `unit: nowhere` is not a known unit.",
        f"{B}:8:1 warning DAT001 `expires` is before `publish_on`.",
    ]


@pytest.mark.parametrize(("until", "count"), [("2026-03-30", 1), ("2026-03-31", 0)])
def test_exception_ends_with_its_day(until: str, count: int, tmp_path: Path) -> None:
    """A named exception holds for one rule in one file, through its last day."""
    waiver = f"waive: [{{code: REF001, reason: 尚未登记, by: 陈明, until: {until}}}]\n"
    found = said(tmp_path, {A: notice("unit: nowhere\n" + waiver)})
    assert sum(" REF001 " in line and line.endswith("is not a known unit.") for line in found) == count
