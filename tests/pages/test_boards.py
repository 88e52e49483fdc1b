"""Boards: a cell tells the latest period and leads to its row, which has the entries; nothing hidden counts."""

from pathlib import Path
from textwrap import dedent

from portals import portal
from yuandi.outputs.tables import sheets
from yuandi.page_plan.registers import LINES
from yuandi.pages import Shown
from yuandi.pages.boards import BoardView, MeasureView, board_pages
from yuandi.pages.registers import TablesView

POLICY = """\
measures:
  - code: STU-04
    title: 中心组每季度集中学习不少于一次
    subject: {groups: {kind: leading-group}}
    measure: {count: session, where: {kind: centre-study}}
    period: quarter
    min: 1
    since: 2025-10-01
"""
SESSION = """\
---
type: session
kind: centre-study
title: {title}
date: {day}
host: study-group
start: {day}T09:00
hours: 3
topic: 学习方法
{more}---

正文。
"""
PORTAL = {
    "content/_data/policy.yml": POLICY,
    "content/sessions/a.md": SESSION.format(title="第一次", day="2025-11-05", more=""),
    "content/sessions/b.md": SESSION.format(title="第二次", day="2026-02-05", more=""),
}


def lines(board: BoardView) -> list[list[str]]:
    """The lines of a board's first section, as words."""
    grid = board.sections[0].lines
    assert grid
    return [
        ["".join([*(link.text for link in one.links), one.mark.label if one.mark else ""]) for one in row]
        for row in grid.rows
    ]


def views(folder: Path, files: dict[str, str]) -> list[object]:
    return list(board_pages(Shown(portal(folder, {**PORTAL, **files}))))


def test_a_cell_tells_the_latest_period_and_leads_to_its_row(tmp_path: Path) -> None:
    found = views(tmp_path, {})
    board = next(view for view in found if isinstance(view, BoardView))
    assert lines(board) == [
        ["学习型组织建设领导小组", "中心组每季度集中学习不少于一次", "2026年第一季度", "1", "≥1", "达到"]
    ]
    grid = board.sections[0].lines
    assert grid
    asked = grid.rows[0][1].links[0]
    measure = next(view for view in found if isinstance(view, MeasureView))
    assert asked.address == measure.address == "board/measures/stu-04/"
    told = {one.anchor: [link.text for link in one.evidence] for one in measure.rows}
    assert told[asked.anchor] == ["第二次"]
    assert [one.period for one in measure.rows] == ["2026年第一季度", "2025年第四季度"]


def test_only_those_who_share_a_measure_stand_in_one_table(tmp_path: Path) -> None:
    """Three kinds of unit with measures of their own: one line, and two tables without an empty cell."""
    measure = "  - {{code: {}, title: {}, subject: {{units: {{kind: {}}}}}, measure: {{count: session}}, period: year, min: 1}}\n"
    kinds = (("T-01", "全行学习", "bank"), ("D-01", "部门学习", "department"), ("B-01", "支行学习", "branch"))
    units = [("bank", "bank"), ("a", "department"), ("x", "branch"), ("b", "department"), ("y", "branch")]
    files = {
        "content/_data/policy.yml": "measures:\n" + "".join(measure.format(*kind) for kind in kinds),
        "content/_data/units.yml": "".join(f"- {{id: {one}, name: {one}, kind: {kind}}}\n" for one, kind in units),
        "content/sessions/a.md": "",
        "content/sessions/b.md": "",
    }
    board = next(view for view in views(tmp_path, files) if isinstance(view, BoardView))
    (part,) = board.sections
    assert [line[0] for line in lines(board)] == ["bank"]
    assert [
        ([one.title for one in table.columns], [row.subject.text for row in table.rows]) for table in part.matrices
    ] == [
        (["部门学习"], ["a", "b"]),
        (["支行学习"], ["x", "y"]),
    ]


def test_what_fell_short_before_is_counted(tmp_path: Path) -> None:
    policy = POLICY.replace("quarter", "month").replace("每季度", "每月")
    board = next(view for view in views(tmp_path, {"content/_data/policy.yml": policy}) if isinstance(view, BoardView))
    assert [line[2:] for line in lines(board)] == [["2026年3月", "0", "≥1", "往期不符 1进行中"]]


def test_hidden_sessions_do_not_count(tmp_path: Path) -> None:
    hidden = {"content/sessions/b.md": SESSION.format(title="第二次", day="2026-02-05", more="visibility: office\n")}
    board = next(view for view in views(tmp_path, hidden) if isinstance(view, BoardView))
    assert [(line[3], line[5]) for line in lines(board)] == [("0", "进行中")]


def test_what_is_due_stands_with_whose_it_is(tmp_path: Path) -> None:
    notice = dedent(
        """\
        ---
        type: notice
        kind: notice
        title: 关于报送总结的通知
        date: 2026-03-05
        unit: office
        deadline: {}
        ---

        正文。
        """
    )
    files = {
        "content/notices/a.md": notice.format("2026-03-30"),
        "content/notices/b.md": notice.format("2026-04-10"),
        "content/notices/c.md": notice.format("2026-08-10"),
    }
    due = next(view for view in views(tmp_path, files) if isinstance(view, TablesView) and "deadlines" in view.address)
    (table,) = due.tables
    assert [[link.text for link in row[0].links] + [row[1].links[0].text] for row in table.rows] == [
        ["办公室", "2026-03-30"],
        ["办公室", "2026-04-10"],
    ]
    assert [row[-1].mark.label for row in table.rows if row[-1].mark] == ["逾期", "未到期"]


DUE = """\
measures:
  - code: AL-10
    title: 每月25日前报送信息
    subject: {units: {id: office}}
    measure: {count: news}
    period: month
    min: 1
    due: "25"
    since: 2026-01-01
"""
NOTICE = "---\ntype: notice\nkind: notice\ntitle: 申报通知\ndate: 2025-12-01\nunit: office\ndeadline: 2026-01-15\n---\n\n正文。\n"
APPLICATION = """\
---
type: application
title: {title}
date: 2026-01-20
unit: office
award: 学习型组织
category: department
subject: office
year: 2025
submitted: {day}
relates: [notices/call]
---

正文。
"""


def news(title: str, day: str) -> str:
    return f"---\ntype: news\ntitle: {title}\ndate: {day}\nunit: office\nsubmitted: {day}\n---\n\n正文。\n"


def test_what_was_handed_in_stands_with_whether_it_was_on_time(tmp_path: Path) -> None:
    """By the notice that it answers, else by the measure; what did not come in stands there too."""
    files = {
        "content/_data/policy.yml": DUE,
        "content/notices/call.md": NOTICE,
        "content/applications/a.md": APPLICATION.format(title="申报一", day="2026-01-15"),
        "content/applications/b.md": APPLICATION.format(title="申报二", day="2026-01-16"),
        "content/news/a.md": news("一月信息", "2026-01-25"),
        "content/news/b.md": news("二月信息", "2026-02-26"),
    }
    shown = Shown(portal(tmp_path, files))
    sheet = {export.output: export.text for export in sheets(shown)}["board/submissions.csv"]
    assert sheet.splitlines() == [
        "\ufeff报送日期,报送单位,事项,种类,期限,状态",
        ",办公室,每月25日前报送信息（2026年3月）,,2026-03-25,未报",
        "2026-02-26,办公室,二月信息,动态,2026-02-25,迟报",
        "2026-01-25,办公室,一月信息,动态,2026-01-25,按时",
        "2026-01-16,办公室,申报二,申报表,2026-01-15,迟报",
        "2026-01-15,办公室,申报一,申报表,2026-01-15,按时",
    ]
    page = next(view for view in board_pages(shown) if view.address == "board/submissions/")
    assert isinstance(page, TablesView)
    assert [(one.mark.label, one.count) for one in page.states] == [("按时", 2), ("迟报", 2), ("未报", 1)]
    sums = page.tables[0]
    assert [[link.text for cell in row for link in cell.links] for row in sums.rows] == [["办公室", "4", "2", "2", "1"]]


def test_without_a_day_nothing_is_said_of_being_on_time(tmp_path: Path) -> None:
    files = {"content/_data/policy.yml": "{}\n", "content/news/a.md": news("信息", "2026-01-25")}
    page = next(view for view in board_pages(Shown(portal(tmp_path, files))) if view.address == "board/submissions/")
    assert isinstance(page, TablesView)
    (table,) = page.tables
    assert [(row[-1].mark, row[-2].links) for row in table.rows] == [(None, ())]


def test_a_register_is_cut_into_pages_and_whole_in_its_sheet(tmp_path: Path) -> None:
    files = {f"content/news/n{index}.md": news(f"信息{index}", "2026-01-25") for index in range(LINES + 1)}
    shown = Shown(portal(tmp_path, {"content/_data/policy.yml": "{}\n", **files}))
    pages = [view for view in board_pages(shown) if isinstance(view, TablesView) and "submissions" in view.address]
    assert [(page.address, sum(len(table.rows) for table in page.tables)) for page in pages] == [
        ("board/submissions/", LINES),
        ("board/submissions/page/2/", 1),
    ]
    (sheet,) = (export for export in sheets(shown) if export.output == "board/submissions.csv")
    assert len(sheet.text.splitlines()) == LINES + 2


def test_boards_are_tables_to_download(tmp_path: Path) -> None:
    found = {export.output: export.text for export in sheets(Shown(portal(tmp_path, PORTAL)))}
    assert found["board/measures.csv"].splitlines() == [
        "\ufeff单位,编号,指标,对象,周期,状态,数值,要求,依据",
        ",STU-04,中心组每季度集中学习不少于一次,学习型组织建设领导小组,2025年第四季度,达到,1,≥1,第一次",
        ",STU-04,中心组每季度集中学习不少于一次,学习型组织建设领导小组,2026年第一季度,达到,1,≥1,第二次",
    ]
