"""Where pages are in the site, and what a word that should lead to one means. One place, so that none differ."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from sys import intern
from urllib.parse import quote

from yuandi.base.slugs import bare, first_author, slug


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses relative to the site's root, without a leading slash; the home page is the empty one."""

    directories: bool = True

    def of_file(self, path: str) -> str:
        """The address of a Markdown file, by MkDocs's rule."""
        folder, _, name = path.rpartition("/")
        stem = name.removesuffix(".md")
        if stem in {"index", "README"}:
            return self.page(folder) if self.directories else "/".join(filter(None, (folder, "index.html")))
        return self.page(f"{folder}/{stem}" if folder else stem)

    def page(self, path: str) -> str:
        """The address of a page known by its path: `archive/2026` → `archive/2026/`. One text, however many links have it."""
        if self.directories:
            return intern(f"{path}/") if path else ""
        return intern(f"{path}.html") if path else "index.html"

    def output(self, address: str) -> str:
        """The file in the site that holds the page of this address."""
        if address.endswith((".html", ".htm")):
            return address
        return f"{address}index.html"

    def at(self, output: str) -> str:
        """The address of the page that a file in the site holds."""
        folder, _, name = output.rpartition("/")
        return self.page(folder) if self.directories and name == "index.html" else output

    def former(self, alias: str) -> str:
        """The address that an alias means: `old/place` and `old/place/` are one, `old/place.html` is a file."""
        return alias if alias.endswith((".html", ".htm")) else f"{alias.rstrip('/')}/"

    def column(self, identifier: str, year: int | None = None, number: int = 1) -> str:
        """A column's list, or that of one year, by page."""
        return self._listed(f"columns/{identifier}" + (f"/{year}" if year else ""), number)

    def feed(self, folder: str = "", form: str = "xml") -> str:
        """The feed of the portal, or of a column or a unit by its folder: `columns/notices/`."""
        return f"{folder}feed.{form}"

    def calendar(self, page: str = "") -> str:
        """The calendar of everything, or of the series whose page is at an address."""
        return f"{page.removesuffix('.html').rstrip('/')}/calendar.ics".lstrip("/")

    def unit(self, identifier: str) -> str:
        """A unit's page."""
        return self.page(f"units/{identifier}")

    def person(self, identifier: str) -> str:
        """A person's page."""
        return self.page(f"people/{identifier}")

    def group(self, identifier: str) -> str:
        """A group's page."""
        return self.page(f"groups/{identifier}")

    def subject(self, kind: str, identifier: str, below: str = "", number: int = 1) -> str:
        """The list of a `person`, `unit` or `group`, or one below it, by page."""
        folder = {"person": "people", "unit": "units", "group": "groups"}[kind]
        return self._listed(f"{folder}/{identifier}" + (f"/{below}" if below else ""), number)

    def dossier(self, kind: str, identifier: str, year: int) -> str:
        """The dossier of a `person`, `unit` or `group` for a year."""
        return self.subject(kind, identifier, f"{year}")

    def form(self, page: str, name: str = "") -> str:
        """The form for printing beside the page at an address; a name tells several apart."""
        return self.page(f"{page.removesuffix('.html').rstrip('/')}/sheet" + (f"/{name}" if name else ""))

    def units(self) -> str:
        """The page of all units."""
        return self.page("units")

    def type(self, name: str, number: int = 1) -> str:
        """All entries of a type, by page."""
        return self._listed(f"types/{name}", number)

    def tags(self, number: int = 1) -> str:
        """All tags, by page."""
        return self._listed("tags", number)

    def tag(self, word: str, number: int = 1) -> str:
        """The entries with a tag, by page."""
        return self._listed(f"tags/{slug(word)}", number)

    def board(self, name: str = "", number: int = 1) -> str:
        """The board of units, or another by its name, by page."""
        return self._listed(f"board/{name}" if name else "board", number)

    def measure(self, code: str, number: int = 1) -> str:
        """A measure with all its verdicts, by page."""
        return self._listed(f"board/measures/{slug(code)}", number)

    def board_sheet(self, name: str) -> str:
        """A board as a table to download."""
        return f"board/{name}.csv"

    def awards(self) -> str:
        """All awards."""
        return self.page("awards")

    def award(self, name: str) -> str:
        """An award through the years."""
        return self.page(f"awards/{slug(name)}")

    def library(self, number: int = 1) -> str:
        """All books that were recommended, by page."""
        return self._listed("library", number)

    def book(self, title: str, author: str) -> str:
        """A book in all lists that recommend it."""
        return self.page(f"library/{slug(f'{bare(title)} {first_author(author)}')}")

    def _listed(self, base: str, number: int) -> str:
        return self.page(f"{base}/page/{number}" if number > 1 else base)

    def archive(self, year: int | None = None, month: int | None = None, number: int = 1) -> str:
        """The archive, of all years, of a year, or of a month, by page."""
        parts = ["archive"] + ([f"{year}"] if year else []) + ([f"{month:02}"] if month else [])
        return self._listed("/".join(parts), number)

    def search(self) -> str:
        """The page of search results."""
        return self.page("search")


def relative(page: str, address: str) -> str:
    """An address as seen from a page, both relative to the site's root; quoted. It depends on the page's depth only."""
    return ("../" * page.count("/") + quote(address, safe="/.-_~")) or "./"


def named(path: str, word: str) -> str:
    """The path in the content that the file at `path` names: from the content folder after a slash, else beside it."""
    return normpath(word.lstrip("/") if word.startswith("/") else join(dirname(path), word))


def is_file(word: str) -> bool:
    """Whether the last part of a target looks like a file and not like a page."""
    name = word.rpartition("/")[2]
    return "." in name.strip(".") and not name.endswith((".md", ".html"))


def meant(known: Container[str], path: str, address: str, word: str, *, page_first: bool = False) -> str | None:
    """What a target in the body of the file at `path` means: a path in content or an address, if it is known.

    Files are named as `named` says; addresses also as seen from the page, and in what MkDocs has rendered
    (`page_first`) that is what is most likely meant.
    """
    return next((one for one in _meanings(path, address, word, page_first=page_first) if one in known), None)


def _meanings(path: str, address: str, word: str, *, page_first: bool) -> Iterator[str]:
    bases = [named(path, word)]
    if not word.startswith("/") and not word.endswith(".md") and (page_first or not is_file(word)):
        here = normpath(join(address if address.endswith("/") else dirname(address), word))
        bases.insert(0 if page_first else 1, here)
    for base in bases:
        found = "" if base == "." else base
        yield from (found, f"{found}/") if found else ("",)
