"""Where a cursor stands in YAML, from lines that need not be YAML yet. `|` is the cursor."""

import pytest

from yuandi.lsp.yaml_place import place_at


def at(text: str) -> tuple[str, str, str, list[str]]:
    """The keys above, the key, the word and the other keys at the cursor."""
    before, _, after = text.partition("|")
    number = before.count("\n")
    place = place_at((before + after).split("\n"), number, len(before.rpartition("\n")[2]))
    assert (before + after).split("\n")[number][place.start : place.end].strip("'\"") == place.word
    return "/".join(place.path), place.key, place.word, sorted(place.siblings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ti|", ("", "", "ti", [])),
        ("|", ("", "", "", [])),
        ("title: 甲\nda|\nunit: x", ("", "", "da", ["title", "unit"])),
        ("un|it: office", ("", "", "unit", [])),
        ("unit: |", ("", "unit", "", [])),
        ("unit: of|fice", ("", "unit", "office", [])),
        ("单位: 办|公室 # 发文", ("", "单位", "办公室", [])),
        ("relates:\n  - no|", ("", "relates", "no", [])),
        ("relates:\n- |", ("", "relates", "", [])),
        ("relates: [a, b|]", ("", "relates", "b", [])),
        ("tasks:\n  - title: 甲\n    un|\n    due: x", ("tasks", "", "un", ["due", "title"])),
        ("tasks:\n  - title: 甲\n    unit: |", ("tasks", "unit", "", [])),
        ("tasks:\n  - title: 甲\n  - un|", ("", "tasks", "un", [])),
        ("tasks:\n- title: 甲\n  unit: o|", ("tasks", "unit", "o", [])),
        ("phases:\n  - name: 甲\n    milestones:\n      - {name: 乙, du|}", ("phases/milestones", "", "du", [])),
        ("phases:\n  - name: 甲\n    milestones:\n      - {name: 乙, due: 20|}", ("phases/milestones", "due", "20", [])),
        ("span: {from: 2026-01-01, t|}", ("span", "", "t", [])),
        ("span: {from: 2026|-01-01, to: x}", ("span", "from", "2026-01-01", [])),
        ("attendance:\n  leave: [{person: li|}]", ("attendance/leave", "person", "li", [])),
        ("a: 1\nspan:\n  from: x\nun|", ("", "", "un", ["a", "span"])),
        ("- id: a\n  children:\n    - id: b\n      k|", ("children", "", "k", ["id"])),
        ("title: '甲|'", ("", "title", "甲", [])),
        ("title: 甲：乙|", ("", "title", "甲：乙", [])),
    ],
)  # fmt: skip
def test_place(text: str, expected: tuple[str, str, str, list[str]]) -> None:
    """Keys and values, in blocks, lists and brackets."""
    assert at(text) == expected
