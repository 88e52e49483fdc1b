"""“Add a page”: it is in the site, links lead to it, and it is not there where nothing stands on it."""

from pathlib import Path

import pytest

from english_portal import CONFIG as ENGLISH
from portals import COLUMN, write
from recipes import Tree
from sites import CONFIG, Site

pytestmark = pytest.mark.slow

NOTICE = """\
---
type: notice
kind: notice
title: 读书月的<通知>
date: 2026-03-05
unit: office
doc_number: 云发〔2026〕1号
---

正文。
"""
INDEX = "# 首页\n\n见[文号](/numbers/)。\n"
FILES = {**COLUMN, "content/index.md": INDEX, "content/notices/a.md": NOTICE}


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The sources with the page."""
    made = Tree(tmp_path_factory.mktemp("tree"))
    made.assert_tidy(made.follow("Add a page"))
    return made


def built(tree: Tree, folder: Path, config: str) -> Site:
    """The site of a portal with one number, made with the sources of the tree; a broken link would stop it."""
    write(folder, {"mkdocs.yml": config, **FILES})
    return Site(folder / "site", 0, tree.run("yuandi", "build", folder))


def test_it_is_in_the_site(tree: Tree, tmp_path: Path) -> None:
    """With each number and its entry; a link in an entry leads to it."""
    site = built(tree, tmp_path, CONFIG)
    assert site.text("numbers/", "h1") == ["文号索引"]
    assert site.text("numbers/", ".yd-sheet li") == ["云发〔2026〕1号 读书月的<通知>"]
    (link,) = site.page("numbers/").css(".yd-sheet li a")
    assert link.attributes["href"] == "../notices/a/"
    assert [link.attributes["href"] for link in site.page("").css("a") if link.text() == "文号"] == ["numbers/"]


def test_it_is_in_english(tree: Tree, tmp_path: Path) -> None:
    """Where the site is."""
    assert built(tree, tmp_path, ENGLISH).text("numbers/", "h1, .yd-head__line") == ["Document numbers", "1 in all"]


def test_without_a_number_there_is_none(tree: Tree, tmp_path: Path) -> None:
    """A link to it is then a broken one."""
    bare = NOTICE.replace("doc_number: 云发〔2026〕1号\n", "")
    write(tmp_path, {"mkdocs.yml": CONFIG, **FILES, "content/notices/a.md": bare})
    assert "REF008" in tree.run("yuandi", "check", tmp_path, status=1)


def test_what_is_planned_is_drawn(tree: Tree) -> None:
    """One of the tests that the recipe names: the sample portal, as everybody sees it."""
    said = tree.test("tests/page_plan/test_planned_pages.py", "-k", f"is_drawn and public and {tree.folder.name}")
    assert "1 passed" in said


def test_its_types_hold(tree: Tree) -> None:
    """mypy finds nothing."""
    tree.assert_typed("generator/yuandi/page_plan/numbers.py", "generator/yuandi/pages/numbers.py")
