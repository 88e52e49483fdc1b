"""The page for writing in the browser, for portals that enable it."""

from collections.abc import Iterator

from yuandi.content.settings import ADMIN
from yuandi.editing.cms.pages import pages
from yuandi.outputs.output import Export
from yuandi.pages import Shown


def cms(shown: Shown) -> Iterator[Export]:
    """Decap's page and configuration."""
    if shown.portal.settings.cms is not None:
        for name, text in pages(shown).items():
            yield Export(f"{ADMIN}/{name}", text)
