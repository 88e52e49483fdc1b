"""A type that does not exist, added to a copy of the tree as the recipe says, goes all the way; half of it is not silent."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from english_portal import CONFIG as ENGLISH
from portals import write
from sites import CONFIG, Site

ROOT = Path(__file__).parents[2]
RECIPE = Path(__file__).with_name("made_up_type.md")
PARTS = Path(__file__).with_name("test_parts.py")
MODEL, PAGE = "generator/yuandi/entry_types/quiz.py", "generator/yuandi/pages/entry/quiz.py"
AFTER = {
    "generator/yuandi/entry_types/registry.py": '    "competition",\n',
    "generator/yuandi/i18n/en.po": 'msgstr "CNY %(amount)s"\n',
}
"""Files to which the recipe adds lines, with the line after which they go."""
_BLOCK = re.compile(r"^ *```\w+ (?P<path>generator/\S+)\n(?P<text>.*?)^ *```$", re.M | re.S)

pytestmark = pytest.mark.slow


def quiz(day: str, *marks: str) -> str:
    """A quiz held on a day."""
    given = "".join(f"  - {one}\n" for one in marks)
    return f"---\ntitle: 学习知识测验{day}\ndate: {day}\nkind: 闭卷\nhost: office\ndeadline: {day}\nmarks:\n{given}---\n\n题目十道。\n"


FILES = {
    "content/index.md": "# 首页\n",
    "content/_data/columns.yml": "- {id: learning, title: 学习, takes: [quiz]}\n",
    "content/_data/policy.yml": """\
measures:
  - {code: QUI-01, title: 每人一年测验两次, subject: {people: all}, measure: {count: quiz}, period: year, min: 2}
  - {code: QUI-02, title: 各单位得分不少于一百, subject: {units: {id: office}}, measure: {sum: points, of: quiz}, period: year, min: 100}
""",
    "content/quizzes/1.md": quiz(
        "2026-01-15", "{person: chen-ming, points: 90, rank: 第1名}", "{person: li-fang, points: 70}"
    ),
    "content/quizzes/2.md": quiz("2026-02-15", "{person: chen-ming, points: 80}"),
    "content/quizzes/3.md": quiz("2026-03-15", "{person: chen-ming, points: 85}"),
}


class Tree:
    """A copy of the sources, in which commands are run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        ignored = shutil.ignore_patterns("__pycache__", "node_modules")
        for name in ("generator", "plugins", "themes", "docs"):
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        shutil.copy(ROOT / "pyproject.toml", folder)

    def add(self) -> None:
        """Do what the recipe says."""
        for block in _BLOCK.finditer(RECIPE.read_text("utf-8")):
            file, text = self.folder / block["path"], dedent(block["text"])
            if after := AFTER.get(block["path"]):
                indent = re.match(" *", after)[0] or "  "  # type: ignore[index]  # it always matches
                lines = "".join(f"{indent}{line.strip()}\n" for line in text.splitlines())
                text = file.read_text("utf-8").replace(after, after + lines, 1)
            file.write_text(text, "utf-8")

    def change(self, path: str, was: str, now: str) -> None:
        """Write one thing of a file otherwise."""
        text = (self.folder / path).read_text("utf-8")
        assert was in text
        (self.folder / path).write_text(text.replace(was, now), "utf-8")

    def run(self, *arguments: str | Path, status: int = 0) -> str:
        """What a Python module prints that is run with the sources of this tree; its status must be as expected."""
        path = os.pathsep.join(str(self.folder / name) for name in ("generator", "plugins", "themes"))
        done = subprocess.run(
            [sys.executable, "-m", *map(str, arguments)],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1", "XDG_CACHE_HOME": str(self.folder)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout + done.stderr

    def test_parts(self, *, status: int = 0) -> str:
        """What the test of parts says of the type."""
        return self.run(
            "pytest", "-n", "0", "-c", ROOT / "pyproject.toml", "-k", "quiz or registry", PARTS, status=status
        )


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The sources with the made-up type."""
    made = Tree(tmp_path_factory.mktemp("tree"))
    made.add()
    return made


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portal with three entries of the type."""
    return write(tmp_path_factory.mktemp("portal"), {"mkdocs.yml": CONFIG, **FILES})


@pytest.fixture(scope="module")
def site(tree: Tree, portal: Path) -> Site:
    """Its site."""
    said = tree.run("yuandi", "build", portal, "--strict")
    return Site(portal / "site", 0, said)


def test_it_is_checked(tree: Tree, portal: Path) -> None:
    """An entry of the type is read as such, and its fields are held to what they are."""
    assert "没有发现问题" in tree.run("yuandi", "check", portal)
    wrong = quiz("2026-01-20", "{person: chen-ming, points: many}")
    file = portal / "content/quizzes/4.md"
    file.write_text(wrong, "utf-8")
    try:
        assert "points" in tree.run("yuandi", "check", portal, status=1)
    finally:
        file.unlink()


def test_it_has_a_page(site: Site) -> None:
    """With its own facts and blocks."""
    assert {"陈明 90", "李芳 70"} <= {" ".join(row.split()) for row in site.text("quizzes/1/", "tbody tr")}
    assert any("办公室" in fact for fact in site.text("quizzes/1/", ".yd-facts"))


def test_it_is_listed(site: Site) -> None:
    """In its column, in the list of its type, in the archive by year and month, and in the year's section."""
    for address in ("columns/learning/", "types/quiz/", "archive/2026/01/"):
        assert any("学习知识测验2026-01-15" in row for row in site.text(address, "main")), address
    (year,) = site.text("archive/2026/", "main")
    assert "学习活动" in year
    assert "学习知识测验2026-01-15" in year


def test_it_is_filed_in_dossiers(site: Site) -> None:
    """Who took part has it in the dossier of the year, with the rank."""
    (dossier,) = site.text("people/chen-ming/2026/", "main")
    assert "竞赛" in dossier
    assert "第1名" in dossier


def test_it_has_a_form(site: Site) -> None:
    """The page leads to the form for printing."""
    assert "成绩单" in " ".join(site.text("quizzes/1/", "main"))
    assert any("陈明" in row and "90" in row for row in site.text("quizzes/1/sheet/", "tbody tr"))


def test_it_is_due(site: Site) -> None:
    """What it wants done by a day stands in the calendar."""
    assert "截止：学习知识测验2026-03-15" in (site.root / "calendar.ics").read_text("utf-8").replace("\r\n ", "")


def test_it_is_measured(tree: Tree, portal: Path) -> None:
    """It counts for the people whom it names, and its numbers for their unit and the one that held it."""
    rows = json.loads(tree.run("yuandi", "measures", portal, "--as-of", "2026-03-31", "--format", "json"))["rows"]
    found = {(row["code"], row["subject"]): (row["value"], row["state"]) for row in rows}
    assert found == {
        ("QUI-01", "chen-ming"): (3, "met"),
        ("QUI-01", "li-fang"): (1, "pending"),
        ("QUI-02", "office"): (325, "met"),
    }


def test_it_is_found(tree: Tree, portal: Path, site: Site) -> None:
    """A search finds its words, and may be kept to the type."""
    assert site.status == 0
    said = tree.run("yuandi", "search", "题目十道", "--type", "quiz", "-p", portal)
    assert "学习知识测验2026-01-15" in said


def test_it_has_a_schema(tree: Tree) -> None:
    """With the keys in both languages."""
    schema = json.loads(tree.run("yuandi", "schema", "quiz"))
    assert {"deadline", "报名期限", "marks", "成绩"} <= schema["properties"].keys()
    assert schema["properties"]["type"]["enum"] == ["quiz", "测验"]


def test_it_is_in_english(tree: Tree, tmp_path: Path) -> None:
    """Labels of its page are English where the site is."""
    data = {path: text for path, text in FILES.items() if "_data/policy" not in path}
    write(tmp_path, {"mkdocs.yml": ENGLISH, **data, "content/_data/policy.yml": "{}\n"})
    tree.run("yuandi", "build", tmp_path)
    words = " ".join(Site(tmp_path / "site", 0, "").text("quizzes/1/", "main"))
    assert [word for word in ("Quiz", "Marks", "Register by", "Sheet of marks") if word not in words] == []
    assert "报名期限" not in words


def test_one_can_be_begun(tree: Tree, tmp_path: Path) -> None:
    """`new` makes one that passes the check."""
    portal = write(tmp_path, {"mkdocs.yml": CONFIG, **FILES})
    tree.run("yuandi", "new", "测验", "又一次测验", "-p", portal, "--no-input", "--as-of", "2026-03-31")
    (made,) = (portal / "content/quizzes/2026").iterdir()
    assert "又一次测验" in made.read_text("utf-8")
    assert "没有发现问题" in tree.run("yuandi", "check", portal)


def test_it_is_documented(tree: Tree) -> None:
    """Its reference page is made of the model."""
    tree.run("yuandi.docs", "docs")
    assert "| `deadline` | 报名期限 |" in (tree.folder / "docs/reference/types/quiz.md").read_text("utf-8")


def test_its_parts_hold(tree: Tree) -> None:
    """What is asked of every type is true of it."""
    assert "5 passed" in tree.test_parts()


def test_its_types_hold(tree: Tree) -> None:
    """mypy finds nothing in the two modules."""
    assert "no issues found" in tree.run("mypy", "--no-incremental", "--follow-imports=silent", MODEL, PAGE)


@pytest.fixture
def half(tmp_path: Path) -> Callable[[], Tree]:
    """A tree of its own, to leave something out of."""

    def made() -> Tree:
        tree = Tree(tmp_path / "tree")
        tree.add()
        return tree

    return made


@pytest.mark.parametrize("part", ["about=", "dossier=", "printable="])
def test_a_part_that_is_left_out_is_named(part: str, half: Callable[[], Tree]) -> None:
    """Neither mypy nor any command gets past it."""
    tree = half()
    text = (tree.folder / MODEL).read_text("utf-8")
    (line,) = (line for line in text.splitlines(keepends=True) if line.strip().startswith(part))
    tree.change(MODEL, line, "")
    missing = part.removesuffix("=")
    said = tree.run("yuandi", "schema", "quiz", status=1)
    assert "TypeError" in said
    assert f"'{missing}'" in said
    said = tree.run("mypy", "--no-incremental", "--follow-imports=silent", MODEL, status=1)
    assert f'Missing named argument "{missing}" for "EntryType"' in said


def test_a_page_that_is_missing_is_named(half: Callable[[], Tree]) -> None:
    """The test of parts says which type has none, and which file to write."""
    tree = half()
    (tree.folder / PAGE).unlink()
    said = tree.test_parts(status=1)
    assert f"the type `quiz` has no page: write {PAGE}" in said
    assert "KeyError" not in said


def test_a_line_that_is_missing_is_named(half: Callable[[], Tree]) -> None:
    """A model that no registry lists is not forgotten."""
    tree = half()
    tree.change("generator/yuandi/entry_types/registry.py", '    "quiz",\n', "")
    said = tree.test_parts(status=1)
    assert "quiz" in said
