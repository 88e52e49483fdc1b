"""Tables whose cells span several rows or columns, as plain rows. Pure."""

from collections.abc import Sequence

from yuandi.importing.readers.refused import MOST_CELLS, refused

MOST_SPAN = 200
MOST_COLUMNS = 200

Row = tuple[str, ...]


def grid(rows: Sequence[Sequence[tuple[str, int, int]]]) -> tuple[str, tuple[Row, ...]]:
    """The title that spans the whole table, or an empty one, and the rows below it.

    Each cell is given as its text and the numbers of rows and columns that it spans. The text of a cell is repeated in
    each of its rows, and stands in the first of its columns. Raises Refused if the table is too large.
    """
    filled: dict[tuple[int, int], str] = {}
    for number, row in enumerate(rows):
        column = 0
        for text, down, across in row:
            while (number, column) in filled:
                column += 1
            for line in range(number, min(number + down, len(rows))):
                for place in range(column, min(column + across, MOST_COLUMNS)):
                    filled[line, place] = text if place == column else ""
            column += across
            if len(filled) > MOST_CELLS:
                raise refused("表格太大，不予读取。", "The table is too large and is not read.")
            if column >= MOST_COLUMNS:
                break
    width = max((place for _, place in filled), default=-1) + 1
    lines = [tuple(filled.get((number, place), "") for place in range(width)) for number in range(len(rows))]
    lines = [line for line in lines if any(line)]
    title = ""
    if len(lines) > 1 and width > 1 and lines[0][0] and not any(lines[0][1:]) and all(lines[1][:1]):
        title, lines = lines[0][0], lines[1:]
    return title, without_empty_columns(lines)


def without_empty_columns(lines: Sequence[Row]) -> tuple[Row, ...]:
    """The rows without empty columns, all of equal length."""
    width = max(map(len, lines), default=0)
    kept = [place for place in range(width) if any(place < len(line) and line[place] for line in lines)]
    return tuple(tuple(line[place] if place < len(line) else "" for place in kept) for line in lines)
