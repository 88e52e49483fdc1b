"""Whatever bytes a file of the content has, reading them ends in a report."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portals import AS_OF, lines, write
from yuandi.check import check
from yuandi.content.settings import read_settings
from yuandi.page_plan.planned_portal import read_portal

CONTENT = st.binary(max_size=80) | st.text(max_size=80).map(
    lambda text: f"---\n{text}\n---\n".encode("utf-8", "replace")
)
KEYS = st.sampled_from(
    [
        "type",
        "kind",
        "title",
        "date",
        "unit",
        "id",
        "hours",
        "tags",
        "publicity",
        "类型",
        "期限",
        "attachments",
        "sessions",
        "results",
        "x",
    ]
)
VALUES = st.sampled_from(
    ["notice", "会议", "plan", "2026-03-05", "2026-02-30", "no", "1:30", "[a, {b: c}]", "{from: 2026-01-01}", "", "office", "{}", "[[]]", "-1", "~", "*a", "&a x", "notices/a", "a.md"]
)  # fmt: skip
ENTRIES = st.lists(st.tuples(KEYS, VALUES), max_size=8).map(
    lambda pairs: ("---\n" + "".join(f"{key}: {value}\n" for key, value in pairs) + "---\n[甲](a.md)\n").encode()
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One portal for all the examples that hypothesis thinks of."""
    return write(tmp_path_factory.mktemp("portal"), {})


@settings(max_examples=150)
@given(CONTENT | ENTRIES)
def test_any_bytes_are_read_or_told(folder: Path, data: bytes) -> None:
    """Whatever bytes are in an entry, a data file or a table, reading them ends in a report in order."""
    for path in ("notices/a.md", "sessions/a.md", "about.md", "_data/lexicon.yml", "_data/calendar.yml"):
        file = folder / "content" / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(data)
    found = check(read_portal(read_settings(folder), AS_OF))
    assert lines(found) == lines(found, "en")
    assert list(found.findings) == sorted(found.findings, key=lambda one: one.order)
    assert all(one.at.line >= 1 and one.at.column >= 1 and one.message.zh for one in found.findings)


@settings(max_examples=60)
@given(CONTENT, st.sampled_from(["units", "people", "groups", "columns", "policy"]))
def test_any_bytes_in_data_are_read_or_told(folder: Path, data: bytes, name: str) -> None:
    """The same holds for the data files that others rest on."""
    file = folder / "content/_data" / f"{name}.yml"
    before = file.read_bytes()
    file.write_bytes(data)
    check(read_portal(read_settings(folder), AS_OF))
    file.write_bytes(before)
