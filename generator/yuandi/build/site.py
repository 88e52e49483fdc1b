"""The recipe: a checked portal → all pages, rendered before the first one is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from yuandi.check import check
from yuandi.diagnostics import Report
from yuandi.errors import YuandiError
from yuandi.portal import Portal
from yuandi.render import Bodies, Pages
from yuandi.text import Text
from yuandi.views import EntryView, Shown, View, all_views


@dataclass(frozen=True, slots=True)
class Page:
    """A page's main part with its view; the shell of the theme goes around it."""

    view: View
    content: str


def checked(portal: Portal) -> Report:
    """The report that decides whether the portal may be published."""
    return check(portal)


def pages_of(shown: Shown, bodies: Bodies, pages: Pages) -> Iterator[Page]:
    """Every page of the site but the plain ones. Raises YuandiError where two have one address."""
    seen: dict[str, str] = {}
    for view in all_views(shown):
        if view.address in seen:
            raise YuandiError(_same_address(view, seen[view.address]))
        seen[view.address] = view.title
        body = bodies.convert(shown.portal.by_id[view.source]) if isinstance(view, EntryView) else None
        yield Page(view, pages.content(view, body))


def write(site: Path, output: str, text: str) -> None:
    """Write one page of the site, by its path in it."""
    file = site / output
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def _same_address(view: View, other: str) -> Text:
    return Text(
        f"“{view.title}”与“{other}”的地址都是 `{view.address}`；请给其中一个改名。",
        f"“{view.title}” and “{other}” share the address `{view.address}`; rename one of them.",
    )
