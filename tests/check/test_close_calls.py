"""Rules at their edges: what is just reported, and what just is not."""

from pathlib import Path

import pytest

from measures.tables import entry
from portals import said

NEWS = "---\ntype: news\ntitle: {}\ndate: {}\n---\n\n{}\n"
PARAGRAPH = "".join(f"第{number}项工作由各部门按照分工在规定的时间内完成，并报告结果。" for number in range(8))


def found(folder: Path, code: str, files: dict[str, str]) -> list[str]:
    """The lines of one rule."""
    return [line for line in said(folder, files) if f" {code} " in line]


def test_the_later_of_two_alike_is_reported(tmp_path: Path) -> None:
    """TXT010 takes the entry of the earlier date for the original, wherever the files stand."""
    files = {
        "content/news/a.md": NEWS.format("后来的", "2026-03-05", PARAGRAPH),
        "content/news/b.md": NEWS.format("原来的", "2026-03-01", PARAGRAPH),
    }
    assert [line.partition(":")[0] for line in found(tmp_path, "TXT010", files)] == ["content/news/a.md"]


@pytest.mark.parametrize(
    ("cadence", "held", "missing"),
    [
        ("half-yearly", "2025-03-01", ["2025-H2"]),
        ("half-yearly", "2025-12-01", ["2025-H1"]),
        ("quarterly", "2025-05-01", ["2025-Q1", "2025-Q3", "2025-Q4"]),
        ("yearly", "2025-05-01", []),
    ],
)
def test_the_period_without_a_session(tmp_path: Path, cadence: str, held: str, missing: list[str]) -> None:
    """SES004 names the halves and quarters in which nothing was held."""
    series = (
        "---\ntype: lecture-series\ntitle: 讲座\ndate: 2025-01-06\nhost: office\nperiod: 2025\n"
        f"cadence: {cadence}\nsessions:\n  - {{no: 1, start: {held}T14:30, hours: 2, topic: 公文写作}}\n---\n"
    )
    lines = found(tmp_path, "SES004", {"content/lectures/a.md": series})
    assert [line.rpartition(" in ")[2].rstrip(".").split(", ") for line in lines] == ([missing] if missing else [])


@pytest.mark.parametrize("quantity", ["sum: unit, of: news", "latest: date, of: news"])
def test_words_cannot_be_added_up(tmp_path: Path, quantity: str) -> None:
    """POL001 asks for a number where a measure adds up."""
    policy = f"measures:\n  - {{code: A-1, title: 甲, measure: {{{quantity}}}, min: 1, period: year}}\n"
    (line,) = found(tmp_path, "POL001", {"content/_data/policy.yml": policy})
    assert f"`{quantity.split()[1][:-1]}`" in line


def test_the_right_name_at_the_beginning(tmp_path: Path) -> None:
    """NAM-rules leave the name of one holder alone that is nearly another's, also where a text begins with it."""
    people = "- {id: a, name: 张玮明, unit: office, post: 科长}\n- {id: b, name: 张伟明, unit: finance, post: 科长}\n"
    text = {
        "content/_data/people.yml": people,
        "content/news/a.md": NEWS.format("张玮明科长讲课", "2026-03-05", "正文。"),
    }
    assert not [line for line in said(tmp_path, text) if "differs by one character" in line]
    wrong = text | {"content/news/a.md": NEWS.format("张炜明科长讲课", "2026-03-05", "正文。")}
    assert [line for line in said(tmp_path, wrong) if "differs by one character" in line]


def test_numbers_go_on_after_an_inner_list(tmp_path: Path) -> None:
    """NUM005 reports a list that begins anew, and nothing where the outer one goes on after it."""
    body = "\n\n".join(f"{number}、甲乙丙丁" for number in "一二一二三三四")
    files = {"content/news/a.md": NEWS.format("编号", "2026-03-05", body)}
    assert [line.split(":")[1] for line in found(tmp_path, "NUM005", files)] == ["11"]


@pytest.mark.parametrize(("text", "is_reported"), [("效效率高", False), ("效效效率", False), ("效效高", True)])
def test_a_form_within_its_right_one(tmp_path: Path, text: str, is_reported: bool) -> None:
    """TXT002 excuses a wrong form at each place where it stands in an exception."""
    lexicon = "- {wrong: 效效, right: 效, except: [效效效率, 效效率]}\n"
    files = {"content/_data/lexicon.yml": lexicon, "content/news/a.md": NEWS.format("甲", "2026-03-05", f"{text}。")}
    assert bool([line for line in said(tmp_path, files) if "效效" in line]) is is_reported


def test_days_of_a_span(tmp_path: Path) -> None:
    """A condition on the days of a span counts both of its ends."""
    from measures.tables import table

    plan = entry(type="plan", unit="office", span="{from: 2026-03-01, to: 2026-03-10}")
    for least, value in ((10, 1), (11, 0)):
        measure = (
            "{code: A-1, title: 甲, subject: {units: {id: office}}, period: year, min: 0,"
            f" measure: {{count: plan, where: {{span.days: {{min: {least}}}}}}}}}"
        )
        lines = table(tmp_path / str(least), measure, {"plans/a.md": plan})
        assert [line.split()[3] for line in lines] == [str(value)], lines


def test_every_book_is_looked_at(tmp_path: Path) -> None:
    """BKS001 reports a wrong number after a book without one and a book with a right one."""
    books = "  - {title: 甲, author: 乙}\n  - {title: 丙, author: 丁, isbn: 978-7-108-06854-0}\n"
    text = f"---\ntype: book-list\ntitle: 书目\ndate: 2026-03-05\nperiod: 2026-Q1\nbooks:\n{books}"
    bad = "".join(
        f"  - {{title: {title}, author: 戊, isbn: 978-7-108-06854-{digit}}}\n"
        for title, digit in (("子", 1), ("丑", 2))
    )
    assert len(found(tmp_path, "BKS001", {"content/books/a.md": f"{text}{bad}---\n"})) >= 2


def test_every_archive_number_is_looked_at(tmp_path: Path) -> None:
    """ARC003 goes on after an entry without a number and after one whose number is malformed."""
    number = "---\ntype: news\ntitle: 甲\ndate: 2026-03-0{}\narchive_number: {}\n---\n\n正文。\n"
    files = {
        "content/news/a.md": NEWS.format("无号", "2026-03-01", "正文。"),
        "content/news/b.md": number.format(2, "甲"),
        "content/news/c.md": number.format(3, "0123-WS·2026-D30-BGS-0001"),
        "content/news/d.md": number.format(4, "0123-WS·2026-D30-BGS-0001"),
        "content/news/e.md": number.format(5, "0123-WS·2026-D30-BGS-0003"),
    }
    lines = found(tmp_path, "ARC003", files)
    assert [line.partition(":")[0][-4:] for line in lines] == ["b.md", "d.md", "e.md"]


def test_a_long_sentence_in_common_is_no_copy(tmp_path: Path) -> None:
    """TXT010 leaves two bodies of one length alone that share one clause and differ in the rest."""
    shared = "各部门要按照分工在规定的时间内完成本年度的全部工作并报告结果"

    def body(words: str) -> str:
        return shared + "。" + "".join(f"{words[index % len(words)] * 14}{index}。" for index in range(8))

    files = {
        "content/news/a.md": NEWS.format("甲", "2026-03-01", body("山水风云")),
        "content/news/b.md": NEWS.format("乙", "2026-03-02", body("花鸟虫鱼")),
        "content/news/c.md": NEWS.format("丙", "2026-03-03", body("花鸟虫鱼") + "完。"),
    }
    assert [line.partition(":")[0] for line in found(tmp_path, "TXT010", files)] == ["content/news/c.md"]


def test_stars_after_a_line_of_emphasis(tmp_path: Path) -> None:
    """TXT001 looks for stars in every line, also after one in which they emphasise."""
    files = {"content/news/a.md": NEWS.format("甲", "2026-03-01", "**粗***斜*\n\n见***同志。")}
    assert [line.split(":")[1] for line in found(tmp_path, "TXT001", files)] == ["9"]


@pytest.mark.parametrize(("period", "missing"), [("2024", 1), ("2024-12", 0), ("2024-Q4", 0)])
def test_a_series_shorter_than_its_rhythm(tmp_path: Path, period: str, missing: int) -> None:
    """SES004 asks only for halves that lie within the series as a whole."""
    series = (
        f"---\ntype: lecture-series\ntitle: 讲座\ndate: 2024-01-06\nhost: office\nperiod: {period}\n"
        "cadence: half-yearly\n---\n"
    )
    assert len(found(tmp_path, "SES004", {"content/lectures/a.md": series})) == missing


@pytest.mark.parametrize(("day", "is_empty"), [("2026-03-31", False), ("2026-04-01", True)])
def test_a_column_holds_what_came_out_today(tmp_path: Path, day: str, is_empty: bool) -> None:
    """A column with an entry of today is not empty; one of tomorrow has not come out."""
    files = {
        "content/_data/columns.yml": "- {id: news, title: 动态, takes: [news]}\n",
        "content/news/a.md": NEWS.format("甲", day, "正文。"),
    }
    assert any("content/_data/columns.yml" in line for line in said(tmp_path, files)) is is_empty
