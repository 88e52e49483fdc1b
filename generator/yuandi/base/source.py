"""A text with its path, and places in it."""

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A stretch of one file. Lines and columns count from 1, columns in characters; the end is exclusive.

    `file` is relative to the portal, with `/`.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """One text file of the portal: line ends are `\\n`, and a byte order mark is removed."""

    path: str
    text: str
    _starts: list[int] = field(default_factory=list, compare=False, repr=False)

    def at(self, start: int, end: int | None = None) -> Location:
        """The place of the characters from `start` to `end`, by default of one character."""
        line, column = self._line_column(start)
        end_line, end_column = self._line_column(start + 1 if end is None else end)
        return Location(self.path, line, column, end_line, end_column)

    def top(self) -> Location:
        """The place of the first line."""
        return Location(self.path, 1, 1, 1, max(2, self.text.find("\n") + 1))

    def line(self, number: int) -> str:
        """The text of a line without its end; empty for a number beyond the last line."""
        starts = self._line_starts()
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end]

    def between(self, at: Location) -> str:
        """The characters of a place in this document."""
        starts = self._line_starts()
        if not 1 <= at.line <= len(starts):
            return ""
        end = starts[at.end_line - 1] + at.end_column - 1 if at.end_line <= len(starts) else len(self.text)
        return self.text[starts[at.line - 1] + at.column - 1 : end]

    def cell(self, number: int, cell: str) -> Location:
        """The place of a cell in line `number` of a CSV; of the whole line if the cell is not found exactly once."""
        text = self.line(number)
        parts = text.split(",")
        cells = [part.strip() for part in parts]
        if not cell or '"' in text or cells.count(cell) != 1:
            return Location(self.path, number, 1, number, max(2, len(text) + 1))
        index = cells.index(cell)
        start = text.index(cell, len(",".join(parts[:index])))
        return Location(self.path, number, start + 1, number, start + 1 + len(cell))

    def _line_column(self, offset: int) -> tuple[int, int]:
        starts = self._line_starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def _line_starts(self) -> list[int]:
        if not self._starts:
            self._starts.append(0)
            found = self.text.find("\n")
            while found >= 0:
                self._starts.append(found + 1)
                found = self.text.find("\n", found + 1)
        return self._starts
