"""Reading of workbooks and CSV files: a table for each sheet, with values as displayed, such as 00123. Pure."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree.ElementTree import Element

from yuandi.importing.readers.blocks import Block, Contents
from yuandi.importing.readers.markdown import escaped
from yuandi.importing.readers.package import parts, tree
from yuandi.importing.readers.refused import MOST_CELLS, MOST_ROWS, needed, refused
from yuandi.importing.readers.spanned_cells import MOST_COLUMNS, without_empty_columns

WORKBOOK = "xl/workbook.xml"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ZEROS = re.compile(r"0{2,20}")
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def read_workbook(data: bytes) -> Contents:
    """The content of a .xlsx file. Raises Refused."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise needed("python-calamine") from None
    package = parts(data, WORKBOOK)
    for name, part in package.items():
        if name.endswith((".xml", ".rels")):
            _expect_size(tree(part))
    padded = _padded(package)
    blocks: list[Block] = []
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in workbook.sheet_names:
            sheet = workbook.get_sheet_by_name(name)
            rows = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS + 1)
            merged = sheet.merged_cell_ranges or []
            blocks += _sheet(name, _written(rows, padded.get(name, {})), merged, alone=len(workbook.sheet_names) == 1)
    except (CalamineError, OSError, ValueError):
        raise refused(
            "表格的内容读不出来。请用 Excel 打开另存后再导入。",
            "The content of the workbook cannot be read. Save it again in Excel and import it then.",
        ) from None
    return Contents(tuple(blocks))


def _expect_size(part: Element) -> None:
    """Raise Refused if a sheet is too large: calamine allocates every cell up to the last one."""
    places = [place for cell in part.iter(f"{_S}c") if (place := _place(cell))]
    rows, columns = (max((place[side] for place in places), default=0) + 1 for side in (0, 1))
    if rows * columns > MOST_CELLS or columns > MOST_COLUMNS:
        raise refused("表格太大，不予读取。", "The table is too large and is not read.")


def read_csv(text: str) -> Contents:
    """The content of a CSV file with commas, semicolons or tabs. Raises Refused."""
    first = text.partition("\n")[0]
    mark = max(",;\t，", key=first.count)
    try:
        rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=mark)]
    except csv.Error:
        raise refused(
            "CSV 读不出来：检查引号是否成对。", "The CSV cannot be read. Check that all quotation marks are closed."
        ) from None
    return Contents(tuple(_sheet("", rows, (), alone=True)))


def _written(rows: Sequence[Sequence[Any]], padded: Mapping[tuple[int, int], int]) -> list[list[str]]:
    return [
        [_displayed(value, padded.get((line, place), 0)) for place, value in enumerate(row[:MOST_COLUMNS])]
        for line, row in enumerate(rows)
    ]


def _displayed(value: Any, digits: int) -> str:
    """A value as the sheet displays it, whole numbers with at least `digits` digits."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, float):
        return f"{int(value):0{digits}}" if value.is_integer() and abs(value) < 1e15 else f"{value:.10g}"
    return str(value).strip()


def _sheet(
    name: str, rows: list[list[str]], merged: Sequence[tuple[tuple[int, int], tuple[int, int]]], *, alone: bool
) -> list[Block]:
    """The blocks of a sheet: its name as a heading unless it is alone, titles above the table, the table."""
    if len(rows) > MOST_ROWS:
        raise refused(
            f"表格超过 {MOST_ROWS} 行，不予读取。", f"The table has more than {MOST_ROWS} rows and is not read."
        )
    for (top, left), (bottom, _) in merged:
        for line in range(top + 1, min(bottom + 1, len(rows))):
            if top < len(rows) and left < len(rows[top]) and left < len(rows[line]):
                rows[line][left] = rows[top][left]
    lines = [row for row in rows if any(row)]
    titles = []
    while (
        len(lines) > 1
        and sum(map(bool, lines[0])) == 1
        and sum(map(bool, lines[1])) > 0
        and max(sum(map(bool, line)) for line in lines) > 1
    ):
        titles.append(next(cell for cell in lines.pop(0) if cell))
    if not lines:
        return []
    blocks = [] if alone or titles else [Block("heading", escaped(name), level=2)]
    blocks += [Block("paragraph", escaped(title)) for title in titles]
    if len(lines) == 1:
        return [*blocks, Block("paragraph", "　".join(escaped(cell) for cell in lines[0] if cell))]
    table = without_empty_columns([tuple(map(escaped, line)) for line in lines])
    return [*blocks, Block("table", rows=table)]


def _padded(package: Mapping[str, bytes]) -> Mapping[str, Mapping[tuple[int, int], int]]:
    """The cells of each sheet whose format pads numbers with zeros, with the number of digits."""
    if "xl/styles.xml" not in package:
        return {}
    digits = _formats(tree(package["xl/styles.xml"]))
    if not any(digits):
        return {}
    targets = _targets(package)
    found: dict[str, dict[tuple[int, int], int]] = {}
    for sheet in tree(package[WORKBOOK]).iter(f"{_S}sheet"):
        part = targets.get(sheet.get(f"{_R}id", ""), "")
        if part in package:
            found[sheet.get("name", "")] = dict(_zeros(tree(package[part]), digits))
    return found


def _formats(styles: Element) -> list[int]:
    """The number of digits that each cell style pads to; 0 for a style without leading zeros."""
    own = {style.get("numFmtId"): style.get("formatCode", "") for style in styles.iter(f"{_S}numFmt")}
    formats = styles.find(f"{_S}cellXfs")
    codes = [own.get(style.get("numFmtId"), "").strip('"') for style in formats] if formats is not None else []
    return [len(code) if _ZEROS.fullmatch(code) else 0 for code in codes]


def _targets(package: Mapping[str, bytes]) -> Mapping[str, str]:
    """The name of each sheet's part, by the id of its relationship."""
    part = package.get("xl/_rels/workbook.xml.rels")
    relations = tree(part) if part else ()
    targets = {relation.get("Id", ""): relation.get("Target", "") for relation in relations}
    return {
        identifier: target[1:] if target.startswith("/") else f"xl/{target}" for identifier, target in targets.items()
    }


def _zeros(sheet: Element, digits: Sequence[int]) -> Iterator[tuple[tuple[int, int], int]]:
    for cell in sheet.iter(f"{_S}c"):
        style, place = cell.get("s", ""), _place(cell)
        if place and style.isdigit() and int(style) < len(digits) and digits[int(style)]:
            yield place, digits[int(style)]


def _place(cell: Element) -> tuple[int, int] | None:
    """The row and column of a cell, from 0; None without a valid reference."""
    found = _CELL.fullmatch(cell.get("r", ""))
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1
