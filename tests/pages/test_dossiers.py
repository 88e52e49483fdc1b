"""Dossiers: what belongs into whose, of which year, and what is added up."""

from pathlib import Path

import pytest

from portals import portal
from seen import entry, text, views
from yuandi.entry_types.entry_type import Chapter
from yuandi.pages.dossier.dossier_page import DossierView

SESSION = "kind: {kind}\nhost: study-group\nstart: {day}T09:00\n{length}\ntopic: 乙\n{more}"


def session(day: str, length: str = "hours: 2", more: str = "", kind: str = "centre-study") -> str:
    """A session of the leading group."""
    return entry(SESSION.format(kind=kind, day=day, length=length, more=more))


FILES = {
    "content/plans/personal/p.md": entry(
        "type: personal-plan\nperson: li-fang\nyear: 2026\nsections: [{kind: 专业, content: 会计}]\nbooks: [《活着》]\n"
    ),
    "content/sessions/a.md": session("2026-01-10", more="attendance: {expected: 2, present: 2}"),
    "content/sessions/b.md": session(
        "2026-02-10",
        "days: 1",
        "attendance: {expected: 2, present: 1, leave: [{person: li-fang, reason: 出差, makeup: 2026-02-12}]}",
    ),
    "content/sessions/c.md": session("2026-03-10", more="attendance: {expected: 2, present: 1, absent: [李芳]}"),
    "content/sessions/d.md": session("2026-04-10", more="attendance: {expected: 2, present: 2}"),
    "content/sessions/e.md": session("2026-03-11", more="attendance: {expected: 2, present: 1}"),
    "content/sessions/f.md": session("2026-03-12", more="lecturers: [li-fang]\nattendance: f.csv", kind="lecture"),
    "content/sessions/f.csv": "person,status\nli-fang,present\nchen-ming,absent\n",
    "content/records/n.md": entry("kind: notes\ncsv: n.csv\nperiod: 2026-Q1\n"),
    "content/records/n.csv": "person,period,words\nli-fang,2026-01,1200\nli-fang,2026-02,800\nchen-ming,2025-12,5\n",
    "content/records/r.md": entry(
        "kind: reading\nperson: li-fang\nperiod: 2026-02\nhours: 3\nbooks: [活着, 《活着》]\n"
    ),
    "content/column/w.md": entry("kind: essay\nauthors: [li-fang]\nwords: 1500\npublished: {medium: 云泽日报}\n"),
    "content/projects/q.md": entry(
        "unit: office\nconvener: chen-ming\nspan: {from: 2025-11-01, to: 2026-06-30}\n"
        "team: [{person: li-fang, role: 联络员}]\nfacilitators: [li-fang]\n"
        "milestones: [{name: 开题, due: 2025-11-20, done: 2025-11-20}, {name: 结题, due: 2026-06-20}]\n"
    ),
    "content/assessments/s.md": entry(
        "period: 2025\nitems: [{name: 学风, max: 50}, {name: 效果, max: 50}]\n"
        "results: [{ref: li-fang, total: 90, grade: 优秀, items: [44, 46]}]\n"
    ),
    "content/applications/t.md": entry(
        "award: 标兵\ncategory: employee\nsubject: li-fang\nyear: 2026\nsubmitted: 2026-03-02\n"
        "conditions: [全勤, {name: 发表, met: false}]\n"
    ),
    "content/honours/h.md": entry("award: 标兵\nyear: 2026\nentries: [{ref: li-fang, category: employee}]\n"),
    "content/competitions/k.md": entry("kind: 征文\nresults: [{rank: 二等奖, ref: li-fang}]\n"),
}


def test_a_whole_dossier(tmp_path: Path) -> None:
    """Every chapter with its sums; what is still to come is not in it."""
    view = views(tmp_path, FILES)["people/li-fang/2026/"]
    assert isinstance(view, DossierView)
    assert [(section.title, section.said) for section in view.sections] == [
        ("计划与方案", "个人计划 1 份。"),
        ("参加学习", "有记名考勤 4 次，出席 2 次，请假 1 次（补课 1 次），缺席 1 次，计 12 学时。"),
        ("主讲与主持", "主讲 1 次，计 2 学时。"),
        ("自学与笔记", "自学 3 学时，笔记 2,000 字，读书 1 种。"),
        ("文章", "共 1 篇，发表 1 篇。"),
        ("行动学习课题", "共 1 项。"),
        ("申报", "共 1 件。"),
        ("荣誉", "共 1 项。"),
        ("竞赛", "共 1 项。"),
    ]
    assert text(tmp_path, FILES, "people/li-fang/2026/", "tbody tr") == [
        "专业 会计",
        "甲 2026年1月10日 中心组学习 2 学时 出席",
        "甲 2026年2月10日 中心组学习 1 天 请假 出差 2026-02-12",
        "甲 2026年3月10日 中心组学习 2 学时 缺席",
        "甲 2026年3月12日 讲座 2 学时 出席",
        "甲 2026年3月12日 讲座 2 学时 主讲 应到 2 人，实到 1 人",
        "甲 2026年1月 笔记 1,200",
        "甲 2026年2月 笔记 800",
        "甲 2026年2月 读书 3 《活着》、《活着》",
        "甲 2026年3月5日 征文 李芳 1,500 云泽日报",
        "甲 联络员、促进师 2025年11月1日至2026年6月30日 完成 1/2 ◆ 进行中",
        "甲 标兵 职工 2026年3月2日 1/2",
        "甲 2026年3月5日 征文 二等奖",
    ]


def test_where_numbers_do_not_bear_it_out_nobody_was_there(tmp_path: Path) -> None:
    """Of a group of two of whom one came, nobody knows who; tables and names say it."""
    dossiers = portal(tmp_path, FILES).dossiers
    attended = [one.entry.id for one in dossiers.filed("person", "chen-ming", Chapter.ATTENDED)]
    assert attended == ["sessions/a", "sessions/b", "sessions/c", "sessions/f"]


def test_a_dossier_tells_more_than_a_mention(tmp_path: Path) -> None:
    """Fewer than three things make no dossier; a group's doings are those of its unit too."""
    groups = "- {id: study-group, name: 中心组, unit: office, members: [{person: chen-ming}, {person: li-fang}]}\n"
    found = views(tmp_path, {**FILES, "content/_data/groups.yml": groups})
    assert sorted(address for address, view in found.items() if isinstance(view, DossierView)) == [
        "groups/study-group/2026/",
        "people/chen-ming/2026/",
        "people/li-fang/2026/",
        "units/office/2026/",
    ]


def test_unit_dossier(tmp_path: Path) -> None:
    """Sessions hosted with hours and attendance, plans with series, what was issued, circulars and funds."""
    series = """
host: office
period: 2026
sessions:
  - {start: 2026-03-10T14:30, hours: 2, topic: 公文写作, attendance: {expected: 40, present: 30}}
  - {start: 2026-05-10T14:30, hours: 2, topic: 以后}
"""
    files = {
        "content/lectures/a.md": entry(series),
        "content/plans/b.md": entry("unit: office\nspan: {from: 2025-01-01, to: 2026-12-31}\n"),
        "content/notices/c.md": entry(
            "kind: criticism\nunit: yunze\nsubjects: [{ref: office, result: 缺席两次}]\ndoc_number: 云〔2026〕1号\n"
        ),
        "content/briefs/d.md": entry("series: 简报\nissue: 1\nunit: office\n"),
        "content/funds/e.md": entry("year: 2026\nunit: office\namount: 1000\nspent: [{purpose: 书, amount: 250}]\n"),
        "content/inspections/f.md": entry(
            "inspector: chen-ming\nscope: 全部\nfindings: [{ref: office, result: 良好}]\n"
        ),
    }
    view = views(tmp_path, files)["units/office/2026/"]
    assert isinstance(view, DossierView)
    assert [(section.title, section.said) for section in view.sections] == [
        ("计划与方案", "方案和计划 1 件，讲座系列 1 个。"),
        ("组织学习", "共 1 次，2 学时，平均到会率 75%。"),
        ("发布的文件与信息", "共 1 件，简报 1 件。"),
        ("检查与通报", "共 2 次。"),
        ("经费", "提取 1,000 元，支出 250 元。"),
    ]


POLICY = """
measures:
  - code: STU-01
    title: 每月学习一次
    subject: {groups: {}}
    measure: {count: session}
    period: month
    min: 1
    modality: must
    since: 2026-01-01
"""


def test_measures_of_the_year(tmp_path: Path) -> None:
    """Of many periods it is told how many went how, which fell short, and the worst state."""
    files = {
        "content/_data/policy.yml": POLICY,
        "content/sessions/a.md": session("2026-01-10"),
        "content/sessions/b.md": session("2026-01-12"),
        "content/sessions/c.md": session("2026-01-13"),
    }
    rows = text(tmp_path, files, "groups/study-group/2026/", "tbody tr")
    assert rows[3:] == ["每月学习一次 ≥1 不符 1 期（2026年2月），进行中 1 期，达到 1 期 × 不符"]


@pytest.mark.parametrize("span", ["{from: 2026-01-01, to: 2999-12-31}", "{from: 1900-01-01, to: 2999-12-31}"])
def test_plans_without_end(span: str, tmp_path: Path) -> None:
    """A plan is in the dossiers of years that have begun, and of no others."""
    plan = entry(f"unit: office\nspan: {span}\n")
    found = views(tmp_path, {f"content/plans/{name}.md": plan for name in "abc"})
    assert max(view.year for view in found.values() if isinstance(view, DossierView)) == 2026


def test_what_is_not_public_is_in_no_dossier(tmp_path: Path) -> None:
    """Hidden entries count for nothing, and make no dossier."""
    article = "kind: essay\nauthors: [li-fang]\n"
    files = {f"content/column/{name}.md": entry(article) for name in "ab"}
    hidden = {"content/column/c.md": entry(article + "visibility: office\n")}
    assert "people/li-fang/2026/" not in views(tmp_path, {**files, **hidden})


def test_damaged_tables(tmp_path: Path) -> None:
    """Rows that the check finds faults with stop no page."""
    files = {
        "content/records/n.md": entry("kind: notes\ncsv: n.csv\nperiod: 2026-Q1\n"),
        "content/records/n.csv": "person,period,words\nli-fang,何时,许多\nli-fang,2026-99,-3\nli-fang,,5\n,2026-01,4\n",
    }
    assert "people/li-fang/2026/" in views(tmp_path, files)
    assert text(tmp_path, files, "people/li-fang/2026/", ".yd-dossier__said") == ["笔记 5 字。"]
