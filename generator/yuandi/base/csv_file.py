"""Tables for Excel and WPS: CSV that opens with its Chinese intact and whose cells are never run as formulas. Pure."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_BOM = "\ufeff"
_FORMULA = re.compile(r"[=+\-@\t\r]")


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """A CSV file with a byte order mark and CRLF; `rows` include the head.

    A cell that a spreadsheet would run as a formula gets an apostrophe, which keeps it as text.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerows([f"'{cell}" if _FORMULA.match(cell) else cell for cell in row] for row in rows)
    return _BOM + stream.getvalue()
