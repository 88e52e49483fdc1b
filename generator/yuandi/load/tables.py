"""CSV files beside entries: rows under English names, and their faults line by line. Pure."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from pydantic import ValidationError

from yuandi.base.source import Document, Location
from yuandi.base.text import Text, shorten
from yuandi.content.entry import Entry, Table
from yuandi.entry_types import LectureSeries, Model, Record, Session, StudyRecord
from yuandi.entry_types.fields import FieldShape, files, shape_of, translate
from yuandi.entry_types.session import ATTENDANCE_WORDS, AttendanceRow
from yuandi.entry_types.study_record import StudyRow
from yuandi.load.faults import Fault

_UNREADABLE = Text("CSV 从这一行起读不出来。", "The CSV cannot be read beyond this line.")
_UNREADABLE_HINT = Text(
    "检查这一行的英文引号：没有成对的引号会吞掉后面的各行。",
    "Check the quotation marks of this line: one that is never closed swallows the lines after it.",
)
_ROWS: Mapping[tuple[type[Record], str], type[Model]] = {
    (Session, "attendance"): AttendanceRow,
    (LectureSeries, "attendance"): AttendanceRow,
    (StudyRecord, "csv"): StudyRow,
}
Rows = tuple[tuple[int, Mapping[str, str]], ...]


def tables_named(entry: Entry[Record]) -> Iterator[tuple[str, type[Model] | None]]:
    """The CSV files that an entry names, as written, with the model of their rows if it is known."""
    for path, _, name in files(entry.record):
        if name.lower().endswith(".csv"):
            yield name, _ROWS.get((type(entry.record), str(path[-1])))


def read_table(document: Document, model: type[Model] | None = None) -> tuple[Table, tuple[Fault, ...]]:
    """A CSV, as far as it can be read, and its faults. Columns and choices may be in Chinese; without a model only the
    syntax is checked."""
    header, rows, faults = _cells(document)
    if model is None:
        return Table(document, header, _by_name(header, rows)), faults
    names, header_faults = _names(document, header, model)
    records = []
    row_faults: list[Fault] = []
    for line, row in _by_name(names, rows):
        values = _values(row)
        records.append((line, values))
        if not header_faults:
            row_faults += _row_faults(document, line, values, model, dict(zip(names, header, strict=True)))
    return Table(document, tuple(filter(None, names)), tuple(records)), (*faults, *header_faults, *row_faults)


def _cells(document: Document) -> tuple[tuple[str, ...], list[tuple[int, list[str]]], tuple[Fault, ...]]:
    """The header, the non-empty rows with their line numbers, and the fault at which reading ended."""
    reader = csv.reader(io.StringIO(document.text), strict=True)
    rows: list[tuple[int, list[str]]] = []
    faults: tuple[Fault, ...] = ()
    try:
        for cells in reader:
            rows.append((reader.line_num, [cell.strip() for cell in cells]))
    except csv.Error:
        line = rows[-1][0] + 1 if rows else 1
        at = Location(document.path, line, 1, line, 2)
        faults = (Fault("FM001", at, message=_UNREADABLE, hint=_UNREADABLE_HINT),)
    filled = [(line, cells) for line, cells in rows if any(cells)]
    return (tuple(filled[0][1]), filled[1:], faults) if filled else ((), [], faults)


def _by_name(names: Iterable[str], rows: Iterable[tuple[int, list[str]]]) -> Rows:
    given = tuple(names)
    return tuple((line, {name: cell for name, cell in zip(given, cells, strict=False) if name}) for line, cells in rows)


def _names(document: Document, header: tuple[str, ...], model: type[Model]) -> tuple[list[str], list[Fault]]:
    """The field of each column, empty for a column that is unknown, repeated or unnamed; and the faults."""
    shape = shape_of(model)
    names: list[str] = []
    faults = []
    for word in header:
        found = shape.find(ATTENDANCE_WORDS.get(word, word) if model is AttendanceRow else word.lower())
        at = document.cell(1, word)
        if word and found is None:
            faults.append(Fault("FM004", at, key=shorten(word), known=shape.words, hint=_columns(model)))
        elif found and found.key in names:
            faults.append(Fault("FM008", at, key=word))
        names.append(found.key if found and found.key not in names else "")
    chinese = any(word in shape.by_chinese for word in header)
    if header and not faults:
        missing = (field for field in shape.fields.values() if field.required and field.key not in names)
        top = document.top()
        hint = Text("在第一行补上这一列。", "Add the column to the first line.")
        faults += [Fault("FM003", top, key=field.chinese if chinese else field.key, hint=hint) for field in missing]
    return names, faults


def _columns(model: type[Model]) -> Text:
    fields = shape_of(model).fields.values()
    zh, en = ",".join(field.chinese for field in fields), ",".join(field.key for field in fields)
    return Text(f"这种表格的各列是 `{zh}`，次序不限。", f"The columns of such a table are `{en}`, in any order.")


def _values(row: Mapping[str, str]) -> dict[str, str]:
    """The non-empty cells of a row, choices under their English names."""
    values = {key: cell for key, cell in row.items() if cell}
    if (word := values.get("status")) in ATTENDANCE_WORDS:
        values["status"] = ATTENDANCE_WORDS[word]
        if values["status"] == "leave":
            values.setdefault("reason", word)
    return values


def _row_faults(
    document: Document, line: int, values: Mapping[str, str], model: type[Model], written: Mapping[str, str]
) -> Iterator[Fault]:
    try:
        model.model_validate(translate(values, model).values)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            found = shape_of(model).fields[str(detail["loc"][0])]
            value, key = values.get(found.key, ""), written[found.key]
            yield _fault(document, line, found, kind=detail["type"], value=value, key=key)


def _fault(document: Document, line: int, found: FieldShape, *, kind: str, value: str, key: str) -> Fault:
    at, shown = document.cell(line, value), shorten(value)
    if kind == "missing":
        return Fault("FM003", at, key=key, hint=Text("在这一行填上这一列。", "Fill the column in on this line."))
    if kind == "enum" and found.choices:
        chosen = tuple(choice.label if key == found.chinese else choice.value for choice in found.choices)
        return Fault("FM006", at, key=key, value=shown, known=chosen)
    if kind == "impossible_date":
        return Fault("DAT001", at, key=key, value=shown)
    return Fault("FM005", at, key=key, value=shown, expected=kind)
