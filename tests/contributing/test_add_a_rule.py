"""“Add a rule”: the page's examples are run, the check reports what the rule finds, and its page can be read."""

from pathlib import Path

import pytest

from portals import write
from recipes import Tree

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The sources with the rule."""
    made = Tree(tmp_path_factory.mktemp("tree"))
    made.assert_tidy(made.follow("Add a rule"))
    return made


def test_its_page_and_its_line_hold(tree: Tree) -> None:
    """Six examples in two languages, and the page as a whole; the list of rules, and the rule's scope."""
    assert "14 passed" in tree.test("tests/check/test_rule_pages.py", "-k", "TXT014")
    files = ("tests/check/test_rules_listed.py", "tests/check/test_scopes.py")
    tree.test(*files, "-k", "TXT014 or listed")


def test_it_is_reported(tree: Tree, tmp_path: Path) -> None:
    """By `yuandi check`, where the title is loud and not where it is not."""
    portal = write(tmp_path, {"content/index.md": "---\ntitle: 欢迎！\n---\n\n正文。\n"})
    assert "TXT014" in tree.run("yuandi", "check", portal, "--strict", status=1)
    write(tmp_path, {"content/index.md": "---\ntitle: 欢迎\n---\n\n正文。\n"})
    assert "TXT014" not in tree.run("yuandi", "check", portal, "--strict")


def test_it_is_documented(tree: Tree) -> None:
    """In the terminal, and among the pages of rules."""
    assert "公文的标题说明事由" in tree.run("yuandi", "explain", "loud-title")
    tree.run("yuandi.docs", "docs")
    assert "公文的标题说明事由" in (tree.folder / "docs/rules/loud-title.md").read_text("utf-8")


def test_its_types_hold(tree: Tree) -> None:
    """mypy finds nothing."""
    tree.assert_typed("generator/yuandi/check/rules/loud_title.py")
