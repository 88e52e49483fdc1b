"""The next day on which the site changes without an edit, for the job that builds it."""

from collections.abc import Iterator

from yuandi.outputs.output import Export
from yuandi.pages import Shown
from yuandi.pages.next_change import next_change

NEXT = "next-build.txt"


def schedule(shown: Shown) -> Iterator[Export]:
    """The day, as 2026-11-20, on a line; no file if nothing will change."""
    moment = next_change(shown)
    if moment:
        yield Export(NEXT, f"{moment.day.isoformat()}\n")
