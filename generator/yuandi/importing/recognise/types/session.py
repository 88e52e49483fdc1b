"""Sessions, whose attendance sheet becomes a CSV beside the entry. Pure."""

import re
from collections.abc import Mapping, Sequence

from yuandi.base.text import Text
from yuandi.importing.recognise.days import days
from yuandi.importing.recognise.document import Filled, OfficeDocument
from yuandi.importing.recognise.names import Names

_WORDS_OF_STATUS = {
    "出席": r"出席|到|已到|签到|出勤|到会|是|√|✓|正常|present",
    "请假": r".*假|leave",
    "缺席": r"缺席|未到|缺勤|旷.*|否|×|absent",
}


def session(document: OfficeDocument, result: Filled) -> None:
    """Fill in a session from its attendance sheet and its labelled lines."""
    for table in document.rosters("attendance"):
        rows = [_attended(row, document.names) for row in table.rows]
        result.files["attendance.csv"] = _csv(rows)
        result.values["attendance"] = "attendance.csv"
        result.without_tables = not table.unknown
        strange = sorted({row["情况"] for row in rows} - _WORDS_OF_STATUS.keys())
        if strange:
            result.notes.append(
                Text(
                    f"考勤表里有不认识的情况：{'、'.join(strange)}。",
                    f"Unknown words for attendance: {', '.join(strange)}.",
                )
            )
    texts = [document.head.title, *document.texts]
    for key, words in (("topic", "主题|题目|学习内容|议题"), ("place", "地点"), ("start", "时间|日期")):
        pattern = re.compile(rf"(?:{words})\s*[:：]\s*([^；;。]+)")
        line = next(filter(None, map(pattern.search, texts)), None)
        if line:
            result.values[key] = line[1].strip()
    start = next((day.on(document.since) for day in days(result.values.pop("start", "") or " ".join(texts))), None)
    if start:
        result.values["start"] = start
    kinds = {
        "中心组": "centre-study",
        "党课": "party-class",
        "讲座": "lecture",
        "研讨": "seminar",
        "培训": "training",
        "会议": "meeting",
        "学习": "collective-study",
    }
    kind = next((value for word, value in kinds.items() if word in document.head.title), None)
    if kind:
        result.values["kind"] = kind


def _attended(row: Mapping[str, str], names: Names) -> dict[str, str]:
    status = row.get("status", "")
    word = next((word for word, forms in _WORDS_OF_STATUS.items() if re.fullmatch(forms, status)), status)
    is_kind = word == "请假" and status not in ("请假", "leave")
    return {
        "人员": names.person(row["person"]) or row["person"],
        "情况": word,
        "事由": row.get("reason", "") or (status if is_kind else ""),
        "请假日期": _iso(row.get("asked", "")),
        "补课日期": _iso(row.get("makeup", "")),
    }


def _iso(words: str) -> str:
    found = next((day for named in days(words) if (day := named.on(None))), None)
    return found.isoformat() if found else words


def _csv(rows: Sequence[Mapping[str, str]]) -> str:
    """Rows as a CSV, without empty columns."""
    columns = [name for name in rows[0] if any(row[name] for row in rows)] if rows else []
    lines = [columns, *([row[name] for name in columns] for row in rows)]
    return "".join(",".join(_quoted(cell) for cell in line) + "\n" for line in lines)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if re.search('[",\n]', cell) else cell
