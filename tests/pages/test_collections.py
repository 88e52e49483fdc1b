"""Pages through the years: of types, tags, awards and books."""

from pathlib import Path

from portals import portal, said
from yuandi.pages import Shown
from yuandi.pages.books import BookView, LibraryView, book_pages
from yuandi.pages.collections import AwardView, collection_pages
from yuandi.pages.lists import ListView

BOOKS = """\
---
type: book-list
title: {title}
date: {date}
period: {period}
recommender: office
books:
{books}---

正文。
"""
ARTICLE = """\
---
type: article
kind: reflection
title: 读《乡土中国》
date: 2026-03-20
authors: [li-fang]
work: 乡土中国
words: 1200
---

正文。
"""


def notice(title: str, day: str, tags: str) -> str:
    return f"---\ntype: notice\nkind: notice\ntitle: {title}\ndate: {day}\nunit: office\ntags: {tags}\n---\n\n正文。\n"


def listed(views: object) -> dict[str, list[str]]:
    return {
        view.address: [row.title for month in view.months for row in month.rows]
        for view in views  # type: ignore[attr-defined]
        if isinstance(view, ListView)
    }


def test_tags_that_make_one_address_share_a_page(tmp_path: Path) -> None:
    files = {
        "content/notices/a.md": notice("甲", "2026-03-05", "[读书 月, 党课]"),
        "content/notices/b.md": notice("乙", "2025-03-06", "[读书-月]"),
    }
    views = tuple(collection_pages(Shown(portal(tmp_path, files))))
    assert listed(views) == {
        "types/notice/": ["甲", "乙"],
        "tags/党课/": ["甲"],
        "tags/读书-月/": ["甲", "乙"],
    }
    (index,) = (view for view in views if view.address == "tags/")
    assert [(one.link.text, one.count) for one in index.counts] == [("读书 月", 2), ("党课", 1)]  # type: ignore[attr-defined]


def test_a_type_is_cut_into_pages(tmp_path: Path) -> None:
    files = {f"content/notices/{number:02}.md": notice(f"第{number}号", "2026-03-05", "[]") for number in range(1, 32)}
    found = listed(collection_pages(Shown(portal(tmp_path, files))))
    assert {address: len(rows) for address, rows in found.items()} == {"types/notice/": 30, "types/notice/page/2/": 1}


def test_an_award_tells_its_years(tmp_path: Path) -> None:
    roll = "---\ntype: honour-roll\ntitle: {0}年光荣榜\ndate: {0}-12-30\naward: 先进单位\nyear: {0}\nentries:\n  - {{ref: office, category: internal-unit}}\n---\n\n正文。\n"
    files = {f"content/honours/{year}.md": roll.format(year) for year in (2024, 2025)}
    views = [view for view in collection_pages(Shown(portal(tmp_path, files))) if isinstance(view, AwardView)]
    assert [(view.address, [year.year for year in view.years]) for view in views] == [
        ("awards/先进单位/", [2025, 2024])
    ]


def test_a_book_knows_its_lists_and_what_was_written(tmp_path: Path) -> None:
    files = {
        "content/books/q1.md": BOOKS.format(
            title="一季度书目",
            date="2026-01-08",
            period="2026-Q1",
            books="  - {title: 乡土中国, author: 费孝通, required: true, note: 共读}\n",
        ),
        "content/books/q4.md": BOOKS.format(
            title="四季度书目",
            date="2025-10-08",
            period="2025-Q4",
            books="  - {title: 《乡土中国》, author: 费孝通著, isbn: 9787208132603}\n  - {title: 活着, author: 余华}\n",
        ),
        "content/articles/a.md": ARTICLE,
    }
    views = tuple(book_pages(Shown(portal(tmp_path, files))))
    (library,) = (view for view in views if isinstance(view, LibraryView))
    assert [(one.book.title, one.lists, one.written) for one in library.books] == [("乡土中国", 2, 1), ("活着", 1, 0)]
    book = next(view for view in views if isinstance(view, BookView))
    assert book.address == "library/乡土中国-费孝通/"
    assert [(one.roll.text, one.period, one.required is not None) for one in book.lists] == [
        ("一季度书目", "2026年第一季度", True),
        ("四季度书目", "2025年第四季度", False),
    ]
    assert [row.title for row in book.written] == ["读《乡土中国》"]


def test_nothing_of_hidden_entries_makes_a_page(tmp_path: Path) -> None:
    hidden = notice("甲", "2026-03-05", "[密]").replace("unit: office", "unit: office\nvisibility: office")
    assert not tuple(collection_pages(Shown(portal(tmp_path, {"content/notices/a.md": hidden}))))


def test_links_to_these_pages_are_no_broken_links(tmp_path: Path) -> None:
    body = "见[读书](/tags/读书/)、[全部通知](/types/notice/)；[没有的](/tags/没有/)。"
    files = {"content/notices/a.md": notice("甲", "2026-03-05", "[读书]").replace("正文。", body)}
    assert said(tmp_path, files) == [
        "content/notices/a.md:10:47 error REF008 The link `/tags/没有/` leads to a page that does not exist.",
    ]
