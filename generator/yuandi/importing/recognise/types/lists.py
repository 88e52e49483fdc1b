"""Honour rolls and lists of books, from tables and from names under headings. Pure."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from yuandi.base.text import Text
from yuandi.importing.recognise.document import Filled, OfficeDocument
from yuandi.importing.recognise.facts.periods import period
from yuandi.importing.recognise.facts.rosters import Listed, listed
from yuandi.importing.recognise.names import Names


def honours(document: OfficeDocument, result: Filled) -> None:
    """Fill in an honour roll: award, year and names, from tables or lists."""
    entries: list[dict[str, Any]] = []
    for table in document.rosters("honour"):
        entries += [_honoured(row, document.names) for row in table.rows]
        result.without_tables = not table.unknown
        result.notes += _without_unit(table.rows, document.names)
    lists = [] if entries else listed(document.texts)
    entries += [
        _honoured({"name": name, "category": names.category}, document.names) for names in lists for name in names.names
    ]
    result.notes += [miscounted(names) for names in lists if names.count != len(names.names)]
    if entries:
        result.values["entries"] = entries
        if any("category" not in entry for entry in entries):
            result.notes.append(Text("名单没有写类别，请补 category。", "The list has no categories. Add `category`."))
    award = re.search(r"[“「](?P<award>[^”」]{2,30})[”」]", document.head.title) or re.search(
        r"(?P<award>(?:学习型|知识型|先进|优秀|标兵)[\u4e00-\u9fff、]{1,24}?)(?:光荣榜|名单|的?决定|表彰|评选)",
        document.head.title,
    )
    if award:
        result.values["award"] = award["award"]
    if named := re.search(r"((?:19|20)\d\d)\s*年", document.head.title):
        result.values["year"] = int(named[1])


def _without_unit(rows: Iterable[Mapping[str, str]], names: Names) -> list[Text]:
    """A note on the people whose unit is not in the portal."""
    lost = [f"{row['name']}（{row['unit']}）" for row in rows if row.get("unit") and names.unit(row["unit"]) is None]
    if not lost:
        return []
    listed = "、".join(lost)
    return [
        Text(
            f"这些人的单位不在 units.yml 里，没有写：{listed}。",
            f"The units of these people are not in units.yml and were left out: {listed}.",
        )
    ]


def miscounted(names: Listed) -> Text:
    """A note that a list is longer or shorter than its heading says."""
    return Text(
        f"“{names.category}”写明 {names.count} 名，名单里有 {len(names.names)} 名。",
        f"The heading “{names.category}” says {names.count}, but the list has {len(names.names)} names.",
    )


def _honoured(row: Mapping[str, str], names: Names) -> dict[str, Any]:
    known = names.person(row["name"]) or names.unit(row["name"])
    unit = names.unit(row["unit"]) if "unit" in row else None
    found: dict[str, Any] = {"ref": known} if known else {"name": row["name"]}
    return found | {
        key: word
        for key, word in (("unit", unit), ("category", row.get("category")), ("reason", row.get("reason")))
        if word
    }


def books(document: OfficeDocument, result: Filled) -> None:
    """Fill in a list of books: its period and the books of its tables."""
    books: list[dict[str, Any]] = []
    for table in document.rosters("book"):
        books += [_book(row) for row in table.rows]
        result.without_tables = not table.unknown
    if books:
        result.values["books"] = books
    if named := period(document.head.title, document.year):
        result.values["period"] = named


def _book(row: Mapping[str, str]) -> dict[str, Any]:
    book: dict[str, Any] = {"title": row["title"].strip("《》"), "author": row["author"]}
    for key in ("publisher", "isbn", "kind", "place", "note"):
        if key in row:
            book[key] = row[key]
    if year := re.search(r"(?:19|20)\d\d", row.get("year", "")):
        book["year"] = int(year[0])
    if row.get("required", "") in ("是", "必读", "√", "✓", "必"):
        book["required"] = True
    return book
