"""Forms for printing: which entries have one, what stands on it, what is left to write."""

from pathlib import Path

import pytest

from portals import lines, report
from seen import entry, page, text, views
from yuandi.pages.printable.sheet import FormView

SESSION = "kind: centre-study\nhost: {host}\nstart: {day}T09:00\nhours: 2\ntopic: 乙\n{more}"
A = "content/sessions/a.md"


def session(day: str, host: str = "study-group", more: str = "") -> str:
    """A session."""
    return entry(SESSION.format(host=host, day=day, more=more))


def rows(folder: Path, files: dict[str, str], address: str) -> list[str]:
    """The lines of a form's tables; the last one is for signatures."""
    *found, last = text(folder, files, address, ".yd-form__table tbody tr")
    assert last.endswith("年 月 日")
    return found


@pytest.mark.parametrize(
    ("host", "names"),
    [
        ("study-group", ["1 陈明 办公室", "2 李芳 财务科"]),
        ("yunze", ["1 陈明 办公室", "2 李芳 财务科"]),
        ("finance", ["1 李芳 财务科"]),
    ],
)
def test_a_sheet_to_sign(host: str, names: list[str], tmp_path: Path) -> None:
    """Before a session those expected have a line each; at least fifteen lines, the rest of them empty."""
    found = rows(tmp_path, {A: session("2026-04-10", host)}, "sessions/a/sheet/")
    assert found[: len(names)] == names
    assert found[len(names) :] == [f"{number}" for number in range(len(names) + 1, 16)]


def test_as_many_lines_as_are_expected(tmp_path: Path) -> None:
    """Where more are expected than have names there is a line for each, within reason."""
    more = "attendance: {{expected: {}}}"
    assert len(rows(tmp_path, {A: session("2026-04-10", more=more.format(38))}, "sessions/a/sheet/")) == 38
    assert len(rows(tmp_path, {A: session("2026-04-10", more=more.format(9999999))}, "sessions/a/sheet/")) == 300


@pytest.mark.parametrize(
    ("day", "more", "label"),
    [
        ("2026-03-31", "", "签到表"),
        ("2026-03-30", "", None),
        ("2026-03-30", "attendance: {expected: 2, present: 2}", "考勤表"),
        ("2026-03-30", "attendance: {absent: [chen-ming, li-fang]}", None),
        ("2026-03-30", "attendance: a.csv", "考勤表"),
    ],
)
def test_which_sessions_have_a_sheet(day: str, more: str, label: str | None, tmp_path: Path) -> None:
    """Those to come have one to sign, past ones one that is filled in where it was recorded who came."""
    files = {A: session(day, more=more), "content/sessions/a.csv": "person,status\nchen-ming,present\n"}
    view = views(tmp_path, files).get("sessions/a/sheet/")
    assert (view.form if isinstance(view, FormView) else None) == label
    assert text(tmp_path, files, "sessions/a/", ".yd-no-print") == ([f"可打印： {label}"] if label else [])


def test_a_sheet_filled_in(tmp_path: Path) -> None:
    """Everybody with how it went, the reason, the day on which it was made up."""
    table = "person,status,reason,asked,makeup\nchen-ming,present,,,\n王强,leave,出差,2026-03-01,2026-03-20\n"
    files = {A: session("2026-03-10", more="attendance: a.csv"), "content/sessions/a.csv": table}
    assert rows(tmp_path, files, "sessions/a/sheet/") == ["1 陈明 办公室 出席", "2 王强 请假 出差 2026-03-20"]


def test_schedule_of_a_series(tmp_path: Path) -> None:
    """Inline sessions and those with pages by time; a series without any has empty lines."""
    series = (
        "host: office\nperiod: 2026\nsessions: [{start: 2026-05-10T14:30, hours: 2, topic: 写作, chair: chen-ming}]\n"
    )
    files = {
        "content/lectures/a.md": entry(series),
        A: session("2026-04-10", "office", "part_of: lectures/a\nplace: 二楼\nlecturers: [li-fang]"),
        "content/lectures/b.md": entry("host: office\nperiod: 2027\n"),
    }
    assert rows(tmp_path, files, "lectures/a/sheet/") == [
        "1 2026-04-10 09:00 甲 李芳 二楼 2 学时",
        "2 2026-05-10 14:30 写作 陈明 2 学时",
    ]
    assert len(rows(tmp_path, files, "lectures/b/sheet/")) == 12


PLAN = """
unit: office
span: {from: 2026-01-01, to: 2026-12-31}
phases:
  - {name: 启动, from: 2026-01-01, to: 2026-02-28, label: 年初}
  - name: 实施
    from: 2026-03-01
    to: 2026-12-31
    milestones:
      - {name: 汇报, due: 2026-03-20, deliverable: 报告}
      - {name: 总结, due: 2026-12-20}
groups: [study-group]
tasks: [{title: 编印资料, unit: finance, person: li-fang, due: 2026-03-01, done: 2026-02-28}]
"""


def test_breakdown_of_a_plan(tmp_path: Path) -> None:
    """Phases with milestones, tasks with owners, the sessions that carry it out, the groups."""
    files = {"content/plans/a.md": entry(PLAN), A: session("2026-04-10", more="implements: plans/a")}
    assert text(tmp_path, files, "plans/a/sheet/", ".yd-form__title") == [
        "实施步骤",
        "任务分解",
        "学习安排",
        "组织领导",
    ]
    assert rows(tmp_path, files, "plans/a/sheet/") == [
        "1 启动 年初",
        "2 实施 2026年3月1日至2026年12月31日 汇报 2026-03-20 报告 ▲ 已逾期",
        "3 总结 2026-12-20 ○ 待完成",
        "1 编印资料 财务科 李芳 2026-03-01 ✓ 已完成",
        "1 2026-04-10 09:00 甲 2 学时",
        "1 学习型组织建设领导小组 组长 陈明",
        "2 成员 李芳",
    ]


def test_list_of_honours(tmp_path: Path) -> None:
    """Names by category, what was taken back with its reason; who applied and who was chosen."""
    roll = """
award: 标兵
year: 2025
entries:
  - {ref: chen-ming, unit: office, category: employee, application: applications/x, reason: 手勤}
  - {ref: finance, category: internal-unit}
"""
    apply = "award: 标兵\ncategory: employee\nsubject: {}\nyear: 2025\nsubmitted: 2026-01-1{}\n"
    files = {
        "content/honours/a.md": entry(roll),
        "content/honours/b.md": entry(
            "type: honour-change\nhonour: honours/a\nref: finance\naction: revoke\nreason: 造假\n"
        ),
        "content/applications/x.md": entry(apply.format("chen-ming", 2)),
        "content/applications/y.md": entry(apply.format("li-fang", 1)),
    }
    assert rows(tmp_path, files, "honours/a/sheet/") == [
        "1 职工 陈明 办公室 手勤",
        "2 内设机构 财务科 已撤销：造假",
        "1 李芳 职工 标兵 2026年1月11日",
        "2 陈明 职工 标兵 2026年1月12日 是",
    ]


def test_register_of_what_is_handed_in(tmp_path: Path) -> None:
    """A line for each unit that a notice with a deadline is addressed to."""
    files = {"content/notices/a.md": entry("kind: notice\nunit: yunze\nto: [各内设机构]\ndeadline: 2026-04-10\n")}
    assert rows(tmp_path, files, "notices/a/sheet/") == ["1 办公室", "2 财务科"]


def test_links_to_forms_are_known(tmp_path: Path) -> None:
    """A form can be linked; one that is not made is a broken link."""
    plan = entry(PLAN).replace("正文。", "[表](/plans/a/sheet/) [无](/sessions/a/sheet/)")
    files = {"content/plans/a.md": plan, A: session("2026-03-10")}
    assert [line.split()[2] for line in lines(report(tmp_path, files)) if "REF008" in line] == ["REF008"]


def test_a_page_of_that_name_stays(tmp_path: Path) -> None:
    """Where an entry has the address of a form, there is no form."""
    files = {"content/plans/a.md": entry(PLAN), "content/plans/a/sheet.md": entry(PLAN)}
    assert not isinstance(views(tmp_path, files)["plans/a/sheet/"], FormView)
    assert page(tmp_path, files, "plans/a/").css_first(".yd-no-print") is None


def test_pictures_of_progress(tmp_path: Path) -> None:
    """Done of all, with what is late, as bars; the chart of groups has its lines as strokes."""
    groups = """\
- {id: study-group, name: 领导小组, members: [{person: chen-ming}]}
- {id: b, name: 办公室, parent: study-group, members: [{person: li-fang}]}
- {id: c, name: 考评组, parent: study-group, members: [{person: li-fang}]}
"""
    files = {"content/plans/a.md": entry(PLAN), "content/_data/groups.yml": groups}
    assert text(tmp_path, files, "plans/a/", ".yd-bars li") == ["节点 ▲ 逾期 1 项 完成 0 / 2", "任务 完成 1 / 1"]
    found = page(tmp_path, files, "plans/a/")
    assert [len(node.css("line")) for node in found.css(".yd-team svg")] == [1, 2, 2]
    assert all(node.attributes["aria-hidden"] == "true" for node in found.css(".yd-team svg"))
    assert text(tmp_path, files, "plans/a/", ".yd-team__name") == ["领导小组", "办公室", "考评组"]


def test_turnout_and_totals(tmp_path: Path) -> None:
    """Attendance of each session of a series, totals of an assessment, as bars with their numbers."""
    series = """
host: office
period: 2026
sessions:
  - {start: 2026-03-10, hours: 2, topic: 二讲, attendance: {expected: 40, present: 30}}
  - {start: 2026-02-10, hours: 2, topic: 一讲, attendance: {expected: 40, present: 40}}
  - {start: 2026-05-10, hours: 2, topic: 三讲}
"""
    files = {
        "content/lectures/a.md": entry(series),
        "content/assessments/b.md": entry(
            "period: 2025\nresults: [{ref: office, total: 92.5, grade: 优秀}, {ref: finance, total: 80}]\n"
        ),
    }
    assert text(tmp_path, files, "lectures/a/", ".yd-bars li") == ["一讲 40 / 40 人（100%）", "二讲 30 / 40 人（75%）"]
    assert text(tmp_path, files, "assessments/b/", ".yd-bars li") == ["办公室 92.5 分 优秀", "财务科 80 分"]


def test_years_of_a_long_plan_give_way(tmp_path: Path) -> None:
    """Of many years every other label gives way where there is little room, and all months do where there are years."""
    plan = "unit: office\nspan: {{from: {0}-01-01, to: {1}-12-31}}\nphases: [{{name: 一, from: {0}-01-01, to: {1}-12-31}}]\n"
    files = {
        "content/plans/a.md": entry(plan.format(2015, 2032)),
        "content/plans/b.md": entry(plan.format(2026, 2026)),
    }
    assert text(tmp_path, files, "plans/a/", ".yd-gantt__head text:not(.yd-gantt__minor):not(.yd-gantt__today)") == [
        "2016年",
        "2020年",
        "2024年",
        "2028年",
        "2032年",
    ]
    assert len(text(tmp_path, files, "plans/b/", ".yd-gantt__minor")) == 11


def test_sessions_that_stand_in_a_series_have_sheets(tmp_path: Path) -> None:
    """Those to come one to sign, past ones one filled in; the series is the host, and its list leads to them."""
    series = """\
host: study-group
period: 2026
sessions:
  - {start: 2026-03-10T14:30, hours: 2, topic: 读书, attendance: {expected: 2, present: 1, leave: [{person: li-fang, reason: 出差}]}}
  - {start: 2026-03-12T14:30, hours: 2, topic: 旧课}
  - {start: 2026-05-10T09:00, hours: 1, topic: 写作}
  - {start: 2026-05-10T14:30, hours: 2, topic: 讲解, host: finance}
"""
    files = {"content/lectures/a.md": entry(series)}
    found = views(tmp_path, files)
    sheets = sorted(address for address in found if address.startswith("lectures/a/sheet/"))
    assert sheets == [
        "lectures/a/sheet/",
        "lectures/a/sheet/2026-03-10/",
        "lectures/a/sheet/2026-05-10-2/",
        "lectures/a/sheet/2026-05-10/",
    ]
    assert rows(tmp_path, files, sheets[1]) == ["1 陈明 办公室 出席", "2 李芳 财务科 请假 出差"]
    assert rows(tmp_path, files, sheets[2])[:2] == ["1 李芳 财务科", "2"]
    assert rows(tmp_path, files, sheets[3])[:2] == ["1 陈明 办公室", "2 李芳 财务科"]
    links = [node.attributes["href"] for node in page(tmp_path, files, "lectures/a/").css(".yd-meeting .yd-no-print a")]
    assert links == [
        "../../lectures/a/sheet/2026-05-10/",
        "../../lectures/a/sheet/2026-05-10-2/",
        "../../lectures/a/sheet/2026-03-10/",
    ]
