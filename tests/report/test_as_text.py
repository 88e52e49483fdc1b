"""The report for people: what is shown of a line, however long or hostile it is."""

from datetime import date

import pytest

from yuandi.diagnostics import Finding, Report, Severity
from yuandi.report import as_text
from yuandi.source import Document, Location
from yuandi.text import Text

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
