"""Honour rolls: who stands on them, who no longer does, out of how many."""

from pathlib import Path

import pytest

from portals import lines, report
from seen import entry, facts, text

ROLL = """
award: 学习标兵
year: 2025
entries:
  - {ref: chen-ming, category: employee}
  - {name: 王强, category: employee}
  - {ref: office, category: internal-unit}
"""
A, B = "content/honours/a.md", "content/honours/b.md"
CHANGE = "type: honour-change\nhonour: honours/a\nref: {ref}\naction: {action}\nreason: 抄袭\n"
UNITS = """\
- id: yunze
  name: 云泽县支行
  headcount: {2024-01-01: 38, 2026-01-01: 41}
  户数: {2025-01-01: 1200, 2027-01-01: 1300}
  党员: 9
  children:
    - {id: office, name: 办公室, kind: internal-unit}
    - {id: finance, name: 财务科, kind: internal-unit, to: 2024-06-30}
    - {id: credit, name: 信贷科, kind: 内设机构, from: 2025-03-01}
"""


def change(ref: str, action: str = "revoke") -> str:
    """A change to the roll."""
    return entry(CHANGE.format(ref=ref, action=action))


def test_revoked_by_name(tmp_path: Path) -> None:
    """Who stands on the roll by name alone is revoked by the same name, and no reference is missing."""
    files = {A: entry(ROLL), B: change("王强")}
    assert lines(report(tmp_path, files)) == []
    assert facts(tmp_path, files, "honours/a/")["人数"] == "共 3 名（其中已撤销 1 名）"
    assert text(tmp_path, files, "honours/a/", ".yd-wall__revoked .yd-wall__name") == ["王强"]


def test_revoked_by_id_or_name(tmp_path: Path) -> None:
    """Who stands there by id is revoked by id or name; other changes take nothing back."""
    for ref in ("chen-ming", "陈明"):
        assert facts(tmp_path, {A: entry(ROLL), B: change(ref)}, "honours/a/")["人数"].endswith("已撤销 1 名）")
    assert facts(tmp_path, {A: entry(ROLL), B: change("chen-ming", "rectify")}, "honours/a/")["人数"] == "共 3 名"


def test_year_counts_what_stands(tmp_path: Path) -> None:
    """The page of a year does not count a title that was taken back."""
    files = {A: entry(ROLL), B: change("王强")}
    assert "表彰 2 名" in text(tmp_path, files, "archive/2026/", ".yd-figures > div")


def test_population_from_units(tmp_path: Path) -> None:
    """What the roll does not say is counted: units of the kind that were there, heads at the year's end."""
    files = {A: entry(ROLL), "content/_data/units.yml": UNITS}
    heads = ["职工 2 名 全辖 38", "内设机构 1 名 全辖 2"]
    assert text(tmp_path, files, "honours/a/", ".yd-wall__head") == heads
    files[A] = entry(ROLL + "populations: {employee: 50}\n")
    assert text(tmp_path, files, "honours/a/", ".yd-wall__head")[0] == "职工 2 名 全辖 50"


def test_words_of_an_application(tmp_path: Path) -> None:
    """The words of an application are counted where it does not give them."""
    files = {
        "content/applications/a.md": entry(
            "award: 标兵\ncategory: employee\nsubject: chen-ming\nyear: 2025\nsubmitted: 2026-01-12\n"
        ),
        "content/applications/b.md": entry(
            "award: 标兵\ncategory: employee\nsubject: chen-ming\nyear: 2025\nsubmitted: 2026-01-12\nwords: 1200\n"
        ),
    }
    assert facts(tmp_path, files, "applications/a/")["字数"] == "3 字"
    assert facts(tmp_path, files, "applications/b/")["字数"] == "1,200 字"


def test_own_counts_of_a_unit(tmp_path: Path) -> None:
    """A unit's own counts stand on its page, as they are on the day."""
    found = facts(tmp_path, {"content/_data/units.yml": UNITS}, "units/yunze/")
    assert (found["人数"], found["户数"], found["党员"]) == ("41 人", "1,200", "9")


LIST = """
award: 学习标兵
year: 2025
order: {order}
entries:
  - {{name: 云泽县支行, category: county-branch}}
  - {{name: 文思, category: employee}}
  - {{name: 王一民, category: employee}}
  - {{name: 仇海, category: employee}}
  - {{name: 云山县支行, category: county-branch}}
  - {{ref: chen-ming, category: employee}}
  - {{name: 王　宁, category: employee}}
"""


@pytest.mark.parametrize(
    ("order", "policy", "expected"),
    [
        ("as-given", "", "云泽县支行 云山县支行 文思 王一民 仇海 陈明 王宁"),
        ("stroke", "", "云山县支行 云泽县支行 王宁 王一民 仇海 文思 陈明"),
        ("stroke", "stroke_school: char-first\n", "云山县支行 云泽县支行 王一民 王宁 仇海 文思 陈明"),
        ("pinyin", "", "云山县支行 云泽县支行 陈明 仇海 王宁 王一民 文思"),
    ],
)
def test_order_of_names(order: str, policy: str, expected: str, tmp_path: Path) -> None:
    """Names stand in the order that the roll asks for, categories always as given."""
    files = {A: entry(LIST.format(order=order)), "content/_data/policy.yml": policy}
    names = text(tmp_path, files, "honours/a/", ".yd-wall__name")
    assert [name.replace(" ", "").replace("\u3000", "") for name in names] == expected.split()
