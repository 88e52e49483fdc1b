"""Pages for tests: files as text → a portal → its views, and the words of a page as its template draws it."""

from pathlib import Path

from jinja2 import FileSystemLoader
from selectolax.lexbor import LexborHTMLParser

import yuandi_theme
from plans import assert_drawn_as_planned
from portals import Files, portal
from yuandi.pages import Shown, View, all_views, frame
from yuandi.render.bodies import Body
from yuandi.render.templates import Pages

FRONT = "---\ntitle: 甲\ndate: 2026-03-05\n"


def entry(fields: str) -> str:
    """An entry of the folder's type with a title, a date and these fields."""
    return f"{FRONT}{fields.strip()}\n---\n\n正文。\n"


def shown(folder: Path, files: Files) -> Shown:
    """What a public build of these files shows."""
    made = portal(folder, files)
    assert_drawn_as_planned(made)
    return Shown(made)


def views(folder: Path, files: Files) -> dict[str, View]:
    """All pages by address."""
    return {view.address: view for view in all_views(shown(folder, files))}


def page(folder: Path, files: Files, address: str) -> LexborHTMLParser:
    """A page as its template draws it."""
    seen = shown(folder, files)
    view = next(view for view in all_views(seen) if view.address == address)
    theme = Path(yuandi_theme.__file__).parent
    pages = Pages(FileSystemLoader(theme), frame(seen))
    return LexborHTMLParser(pages.content(view, Body("<p>正文。</p>", (), "正文。")))


def text(folder: Path, files: Files, address: str, selector: str) -> list[str]:
    """The words of all that a selector finds on a page, each on one line."""
    return [" ".join(node.text(separator=" ").split()) for node in page(folder, files, address).css(selector)]


def facts(folder: Path, files: Files, address: str) -> dict[str, str]:
    """The facts of a page by their labels."""
    found = page(folder, files, address).css(".yd-facts > div")
    return {node.css_first("dt").text(): " ".join(node.css_first("dd").text().split()) for node in found}
