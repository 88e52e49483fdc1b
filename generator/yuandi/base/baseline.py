"""The findings that an old portal begins with, kept in a file of their own and not reported again.

One line for each kind of finding, sorted, so that a change to the file shows which findings were solved. Pure, but for
`read`.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from yuandi.base.diagnostics import BaselineCounts, Report
from yuandi.base.errors import YuandiError
from yuandi.base.fingerprints import Mark, without
from yuandi.base.source import Document
from yuandi.base.text import Text

FILE = "yuandi-baseline.json"
_FORMAT = 1
_KEYS = ("file", "code", "text", "about")


def as_text(known: Counter[Mark]) -> str:
    """The content of the baseline file."""
    lines = ",\n".join(f"    {_line(mark, known[mark])}" for mark in sorted(known))
    findings = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "format": {_FORMAT},\n  "findings": {findings}\n}}\n'


def _line(mark: Mark, count: int) -> str:
    given = {key: value for key in _KEYS if (value := getattr(mark, key))}
    return json.dumps(given | ({"count": count} if count > 1 else {}), ensure_ascii=False)


def read(root: Path) -> Counter[Mark] | None:
    """The portal's baseline, or None if it has none.

    Raises YuandiError if the file is not valid or has the format of another version.
    """
    file = root / FILE
    if not file.is_file():
        return None
    try:
        values = json.loads(file.read_text(encoding="utf-8-sig"))
        if values["format"] != _FORMAT:
            raise _unusable(file)
        return Counter(dict(_marks(values["findings"])))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _unusable(file) from None


def _marks(lines: Iterable[dict[str, object]]) -> Iterable[tuple[Mark, int]]:
    for line in lines:
        yield Mark(*(str(line.get(key, "")) for key in _KEYS)), int(str(line.get("count", 1)))


def _unusable(file: Path) -> YuandiError:
    return YuandiError(
        Text(
            f"{file} 不是能用的基线：格式不对，或出自另一版本。请删去，再运行 `yuandi baseline`。",
            f"{file} is not a valid baseline: it is damaged or was written by another version. Delete it and run `yuandi baseline`.",
        )
    )


def apply(report: Report, documents: Mapping[str, Document], known: Counter[Mark] | None) -> Report:
    """The report without the findings of the baseline; the report itself if there is no baseline."""
    if known is None:
        return report
    kept, solved = without(report, documents, known)
    return replace(kept, baseline=BaselineCounts(len(report.findings) - len(kept.findings), solved.total()))
