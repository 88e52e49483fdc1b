"""Tables with known columns (honours, books, attendance, tasks, people, units), and lists of names. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from yuandi.chinese.numerals import value
from yuandi.importing.readers.markdown import plain

_COLUMNS: Mapping[str, Mapping[str, str]] = {
    "book": {
        "title": "书名|书目|图书名称|名称|篇目",
        "author": "作者|著者|编著者?|作\\s*者",
        "publisher": "出版社|出版单位",
        "year": "出版年份?|出版时间|出版日期",
        "isbn": "isbn号?|书号|标准书号",
        "kind": "类别|分类|种类",
        "required": "必读|是否必读|必读/选读",
        "place": "馆藏|馆藏地点?|存放地点?|借阅地点?",
        "note": "推荐语|推荐理由|简介|内容简介|备注",
    },
    "honour": {
        "name": "姓名|名称|获奖者|获奖单位|获奖人员|获奖集体|受表彰者|先进集体|先进个人|单位名称|对象",
        "unit": "单位|所在单位|部门|所在部门|工作单位|科室",
        "category": "类别|称号|奖项|荣誉称号|获奖类别|荣誉",
        "reason": "事迹|主要事迹|先进事迹|推荐理由|备注",
    },
    "attendance": {
        "person": "姓名|人员|参加人员|与会人员",
        "status": "情况|状态|出勤|出勤情况|考勤|考勤情况|签到|签到情况|到会情况|是否到会|是否出席",
        "reason": "事由|请假事由|原因|请假原因|备注",
        "asked": "请假日期|请假时间",
        "makeup": "补课日期|补课时间|补学日期",
    },
    "task": {
        "title": "任务|工作任务|重点任务|工作内容|主要任务|任务内容|事项",
        "unit": "责任部门|责任单位|牵头部门|牵头单位|承办部门|承办单位|主办单位|责任科室",
        "person": "责任人|负责人|牵头人",
        "due": "完成时限|完成时间|时限|期限|截止时间",
    },
    "person": {
        "name": "姓名",
        "unit": "单位|所在单位|部门|所在部门|科室|工作单位",
        "post": "职务|职位|岗位|职务/岗位",
        "born": "出生年月?|出生日期|出生年份",
        "id": "编号|工号|人员编号",
        "tags": "标签|政治面貌|人员类别|类别",
    },
    "unit": {
        "name": "名称|单位|单位名称|机构名称|部门|部门名称",
        "short": "简称",
        "parent": "上级|上级单位|上级机构|主管单位",
        "headcount": "人数|在册人数|职工人数|编制人数|总人数",
        "kind": "种类|类别|性质|单位性质",
        "id": "编号|单位编号|代码|机构代码",
    },
}
_NEEDED = {
    "book": {"title", "author"},
    "attendance": {"person", "status"},
    "task": {"title"},
    "honour": {"name"},
    "person": {"name"},
    "unit": {"name"},
}
_FIRST = {"book": "title", "attendance": "person", "task": "title", "honour": "name", "person": "name", "unit": "name"}
"""The field that every row must have."""
_SERIAL = re.compile(r"序号|编号|no\.?|#", re.I)
_PASSED = re.compile(r"合\s*计|总\s*计|小\s*计|说明|注[:：]|填表")


@dataclass(frozen=True, slots=True)
class Roster:
    """The rows of a table by field, and the columns without a field."""

    kind: str
    rows: tuple[Mapping[str, str], ...]
    unknown: tuple[str, ...] = ()


def roster(table: Sequence[Sequence[str]], kinds: Sequence[str]) -> Roster | None:
    """The table as the first of these kinds that fits, or None; its head is one of its first four rows."""
    for kind in kinds:
        for place, row in enumerate(table[:4]):
            names = _named(row, kind)
            if set(names) >= _NEEDED[kind] and len(names) >= min(2, sum(map(bool, row))):
                rows = tuple(_rows(table[place + 1 :], names, kind))
                left = {place for place, cell in enumerate(row) if cell} - set(names.values())
                unknown = tuple(plain(row[place]) for place in sorted(left) if not _SERIAL.fullmatch(plain(row[place])))
                return Roster(kind, rows, unknown) if rows else None
    return None


def _named(row: Sequence[str], kind: str) -> dict[str, int]:
    """The index of the column of each field."""
    heads = [_head(cell) for cell in row]
    found: dict[str, int] = {}
    for field, words in _COLUMNS[kind].items():
        for place, names in enumerate(heads):
            if place not in found.values() and any(re.fullmatch(words, name, re.I) for name in names):
                found[field] = place
                break
    return found


def _head(cell: str) -> tuple[str, ...]:
    """The names of a column, without blanks and brackets: 姓名/名称 has two."""
    name = re.sub(r"[*（(].*$|[\s　]", "", plain(cell))
    return (name, *re.split("[/／]", name))


def _rows(table: Sequence[Sequence[str]], names: Mapping[str, int], kind: str) -> Iterator[Mapping[str, str]]:
    first = _FIRST[kind]
    for row in table:
        cells = {
            field: plain(row[place]).strip()
            for field, place in names.items()
            if place < len(row) and row[place].strip()
        }
        if first in cells and not _PASSED.match(cells[first]):
            yield {field: _name(cell) if field in ("name", "person") else cell for field, cell in cells.items()}


def _name(cell: str) -> str:
    """A short name without the blanks between its characters."""
    return re.sub(r"(?<=[\u4e00-\u9fff])[ 　]+(?=[\u4e00-\u9fff])", "", cell) if len(cell) < 9 else cell


_LISTED = re.compile(
    r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.、])?\s*(?P<name>[^（(：:，。]{2,24})[（(](?:共\s*)?(?P<count>\d{1,4}|[一二三四五六七八九十]{1,3})\s*[个名人家位]?[）)][:：]?$"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """Names under a heading that gives their number: 先进集体（3个）."""

    category: str
    count: int
    names: tuple[str, ...]


def listed(texts: Sequence[str]) -> list[Listed]:
    """The lists of names in a text."""
    found: list[Listed] = []
    is_open = False
    for text in texts:
        words = plain(text)
        if head := _LISTED.fullmatch(words):
            found.append(Listed(head["name"].strip(), value(head["count"]) or 0, ()))
            is_open = True
        elif is_open and re.search("[。：:；;]", words.rstrip("。")):
            is_open = False
        elif is_open:
            more = list(filter(None, _APART.split(_FILLED.sub(r"\1\2", words.rstrip("。")))))
            is_open = all(len(name) <= _LONGEST_NAME for name in more) and len(found[-1].names) < found[-1].count
            if is_open:
                found[-1] = replace(found[-1], names=(*found[-1].names, *more))
    return [names for names in found if names.names]


_LONGEST_NAME = 24
_FILLED = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ 　]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
"""A name of two characters with a blank between them."""
_APART = re.compile(r"[、，,\s　]+")
