"""Places in a text: lines and columns count characters from 1."""

from hypothesis import given
from hypothesis import strategies as st

from yuandi.base.source import Document, Location


def test_place_counts_characters() -> None:
    """A Han character is one column, as is a Latin letter."""
    document = Document("a.md", "标题\n类型: 通知\n")
    assert document.at(7, 9) == Location("a.md", 2, 5, 2, 7)


def test_place_is_one_character_where_no_end_is_given() -> None:
    """Without an end the place is one character."""
    assert Document("a.md", "甲乙\n").at(1) == Location("a.md", 1, 2, 1, 3)


def test_place_may_span_lines() -> None:
    """A place ends on the line of its last character."""
    assert Document("a.md", "甲\n乙\n丙").at(0, 5) == Location("a.md", 1, 1, 3, 2)


def test_top_is_the_first_line() -> None:
    """The top of a file is its whole first line; in an empty file it is one column wide."""
    assert Document("a.md", "---\ntype: x\n").top() == Location("a.md", 1, 1, 1, 4)
    assert Document("a.md", "").top() == Location("a.md", 1, 1, 1, 2)


def test_line_is_given_without_its_end() -> None:
    """A line is told without its line end; before the first and beyond the last there is none."""
    document = Document("a.md", "甲\n乙")
    assert [document.line(number) for number in range(4)] == ["", "甲", "乙", ""]


def test_locations_sort_by_file_and_place() -> None:
    """Locations sort by file, line and column."""
    first, second, third = Location("a.md", 2, 1), Location("a.md", 10, 1), Location("b.md", 1, 1)
    assert sorted([third, second, first]) == [first, second, third]


@given(st.text(alphabet="甲a \n\r\u2028𠮷", max_size=200), st.data())
def test_offset_comes_back_from_line_and_column(text: str, data: st.DataObject) -> None:
    """Every offset can be told again from its line and column, and the line holds that character."""
    document = Document("a.md", text)
    offset = data.draw(st.integers(0, len(text)))
    at = document.at(offset)
    before = sum(len(document.line(number)) + 1 for number in range(1, at.line))
    assert before + at.column - 1 == offset
    if offset < len(text) and text[offset] != "\n":
        assert document.line(at.line)[at.column - 1] == text[offset]
