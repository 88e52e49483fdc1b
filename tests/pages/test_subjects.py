"""What the page of a unit, person or group tells: what it owes, leads, won, how it stands, what it published."""

from pathlib import Path

import pytest

from portals import lines, portal, report
from seen import entry, page, text, views
from yuandi.page_plan.deadlines import addressed_units
from yuandi.pages.organisation.subject import SubjectView

PLAN = """
kind: annual
unit: office
span: {from: 2026-01-01, to: 2026-12-31}
phases:
  - name: 实施
    from: 2026-01-01
    to: 2026-12-31
    milestones:
      - {name: 动员会, due: 2026-01-20, done: 2026-01-18}
      - {name: 中期汇报, due: 2026-03-20}
groups: [study-group]
tasks:
  - {title: 编印资料, unit: finance, person: li-fang, due: 2026-03-01}
  - {title: 办好书屋, unit: office, person: chen-ming, due: 2026-06-01}
  - {title: 已办的事, unit: finance, person: li-fang, due: 2026-02-01, done: 2026-01-31}
"""
NOTICE = "kind: notice\nunit: office\nto: [各内设机构]\ndeadline: 2026-04-10\n"
FILES = {"content/plans/a.md": entry(PLAN), "content/notices/b.md": entry(NOTICE)}
ROWS = ".yd-block--grid tbody tr"


@pytest.mark.parametrize(
    ("address", "rows"),
    [
        ("people/li-fang/", ["编印资料 ▲ 已逾期 2026年3月1日 甲"]),
        ("people/chen-ming/", ["办好书屋 ○ 待完成 2026年6月1日 甲"]),
        ("units/finance/", ["编印资料 ▲ 已逾期 2026年3月1日 甲", "甲 ○ 待完成 2026年4月10日 甲"]),
        (
            "units/office/",
            [
                "中期汇报 ▲ 已逾期 2026年3月20日 甲",
                "甲 ○ 待完成 2026年4月10日 甲",
                "办好书屋 ○ 待完成 2026年6月1日 甲",
                "甲 ◆ 进行中 年度计划 2026年1月1日至2026年12月31日",
            ],
        ),
        (
            "groups/study-group/",
            ["中期汇报 ▲ 已逾期 2026年3月20日 甲", "甲 ◆ 进行中 年度计划 2026年1月1日至2026年12月31日"],
        ),
    ],
)
def test_what_is_owed(address: str, rows: list[str], tmp_path: Path) -> None:
    """Tasks by person and unit, milestones by unit and group, deadlines by those addressed; late first; done not."""
    assert text(tmp_path, FILES, address, ROWS) == rows


def test_a_notice_is_owed_until_its_day(tmp_path: Path) -> None:
    """Nobody can tell what came in: after its day a notice is owed by nobody."""
    files = {"content/notices/b.md": entry(NOTICE.replace("2026-04-10", "2026-03-30"))}
    assert text(tmp_path, files, "units/finance/", ROWS) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["办公室"], ["office"]),
        (["各县市支行、财务科"], ["yunze", "finance"]),
        (["机关各内设机构"], ["office", "finance"]),
        (["各学校", "市局"], []),
        (["各"], []),
    ],
)
def test_who_is_addressed(words: list[str], expected: list[str], tmp_path: Path) -> None:
    """Units by name, or all of a kind after `各`; other words address nobody."""
    assert [unit.id for unit in addressed_units(portal(tmp_path, {}), words)] == expected


def test_what_is_led(tmp_path: Path) -> None:
    """Series, plans and projects that one answers for: what runs first, what is over last; mere members lead nothing."""
    project = """
unit: finance
convener: chen-ming
span: {{from: {0}-01-01, to: {0}-06-30}}
team: [{{person: li-fang, role: {1}}}, {{person: chen-ming, role: 联络员}}]
"""
    files = {
        "content/projects/a.md": entry(project.format(2025, "组长")).replace("甲", "旧题"),
        "content/projects/b.md": entry(project.format(2026, "成员")).replace("甲", "新题"),
        "content/lectures/c.md": entry("host: finance\nperiod: 2027\n").replace("甲", "讲座"),
    }
    assert text(tmp_path, files, "units/finance/", ROWS) == [
        "讲座 ○ 未开始 讲座系列 2027年1月1日至2027年12月31日",
        "新题 ◆ 进行中 承担单位 2026年1月1日至2026年6月30日",
        "旧题 ● 已结束 承担单位 2025年1月1日至2025年6月30日",
    ]
    assert text(tmp_path, files, "people/li-fang/", ROWS) == ["旧题 ● 已结束 组长 2025年1月1日至2025年6月30日"]
    assert [row.split()[3] for row in text(tmp_path, files, "people/chen-ming/", ROWS)] == ["召集人", "召集人"]


def test_what_was_won(tmp_path: Path) -> None:
    """Honours by year, those of a unit's people under their names; a revoked one is struck, with its reason."""
    roll = "award: 学习标兵\nyear: {}\nentries: [{{ref: chen-ming, unit: office, category: employee, reason: 手勤}}]\n"
    change = "type: honour-change\nhonour: honours/a\nref: chen-ming\naction: revoke\nreason: 抄袭\n"
    files = {
        "content/honours/a.md": entry(roll.format(2024)),
        "content/honours/b.md": entry(roll.format(2025)),
        "content/honours/c.md": entry(change),
    }
    assert text(tmp_path, files, "people/chen-ming/", ".yd-wall__head") == ["2025年 1 项", "2024年 1 项"]
    assert text(tmp_path, files, "people/chen-ming/", ".yd-wall li") == [
        "学习标兵（职工） 手勤",
        "学习标兵（职工） 手勤 × 已撤销 理由：抄袭 撤销说明",
    ]
    assert text(tmp_path, files, "people/chen-ming/", ".yd-wall s") == ["学习标兵（职工）"]
    assert text(tmp_path, files, "units/office/", ".yd-wall__unit") == ["陈明", "陈明"]


POLICY = """
measures:
  - code: WRT-06
    title: 每年一篇文章
    subject: {people: {}}
    measure: {count: article}
    period: year
    min: 1
    modality: must
    since: 2025-01-01
"""


def test_how_measures_stand(tmp_path: Path) -> None:
    """Of each measure the newest period, its state by sign and word."""
    files = {
        "content/_data/policy.yml": POLICY,
        "content/column/a.md": entry("kind: reflection\nauthors: [chen-ming]\n").replace("2026-03", "2025-03"),
        "content/column/b.md": entry("kind: reflection\nauthors: [li-fang]\n"),
    }
    assert text(tmp_path, files, "people/chen-ming/", ROWS) == ["每年一篇文章 ◔ 进行中 0 ≥1 2026年"]
    assert text(tmp_path, files, "people/li-fang/", ROWS) == ["每年一篇文章 ✓ 达到 1 ≥1 2026年"]


def test_own_entries_and_others(tmp_path: Path) -> None:
    """What a subject published stands apart from what else names it; many others have a list of their own."""
    articles = {
        f"content/column/a{number:02}.md": entry("kind: essay\nauthors: [li-fang]\nunit: office\n")
        for number in range(3)
    }
    sessions = {
        f"content/sessions/s{number:02}.md": entry(
            "kind: lecture\nhost: yunze\nstart: 2026-03-01\nhours: 1\ntopic: 乙\nlecturers: [li-fang]\n"
        )
        for number in range(31)
    }
    found = views(tmp_path, {**articles, **sessions})
    view = found["people/li-fang/"]
    assert isinstance(view, SubjectView)
    assert (view.total, len(view.others)) == (3, 30)
    assert view.more is not None
    assert (view.more.text, view.more.address) == ("全部 31 件", "people/li-fang/related/")
    assert {"people/li-fang/related/", "people/li-fang/related/page/2/"} <= found.keys()


def test_an_id_that_a_person_and_a_unit_share(tmp_path: Path) -> None:
    """Each has its own page with its own honours."""
    files = {
        "content/_data/people.yml": "- {id: office, name: 欧飞}\n",
        "content/honours/a.md": entry("award: 标兵\nyear: 2025\nentries: [{ref: 办公室, category: internal-unit}]\n"),
    }
    assert text(tmp_path, files, "units/office/", ".yd-wall__unit") == []


def test_head_counts_are_bars(tmp_path: Path) -> None:
    """How many work in the units below: bars with the number beside, hidden from screen readers as pictures."""
    units = """\
- id: yunze
  name: 云泽县支行
  children: [{id: office, name: 办公室, headcount: 4}, {id: finance, name: 财务科, headcount: {2026-01-01: 8}}]
"""
    files = {"content/_data/units.yml": units}
    assert text(tmp_path, files, "units/yunze/", ".yd-bars li") == ["办公室 4 人", "财务科 8 人"]
    widths = [node.attributes["width"] for node in page(tmp_path, files, "units/yunze/").css(".yd-bars rect + rect")]
    assert widths == ["50.0%", "100.0%"]


def test_links_to_dossiers_are_known(tmp_path: Path) -> None:
    """A dossier that is made can be linked; one that is not is a broken link."""
    article = entry("kind: essay\nauthors: [li-fang]\n")
    linking = article.replace("正文。", "[档案](/people/li-fang/2026/) [无](/people/li-fang/2025/)")
    files = {"content/column/a.md": article, "content/column/b.md": article, "content/column/c.md": linking}
    assert [line.split()[2] for line in lines(report(tmp_path, files))] == ["REF008"]
    assert text(tmp_path, files, "people/li-fang/", ".yd-facts a")[-1] == "2026年"
