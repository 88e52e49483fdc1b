"""Numbers and dates by their form: document numbers, ISBN, dates in paths."""

from pathlib import Path

import pytest

from portals import Files, report, said

A = "content/notices/a.md"


def notice(more: str = "", date: str = "2026-03-05") -> str:
    """A notice with more fields from line 6 on."""
    return f"---\ntype: notice\nkind: notice\ntitle: 通知\ndate: {date}\n{more}---\n"


def codes(folder: Path, files: Files) -> list[str]:
    """The codes of what is found."""
    return [finding.code for finding in report(folder, files).findings]


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        ("禾云发〔2026〕12号", None),
        ("京平发〔2006〕22号", None),
        ("597农发〔2026〕1号", None),
        ("国办发明电〔2026〕100号", None),
        ('"禾云发[2026]12号"', "禾云发〔2026〕12号"),
        ("禾云发(2026)12号", "禾云发〔2026〕12号"),
        ("禾云发（2026）12号", "禾云发〔2026〕12号"),
        ("禾云发【2026】12号", "禾云发〔2026〕12号"),
        ("禾云发［2026］12号", "禾云发〔2026〕12号"),
        ("禾云发﹝2026﹞12号", "禾云发〔2026〕12号"),
        ("禾云发〔2026)12号", "禾云发〔2026〕12号"),
        ("禾云发〔2026〕第12号", "禾云发〔2026〕12号"),
        ("禾云发第〔2026〕12号", "禾云发〔2026〕12号"),
        ("禾云发〔2026〕012号", "禾云发〔2026〕12号"),
        ("禾云发〔2026〕１２号", "禾云发〔2026〕12号"),
        ("禾云发〔２０２６〕12号", "禾云发〔2026〕12号"),
        ("禾云发〔2026年〕12号", "禾云发〔2026〕12号"),
        ("禾云发〔2026〕12", "禾云发〔2026〕12号"),
        ("禾云发〔2026〕 12号", "禾云发〔2026〕12号"),
        ("禾云发〔2026〕12號", "禾云发〔2026〕12号"),
        ("禾云发〔26〕12号", ""),
        ("禾云发〔2026〕0号", ""),
        ("禾云发〔2026〕十二号", ""),
        ("禾云发2026-12号", ""),
        ("〔2026〕12号", ""),
        ('"禾云发〔2026〕12号 "', "禾云发〔2026〕12号"),
        ("禾云发〔2026〕12号、13号", ""),
    ],
)
def test_form_of_document_numbers(number: str, hint: str | None, tmp_path: Path) -> None:
    """None: well formed. Otherwise NUM001, with the number that was probably meant."""
    found = report(tmp_path, {A: notice(f"doc_number: {number}\n")}).findings
    assert [one.code for one in found] == ([] if hint is None else ["NUM001"])
    for one in found:
        assert one.hint
        assert one.hint.en.startswith(f"Did you mean `{hint}`?" if hint else "Write ")


def test_malformed_numbers_are_there_all_the_same(tmp_path: Path) -> None:
    """A number in wrong brackets is one finding: no gap, and no second one of its kind."""
    numbers = ("〔2026〕1号", "（2026）2号", "〔2026〕3号", "〔2026〕012号", "〔2026〕7号")
    files = {
        f"content/notices/{index}.md": notice(f"doc_number: 禾云发{number}\n") for index, number in enumerate(numbers)
    }
    assert said(tmp_path, files) == [
        "content/notices/1.md:6:1 error NUM001 `doc_number: 禾云发（2026）2号` is not a standard document number.",
        "content/notices/3.md:6:1 error NUM001 `doc_number: 禾云发〔2026〕012号` is not a standard document number.",
        "content/notices/4.md:6:1 warning NUM003 Missing before `禾云发〔2026〕7号`: numbers 4 to 6.",
    ]


@pytest.mark.parametrize(
    ("isbn", "is_right"),
    [
        ("9787302511625", True), ("978-7-302-51162-5", True), ("978 7 302 51162 5", True), ("ISBN 978-7-302-51162-5", True),
        ("ISBN：978-7-302-51162-5", True), ("９７８７３０２５１１６２５", True), ("978–7–302–51162–5", True), ("979-10-90636-07-1", True),
        ("0-8044-2957-X", True), ("0-8044-2957-x", True), ("080442957Ｘ", True), ("0-306-40615-2", True), ("7-108-00982-X", True),
        ("9787302511626", False), ("978730251162", False), ("97873025116255", False), ("9777302511626", False),
        ("0-8044-2957-0", False), ("0-306-40615-X", False), ("X-306-40615-2", False), ("978-7-302-51162-X", False), ("10019·3152", False),
        ("0000000000", True), ("-", False),
    ],
)  # fmt: skip
def test_isbn(isbn: str, is_right: bool, tmp_path: Path) -> None:
    """Ten or thirteen digits with their check digit, however they are spaced."""
    book = f"---\ntype: book-list\ntitle: 书目\ndate: 2026-01-08\nperiod: 2026-Q1\nbooks: [{{title: 甲, author: 乙, isbn: '{isbn}'}}]\n---\n"
    assert codes(tmp_path, {"content/books/a.md": book}) == ([] if is_right else ["BKS001"])


@pytest.mark.parametrize(
    ("path", "date", "disagrees"),
    [
        ("notices/2026/a.md", "2026-03-05", False),
        ("notices/2025/a.md", "2026-03-05", True),
        ("notices/2025年/a.md", "2026-03-05", True),
        ("notices/2026-03/a.md", "2026-03-05", False),
        ("notices/2026-04/a.md", "2026-03-05", True),
        ("notices/202604/a.md", "2026-03-05", True),
        ("notices/2026/03/a.md", "2026-03-05", False),
        ("notices/2026/3月/a.md", "2026-03-05", False),
        ("notices/2026/04/a.md", "2026-03-05", True),
        ("notices/2026/03/06/a.md", "2026-03-05", True),
        ("notices/2026/12号文/a.md", "2026-03-05", False),
        ("notices/2026/13/a.md", "2026-03-05", False),
        ("notices/2024-2026/a.md", "2025-03-05", False),
        ("notices/12/a.md", "2026-03-05", False),
        ("notices/2026-03-05/index.md", "2026-03-05", False),
        ("notices/2026-03-06-meeting/index.md", "2026-03-05", True),
        ("notices/2026-03-06-a.md", "2026-03-05", True),
        ("notices/a-2026-03-06.md", "2026-03-05", True),
        ("notices/2026_03_06.md", "2026-03-05", True),
        ("notices/20260305a.md", "2026-03-05", False),
        ("notices/20260306.md", "2026-03-05", True),
        ("notices/2026-02-30.md", "2026-03-05", False),
        ("notices/2024-02-29.md", "2024-02-29", False),
        ("notices/9787302511625.md", "2026-03-05", False),
        ("notices/2026-12.md", "2026-03-05", False),
        ("notices/plan-2027.md", "2026-03-05", False),
        ("notices/9999/a.md", "2026-03-05", False),
    ],
)
def test_date_in_a_path(path: str, date: str, disagrees: bool, tmp_path: Path) -> None:
    """Days anywhere, years and months as folders; other numbers are no dates."""
    found = codes(tmp_path, {f"content/{path}": notice("type: notice\nid: a\n", date).replace("type: notice\n", "", 1)})
    assert found == (["DAT009"] if disagrees else [])
