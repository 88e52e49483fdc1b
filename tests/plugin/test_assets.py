"""Styles and scripts of the theme: parts that the build joins, and what a portal puts in the place of them."""

import re
from collections import Counter
from pathlib import Path

import pytest

from sites import CONFIG, build, outside_requests, rebuild
from yuandi_mkdocs.assets import JOINED, MADE, whole

THEME = Path(__file__).parents[2] / "themes/yuandi_theme"
OWN = CONFIG.replace("{name: yuandi}", "{name: yuandi, custom_dir: overrides}")
SHEET = "assets/stylesheets/yuandi.css"
LOST = "overrides/assets/stylesheets/yuandi/lost.css"


@pytest.mark.parametrize("address", JOINED)
def test_every_part_is_joined(address: str) -> None:
    """Each part of the folder is named once, that of the dark by both rules for the dark; none is named that is not there."""
    folder = (THEME / address).with_suffix("")
    texts = [(THEME / address).read_text("utf-8"), *(file.read_text("utf-8") for file in folder.glob("*.[cj]s*"))]
    named = Counter(
        Path(name).name for text in texts for name in re.findall(r'^ *(?:// )?@import "(.+)";$', text, re.M)
    )
    made = {Path(name).name for name in MADE if name.startswith(f"{address.rpartition('.')[0]}/")}
    there = {file.name for file in folder.glob("*") if not file.name.endswith(".d.ts")}
    assert named.keys() == there | made
    assert {name for name, times in named.items() if times != 1} == ({"dark.css"} if address == SHEET else set())
    assert "@import" not in whole(address, [str(THEME)])


def test_no_file_is_long() -> None:
    """Nobody reads a style sheet, script or template of more than 300 lines."""
    kinds = {".css", ".js", ".ts", ".html"}
    files = [file for file in THEME.rglob("*") if file.suffix in kinds]
    assert len(files) > 80
    assert [file.name for file in files if len(file.read_text("utf-8").splitlines()) > 300] == []


def test_the_dark_is_told_once() -> None:
    """What the reader chose and what the system asks for give the same colours, and a colour of the dark stands once."""
    sheet = whole(SHEET, [str(THEME)])
    system = re.search(
        r'prefers-color-scheme: dark\) \{\n  :root:not\(\[data-md-color-scheme="default"\]\) \{(.*?)\}', sheet, re.S
    )
    chosen = re.search(r'@media screen \{\n  :root\[data-md-color-scheme="slate"\] \{(.*?)\}', sheet, re.S)
    assert system
    assert chosen
    assert system[1] == chosen[1]
    assert "--yd-ink:" in chosen[1]
    written = "".join(file.read_text("utf-8") for file in (THEME / "assets/stylesheets").rglob("*.css"))
    assert all(written.count(line) == 1 for line in re.findall(r"--yd-[\w-]+: #\w+;", chosen[1]))


def test_parts_are_not_published(tmp_path: Path) -> None:
    """The site has whole files only, and asks no other site for anything."""
    site = build(tmp_path, {})
    assert site.status == 0, site.said
    styles_and_scripts = {path for path in site.files() if re.match(r"assets/(stylesheets|javascripts)/", path)}
    assert styles_and_scripts == {*JOINED, "assets/stylesheets/material-text.css"}
    assert outside_requests(site) == []


def test_a_part_of_ones_own(tmp_path: Path) -> None:
    """A part in custom_dir takes the place of the theme's part; when it changes, so does the site; without it all is as before."""
    site = build(tmp_path, {LOST: ".mine { color: red }\n"}, config=OWN)
    sheet = site.files()[SHEET].decode()
    assert ".mine { color: red }" in sheet
    assert ".yd-lost {" not in sheet
    assert ".yd-masthead {" in sheet
    (tmp_path / LOST).write_text(".mine { color: green }\n")
    assert ".mine { color: green }" in rebuild(tmp_path).files()[SHEET].decode()
    (tmp_path / LOST).unlink()
    assert rebuild(tmp_path).files()[SHEET].decode() == whole(SHEET, [str(THEME)])


def test_a_whole_sheet_of_ones_own(tmp_path: Path) -> None:
    """A whole sheet in custom_dir takes the place of all parts; it may name some of them, and sheets of its own."""
    own = '@import "yuandi/tokens.css";\n@import "fonts.css";\n.mine { color: red }\n'
    files = {f"overrides/{SHEET}": own, "overrides/assets/stylesheets/fonts.css": "/* mine */\n"}
    site = build(tmp_path, files, config=OWN)
    sheet = site.files()[SHEET].decode()
    assert "--yd-ink:" in sheet
    assert sheet.endswith('@import "fonts.css";\n.mine { color: red }\n')
    assert ".yd-masthead" not in sheet
    assert site.files()["assets/stylesheets/fonts.css"] == b"/* mine */\n"


def test_a_part_that_is_not_there(tmp_path: Path) -> None:
    """A sheet that names a part wrongly ends the build with a sentence."""
    site = build(tmp_path, {f"overrides/{SHEET}": '@import "yuandi/tokenz.css";\n'}, config=OWN)
    assert site.status == 1
    assert "assets/stylesheets/yuandi/tokenz.css" in site.said
    assert "Traceback" not in site.said


def test_the_theme_makes_what_nobody_wrote(tmp_path: Path) -> None:
    """Rules for text are those of the Material that is installed, without its frame; a sheet of one's own takes their place."""
    material = "assets/stylesheets/material-text.css"
    sheet = build(tmp_path / "a", {}).files()[material].decode()
    assert ".md-typeset .admonition" in sheet
    assert ".md-header{" not in sheet
    assert sheet.count("{") == sheet.count("}")
    own = build(tmp_path / "b", {f"overrides/{material}": "/* mine */\n"}, config=OWN)
    assert own.files()[material] == b"/* mine */\n"
