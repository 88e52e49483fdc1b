"""Where pages are in the site: of a file, and of everything that is generated. One place, so that none differ."""

from dataclasses import dataclass


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
        """The address of a page known by its path: `archive/2026` → `archive/2026/`."""
        if self.directories:
            return f"{path}/" if path else ""
        return f"{path}.html" if path else "index.html"

    def output(self, address: str) -> str:
        """The file in the site that holds the page of this address."""
        if address.endswith(".html"):
            return address
        return f"{address}index.html"

    def column(self, identifier: str, number: int = 1) -> str:
        """A column's list, by page."""
        return self.page(f"columns/{identifier}" + (f"/{number}" if number > 1 else ""))

    def unit(self, identifier: str) -> str:
        """A unit's page."""
        return self.page(f"units/{identifier}")

    def person(self, identifier: str) -> str:
        """A person's page."""
        return self.page(f"people/{identifier}")

    def group(self, identifier: str) -> str:
        """A group's page."""
        return self.page(f"groups/{identifier}")

    def units(self) -> str:
        """The page of all units."""
        return self.page("units")

    def archive(self, year: int | None = None, month: int | None = None) -> str:
        """The archive, of all years, of a year, or of a month."""
        parts = ["archive"] + ([f"{year}"] if year else []) + ([f"{month:02}"] if month else [])
        return self.page("/".join(parts))
