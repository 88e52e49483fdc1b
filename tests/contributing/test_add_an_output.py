"""“Add an output”: the file is in the site, and says what is shown."""

from pathlib import Path

import pytest

from portals import COLUMN, write
from recipes import Tree
from sites import CONFIG

pytestmark = pytest.mark.slow

OUTPUT = "titles.txt"
NEWS = "---\ntype: notice\nkind: notice\ntitle: {}\ndate: {}\nunit: office\nvisibility: {}\n---\n\n正文。\n"


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The sources with the output."""
    made = Tree(tmp_path_factory.mktemp("tree"))
    made.assert_tidy(made.follow("Add an output"))
    return made


def test_it_is_in_the_site(tree: Tree, tmp_path: Path) -> None:
    """With what is shown, and without what is hidden."""
    entries = {
        "content/notices/a.md": NEWS.format("较早的通知", "2026-01-05", "public"),
        "content/notices/b.md": NEWS.format("较晚的通知", "2026-03-05", "public"),
        "content/notices/c.md": NEWS.format("办公室的通知", "2026-03-06", "office"),
    }
    write(tmp_path, {"mkdocs.yml": CONFIG, **COLUMN, **entries})
    tree.run("yuandi", "build", tmp_path)
    assert (tmp_path / "site" / OUTPUT).read_text("utf-8") == "2026-03-05 较晚的通知\n2026-01-05 较早的通知\n"


def test_where_nothing_is_shown_there_is_none(tree: Tree, tmp_path: Path) -> None:
    """A portal without entries has no such file."""
    write(tmp_path, {"mkdocs.yml": CONFIG, "content/index.md": "# 首页\n"})
    tree.run("yuandi", "build", tmp_path)
    assert not (tmp_path / "site" / OUTPUT).exists()


def test_it_is_documented(tree: Tree) -> None:
    """The module is in the list of what is in which room."""
    tree.run("yuandi.docs", "docs")
    assert "- `titles`: titles.txt: the day" in (tree.folder / "docs/architecture.md").read_text("utf-8")


def test_its_types_hold(tree: Tree) -> None:
    """mypy finds nothing."""
    tree.assert_typed("generator/yuandi/outputs/titles.py")
