"""Tables for Excel and WPS: CSV that opens with its Chinese intact and whose cells are never run as formulas. Pure."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_BOM = "\ufeff"
_FORMULA = re.compile(r"[=+\-@\t\r]")


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """Rows, the head among them, with a byte order mark and CRLF; what looks like a formula is kept as text."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerows([f"'{one}" if _FORMULA.match(one) else one for one in row] for row in rows)
    return _BOM + stream.getvalue()
