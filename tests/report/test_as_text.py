"""The report for people: what is shown of a line, however long or hostile it is."""

from datetime import date

import pytest

from yuandi.base.diagnostics import BaselineCounts, Finding, Report, Severity
from yuandi.base.source import Document, Location
from yuandi.base.text import Text
from yuandi.report import PrintedReport, as_text
from yuandi.report.printed_report import FindingCounts

DAY = date(2026, 3, 31)


def shown(line: str, start: int, end: int, message: str = "错") -> list[str]:
    """What is printed of a finding on line 1 of a file."""
    document = Document("a.md", line)
    finding = Finding(document.at(start, end), Text(message, message), severity=Severity.ERROR, code="FM000", name="x")
    return as_text(Report(DAY, (finding,)), {"a.md": document}, "zh").plain.split("\n")


def test_long_line_is_cut_around_the_place() -> None:
    """Of a long line so much is shown that the place is in sight, and the mark is under it."""
    excerpt, mark = shown("x" * 500 + "出错" + "y" * 500, 500, 502)[1:3]
    assert len(excerpt) <= 110
    assert excerpt.index("出错") == mark.index("^^^^")


def test_place_without_a_document_has_no_excerpt() -> None:
    """A finding about a folder or a missing file has no line to show."""
    finding = Finding(Location("x.md"), Text("错", "wrong"), Text("改", "fix"), code="FM000", name="x")
    assert (
        as_text(Report(DAY, (finding,)), {}, "en").plain
        == """\
x.md:1:1 error FM000 x
  wrong
  Hint: fix

Checked as of 2026-03-31: 1 error."""
    )


@pytest.mark.parametrize("hostile", ["\x1b[31m", "\x07", "\x9b", "\x7f"])
def test_control_characters_do_not_reach_the_terminal(hostile: str) -> None:
    """What a file holds can neither colour nor move anything on the terminal."""
    text = "\n".join(shown(f"a{hostile}b", 0, 1, message=f"a{hostile}b"))
    assert all(character == "\n" or character.isprintable() for character in text)


def test_markup_is_shown_as_it_stands() -> None:
    """Brackets and colons are no markup of the terminal library."""
    assert shown("[red]甲[/red] :smile:", 0, 5)[1] == "  1 | [red]甲[/red] :smile:"


def test_summary_counts_each_severity() -> None:
    """The last line counts errors, warnings and infos."""
    at = Location("a.md")
    findings = tuple(Finding(at, Text("错", "wrong"), severity=one) for one in (*Severity, Severity.ERROR))
    report = Report(DAY, findings)
    assert as_text(report, {}, "zh").plain.endswith("检查完成（2026-03-31）：2 个错误，1 个警告，1 个提示。")
    assert as_text(report, {}, "en").plain.endswith("Checked as of 2026-03-31: 2 errors, 1 warning, 1 info.")


def test_what_was_left_out_is_said() -> None:
    """Findings that stand in the baseline, those that were solved, and a history that is not whole, have a sentence each."""
    report = Report(DAY, (), BaselineCounts(3, 1), "v1.0", "shallow")
    assert (
        as_text(report, {}, "en").plain
        == """\
Checked as of 2026-03-31, since v1.0: no findings.
3 findings are in the baseline and are not listed.
1 findings of the baseline are solved; update it with `yuandi baseline --shrink`.
The git clone is shallow: addresses and honours published before its first commit were not checked."""
    )


def test_counts_by_group() -> None:
    """With `--summary` findings are counted by column and by unit."""
    finding = Finding(Location("x.md"), Text("错", "wrong"), code="FM000", name="x")
    columns = (
        FindingCounts("notices", Text("通知", "通知"), (2, 1, 0)),
        FindingCounts("", Text("（无栏目）", "(no column)"), (0, 0, 3)),
    )
    units = (FindingCounts("", Text("（无单位）", "(no unit)"), (2, 1, 3)),)
    sheet = PrintedReport(Report(DAY, (finding,)), {}, (), columns, units)
    assert as_text(sheet.report, {}, "zh", sheet.tables).plain.split("\n\n")[1:3] == [
        "按栏目：\n  通知        2 个错误，1 个警告\n  （无栏目）  3 个提示",
        "按单位：\n  （无单位）  2 个错误，1 个警告，3 个提示",
    ]
