"""The corpus for the peers: Hugo with templates of its own, and MkDocs with Material, a small nav and no search."""

import re
import shutil
from pathlib import Path

PEERS = Path(__file__).parent / "peers"

_DATE = re.compile(r"^date: (\d{4})-(\d\d)-\d\d$", re.MULTILINE)
_PERSON = re.compile(r"person-\d{3}")
_RELATES = re.compile(r"^relates: \[(.+)\]$", re.MULTILINE)


def hugo(corpus: Path, folder: Path) -> None:
    """Hugo: sections, units, persons, years and months as taxonomies, pages of thirty, links resolved."""
    shutil.copytree(PEERS / "hugo", folder, dirs_exist_ok=True)
    for file in sorted((corpus / "content").rglob("*.md")):
        target = folder / "content" / file.relative_to(corpus / "content")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_for_hugo(file.read_text(encoding="utf-8")), encoding="utf-8")


def _for_hugo(text: str) -> str:
    head, _, body = text.removeprefix("---\n").partition("---\n")
    found = _DATE.search(head)
    year, month = (found[1], found[2]) if found else ("0", "0")
    persons = sorted(set(_PERSON.findall(head)))
    unit = re.search(r"^unit: (.+)$", head, re.MULTILINE)
    head = (
        _RELATES.sub(lambda match: f"relates: [/{match[1]}]", head)
        .replace("\ntype: ", "\nform: ")
        .replace("type: ", "form: ", 1)
    )
    terms = f'units: [{unit[1] if unit else ""}]\npersons: {persons}\nyears: ["{year}"]\nmonths: ["{year}-{month}"]\n'
    return f"---\n{head}{terms}---\n{body}"


def material(corpus: Path, folder: Path) -> None:
    """MkDocs and Material: every entry a page, outside a navigation of one page."""
    (folder / "docs").parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(corpus / "content", folder / "docs", ignore=shutil.ignore_patterns("_data"), dirs_exist_ok=True)
    (folder / "docs" / "index.md").write_text("# 语料\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: 语料\ntheme: {name: material, language: zh, font: false, custom_dir: overrides}\nplugins: []\nnav: [index.md]\n"
        "not_in_nav: '*'\nmarkdown_extensions: [attr_list, footnotes, tables]\n",
        encoding="utf-8",
    )

    (folder / "overrides").mkdir(exist_ok=True)
    (folder / "overrides/main.html").write_text('{% extends "base.html" %}\n', encoding="utf-8")


def own_template(folder: Path) -> None:
    """Replace the theme's footer by a template of our own, so that there is one to edit."""
    (folder / "overrides/yuandi").mkdir(parents=True, exist_ok=True)
    (folder / "overrides/yuandi/foot.html").write_text("<footer>{{ frame.site_name }}</footer>\n", encoding="utf-8")
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("{name: yuandi}", "{name: yuandi, custom_dir: overrides}")
    settings.write_text(text, encoding="utf-8")


def edit_template(file: Path) -> None:
    """Add a line to a template."""
    with file.open("a", encoding="utf-8") as stream:
        stream.write("<!-- changed -->\n")


def edit_body(file: Path) -> None:
    """Add a sentence to the end of a body."""
    with file.open("a", encoding="utf-8") as stream:
        stream.write("\n又添一句。\n")


def edit_title(file: Path) -> None:
    """Put a character after the title."""
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"^title: (.+)$", r"title: \1新", text, count=1, flags=re.MULTILINE), encoding="utf-8")


def add_entry(content: Path, entries: list[Path]) -> None:
    """Put a notice beside one in the middle, with its text and another title."""
    notices = [entry for entry in entries if entry.parts[0] == "notices"]
    model = content / notices[len(notices) // 2]
    made = sum(1 for _ in model.parent.glob("added-*.md"))
    file = model.with_name(f"added-{made}.md")
    shutil.copy(model, file)
    edit_title(file)
