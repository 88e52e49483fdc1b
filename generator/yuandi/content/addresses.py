"""The addresses of all pages in the site, and the meaning of link targets. Kept in one place so that all parts agree."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from sys import intern
from urllib.parse import quote

from yuandi.base.slugs import bare, first_author, slug


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses relative to the root of the site, without a leading slash; the home page has the empty address."""

    directories: bool = True

    def of_file(self, path: str) -> str:
        """The address of a Markdown file, by MkDocs's rule."""
        folder, _, name = path.rpartition("/")
        stem = name.removesuffix(".md")
        if stem in {"index", "README"}:
            return self.page(folder) if self.directories else "/".join(filter(None, (folder, "index.html")))
        return self.page(f"{folder}/{stem}" if folder else stem)

    def page(self, path: str) -> str:
        """The address of the page at a path: `archive/2026` → `archive/2026/`. Interned, because many links hold it."""
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
        """The address of an alias: `old/place` and `old/place/` are the same, `old/place.html` is a file."""
        return alias if alias.endswith((".html", ".htm")) else f"{alias.rstrip('/')}/"

    def column(self, identifier: str, year: int | None = None, number: int = 1) -> str:
        """The list of a column, of all years or of one, page `number`."""
        return self._listed(f"columns/{identifier}" + (f"/{year}" if year else ""), number)

    def feed(self, folder: str = "", form: str = "xml") -> str:
        """The feed of the portal, or of a column or a unit given by its folder, such as `columns/notices/`."""
        return f"{folder}feed.{form}"

    def calendar(self, page: str = "") -> str:
        """The calendar of the portal, or of the series with this page."""
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
        """The list of a `person`, `unit` or `group`, or a list below it, page `number`."""
        folder = {"person": "people", "unit": "units", "group": "groups"}[kind]
        return self._listed(f"{folder}/{identifier}" + (f"/{below}" if below else ""), number)

    def dossier(self, kind: str, identifier: str, year: int) -> str:
        """The dossier of a `person`, `unit` or `group` for a year."""
        return self.subject(kind, identifier, f"{year}")

    def form(self, page: str, name: str = "") -> str:
        """The printable form of a page; `name` distinguishes several forms of one page."""
        return self.page(f"{page.removesuffix('.html').rstrip('/')}/sheet" + (f"/{name}" if name else ""))

    def units(self) -> str:
        """The page of all units."""
        return self.page("units")

    def type(self, name: str, number: int = 1) -> str:
        """The list of all entries of a type, page `number`."""
        return self._listed(f"types/{name}", number)

    def tags(self, number: int = 1) -> str:
        """The list of all tags, page `number`."""
        return self._listed("tags", number)

    def tag(self, word: str, number: int = 1) -> str:
        """The list of entries with a tag, page `number`."""
        return self._listed(f"tags/{slug(word)}", number)

    def board(self, name: str = "", number: int = 1) -> str:
        """The board of units, or the board `name`, page `number`."""
        return self._listed(f"board/{name}" if name else "board", number)

    def measure(self, code: str, number: int = 1) -> str:
        """The page of a measure with all its verdicts, page `number`."""
        return self._listed(f"board/measures/{slug(code)}", number)

    def board_sheet(self, name: str) -> str:
        """The CSV file of a board."""
        return f"board/{name}.csv"

    def awards(self) -> str:
        """The page of all awards."""
        return self.page("awards")

    def award(self, name: str) -> str:
        """The page of an award with all its years."""
        return self.page(f"awards/{slug(name)}")

    def library(self, number: int = 1) -> str:
        """The list of all recommended books, page `number`."""
        return self._listed("library", number)

    def book(self, title: str, author: str) -> str:
        """The page of a book with all lists that recommend it."""
        return self.page(f"library/{slug(f'{bare(title)} {first_author(author)}')}")

    def _listed(self, base: str, number: int) -> str:
        return self.page(f"{base}/page/{number}" if number > 1 else base)

    def archive(self, year: int | None = None, month: int | None = None, number: int = 1) -> str:
        """The archive of all years, of a year, or of a month, page `number`."""
        parts = ["archive"] + ([f"{year}"] if year else []) + ([f"{month:02}"] if month else [])
        return self._listed("/".join(parts), number)

    def search(self) -> str:
        """The page of search results."""
        return self.page("search")


def relative(page: str, address: str) -> str:
    """The address as a link on `page`, quoted; both are relative to the root. Of `page` only the depth matters."""
    return ("../" * page.count("/") + quote(address, safe="/.-_~")) or "./"


def named(path: str, word: str) -> str:
    """The path in the content that `word` names in the file at `path`: relative to the content folder if it begins with
    a slash, else relative to the file."""
    return normpath(word.lstrip("/") if word.startswith("/") else join(dirname(path), word))


def is_file(word: str) -> bool:
    """Whether the last part of a target looks like a file other than a page."""
    name = word.rpartition("/")[2]
    return "." in name.strip(".") and not name.endswith((".md", ".html"))


def meant(known: Container[str], path: str, address: str, word: str, *, page_first: bool = False) -> str | None:
    """The known path in content or address that a target in the body of the file at `path` means, or None.

    Paths are resolved as in `named`, addresses also relative to the page; `page_first` prefers the latter, as suits HTML
    that MkDocs has rendered.
    """
    meanings = _meanings(path, address, word, page_first=page_first)
    return next((meaning for meaning in meanings if meaning in known), None)


def _meanings(path: str, address: str, word: str, *, page_first: bool) -> Iterator[str]:
    bases = [named(path, word)]
    if not word.startswith("/") and not word.endswith(".md") and (page_first or not is_file(word)):
        here = normpath(join(address if address.endswith("/") else dirname(address), word))
        bases.insert(0 if page_first else 1, here)
    for base in bases:
        found = "" if base == "." else base
        yield from (found, f"{found}/") if found else ("",)
