"""The portal as a value: look-ups, back-links, columns, addresses."""

from pathlib import Path

import pytest

from portals import portal
from yuandi.content.addresses import Addresses
from yuandi.entry_types import Notice, Plan
from yuandi.entry_types.values import Refers

PLAN = "---\ntype: plan\ntitle: 方案\ndate: 2026-01-05\nspan: {from: 2026-01-05, to: 2026-12-31}\n---\n"
NOTICE = "---\ntype: notice\nkind: publicity\ntitle: 通知\ndate: 2026-03-05\nunit: office\ntags: [读书]\nimplements: ../plans/build.md\n---\n"
FILES = {"content/plans/build.md": PLAN, "content/notices/a.md": NOTICE, "content/about.md": "# 关于我们\n"}


def test_entries_are_found_by_id_path_and_type(tmp_path: Path) -> None:
    """An entry has an id and a path, and is found by both and by its type."""
    found = portal(tmp_path, FILES)
    assert [entry.id for entry in found.entries] == ["about", "notices/a", "plans/build"]
    assert found.by_id["plans/build"] is found.by_path["plans/build.md"]
    assert [entry.record.title for entry in found.of(Plan)] == ["方案"]
    assert [entry.path for entry in found.of(Notice)] == ["notices/a.md"]
    assert found.by_id["about"].record.title == "关于我们"


def test_backlinks_are_the_other_end_of_references(tmp_path: Path) -> None:
    """Whoever names an entry is found from it, by whatever form of reference."""
    found = portal(tmp_path, FILES)
    assert {key: [entry.id for entry in sources] for key, sources in found.backlinks.items()} == {
        "plans/build": ["notices/a"]
    }


def test_target_is_found_by_kind(tmp_path: Path) -> None:
    """A word is looked up among the kinds that a field may name, by id or unique name."""
    found = portal(tmp_path, FILES)
    assert found.target(Refers(("unit",)), "财务科").id == "finance"
    assert found.target(Refers(("person", "unit")), "office").name == "办公室"
    assert found.target(Refers(("measure",)), "STU-02").code == "STU-02"
    assert found.target(Refers(("column",)), "通知公告") is None
    assert found.target(Refers(("entry",)), "plans/build").id == "plans/build"
    assert found.target(Refers(("unit",)), "chen-ming") is None


def test_name_that_two_share_names_nobody(tmp_path: Path) -> None:
    """A name of two people is no reference; their ids are."""
    people = "- id: chen-ming\n  name: 陈明\n- id: chen-ming-2\n  name: 陈明\n"
    found = portal(tmp_path, {"content/_data/people.yml": people})
    assert found.people.find("陈明") is None
    assert found.people.find("chen-ming-2")


@pytest.mark.parametrize(
    ("takes", "is_taken"),
    [("notice", True), ("plan", False), ("{type: notice, kind: publicity}", True), ("{type: notice, kind: notice}", False),
     ("{type: notice, unit: office}", True), ("{type: notice, tag: 党建}", False), ("[plan, notice]", True), ("{类型: notice}", True), ("通知", True), ("公示", True), ("决定", False), ("{类型: 通知, 种类: 公示}", True),
     ("{type: notice, unit: 办公室}", True), ("{type: notice, unit: finance}", False), ("{type: notice, unit: x}", False), ("{type: notice, unit: yunze}", True)],
)  # fmt: skip
def test_column_takes_by_its_filter(takes: str, is_taken: bool, tmp_path: Path) -> None:
    """A column takes a type, narrowed by kind, unit with those below it, or tag, in either language."""
    found = portal(tmp_path, {**FILES, "content/_data/columns.yml": f"- id: news\n  title: 动态\n  takes: {takes}\n"})
    column = found.column_of(found.by_id["notices/a"])
    assert (column is not None) == is_taken


@pytest.mark.parametrize(
    ("path", "directories", "address"),
    [
        ("index.md", True, ""),
        ("notices/a.md", True, "notices/a/"),
        ("notices/a/index.md", True, "notices/a/"),
        ("notices/README.md", True, "notices/"),
        ("index.md", False, "index.html"),
        ("notices/a.md", False, "notices/a.html"),
        ("notices/a/index.md", False, "notices/a/index.html"),
    ],
)
def test_address_of_a_file(path: str, directories: bool, address: str) -> None:
    """Addresses follow from paths by MkDocs's rule, with and without directories."""
    assert Addresses(directories).of_file(path) == address
