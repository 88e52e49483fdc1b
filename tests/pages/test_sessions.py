"""Sessions: who was there, in whatever form it was recorded."""

from pathlib import Path

from seen import entry, facts, text

SESSION = "kind: lecture\nhost: office\nstart: 2026-03-10T14:30\nend: 2026-03-10\nhours: 7.004\ntopic: 公文写作\n"
A = "content/sessions/a.md"
PAGE = "sessions/a/"


def test_time_and_hours(tmp_path: Path) -> None:
    """An end on the same day without an hour is no midnight; hours have no bare point."""
    found = facts(tmp_path, {A: entry(SESSION)}, PAGE)
    assert (found["时间"], found["学时"]) == ("2026年3月10日（星期二）14:30", "7 学时")


def test_absences_without_counts(tmp_path: Path) -> None:
    """Those who were missing are shown though nobody counted the others."""
    given = entry(SESSION + "attendance: {leave: [{person: chen-ming, reason: 出差}], absent: [王强]}\n")
    files = {A: given}
    assert text(tmp_path, files, PAGE, ".yd-grid tr") == ["人员 情况 事由", "陈明 请假 出差", "王强 缺席"]
    assert text(tmp_path, files, PAGE, ".yd-bars") == []


def test_table_in_chinese(tmp_path: Path) -> None:
    """A Chinese attendance sheet is counted as an English one; sick leave is leave with its reason."""
    table = "人员,状态,事由,补课日期\n陈明,出席,,\n李芳,病假,,2026-03-20\n王强,缺勤,,\n"
    files = {A: entry(SESSION + "attendance: a.csv\n"), "content/sessions/a.csv": table}
    assert text(tmp_path, files, PAGE, ".yd-bars li .yd-bars__value") == ["1 人（33%）", "1 人（33%）", "1 人（33%）"]
    rows = ["人员 情况 事由 补课", "李芳 请假 病假 2026年3月20日", "王强 缺席"]
    assert text(tmp_path, files, PAGE, ".yd-grid tr") == rows


def test_sessions_inside_a_series(tmp_path: Path) -> None:
    """A session without a page of its own says in the list who led it, what was read and who came."""
    series = entry(
        """
host: office
period: 2026
sessions:
  - start: 2026-03-10T14:30
    hours: 2
    topic: 公文写作
    chair: chen-ming
    materials: [党政机关公文处理工作条例]
    attendance: {expected: 38, present: 36}
"""
    )
    lines = text(tmp_path, {"content/lectures/a.md": series}, "lectures/a/", ".yd-meeting__line span")
    assert lines == ["14:30", "主持： 陈明", "2 学时", "应到 38 人，实到 36 人", "学习材料：党政机关公文处理工作条例"]
