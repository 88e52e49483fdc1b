"""“Add a type”: what the recipe adds goes all the way, and half of it is not silent."""

import json
from pathlib import Path

import pytest

from english_portal import CONFIG as ENGLISH
from portals import write
from recipes import Tree
from sites import CONFIG, Site

TITLE = "Add a type"
REGISTRY = "generator/yuandi/entry_types/registry.py"
MODEL, PAGE = "generator/yuandi/entry_types/quiz.py", "generator/yuandi/pages/entry/quiz.py"

pytestmark = pytest.mark.slow


def quiz(day: str, *marks: str) -> str:
    """A quiz held on a day."""
    given = "".join(f"  - {mark}\n" for mark in marks)
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


def parts_of(tree: Tree, *, status: int = 0) -> str:
    """What the test of parts says of the type."""
    return tree.test("tests/entry_types/test_parts.py", "-k", "quiz or registry", status=status)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The sources with the made-up type."""
    made = Tree(tmp_path_factory.mktemp("tree"))
    made.assert_tidy(made.follow(TITLE))
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
    assert "5 passed" in parts_of(tree)


def test_its_types_hold(tree: Tree) -> None:
    """mypy finds nothing in the two modules."""
    tree.assert_typed(MODEL, PAGE)


@pytest.fixture
def half(tree: Tree, tmp_path: Path) -> Tree:
    """A tree of its own, to leave something out of."""
    return Tree(tmp_path / "tree", tree.folder)


@pytest.mark.parametrize("part", ["about=", "dossier=", "printable="])
def test_a_part_that_is_left_out_is_named(part: str, half: Tree) -> None:
    """Neither mypy nor any command gets past it."""
    text = (half.folder / MODEL).read_text("utf-8")
    (line,) = (line for line in text.splitlines(keepends=True) if line.strip().startswith(part))
    half.change(MODEL, line, "")
    missing = part.removesuffix("=")
    said = half.run("yuandi", "schema", "quiz", status=1)
    assert "TypeError" in said
    assert f"'{missing}'" in said
    said = half.run("mypy", "--no-incremental", "--follow-imports=silent", MODEL, status=1)
    assert f'Missing named argument "{missing}" for "EntryType"' in said


def test_a_page_that_is_missing_is_named(half: Tree) -> None:
    """The test of parts says which type has none, and which file to write."""
    (half.folder / PAGE).unlink()
    said = parts_of(half, status=1)
    assert f"the type `quiz` has no page: write {PAGE}" in said
    assert "KeyError" not in said


def test_a_line_that_is_missing_is_named(half: Tree) -> None:
    """A model that no registry lists is not forgotten."""
    half.change(REGISTRY, '    "quiz",\n', "")
    said = parts_of(half, status=1)
    assert "quiz" in said
