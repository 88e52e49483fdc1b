"""Reference pages from the models, the rules, the presets and the command line. `--check` reports those that differ."""

from collections.abc import Callable

from yuandi.docs.architecture import architecture
from yuandi.docs.command_line import command_line
from yuandi.docs.fields import data_pages, type_pages
from yuandi.docs.presets import preset_pages
from yuandi.docs.rules import rule_pages

SOURCES: tuple[Callable[[], dict[str, str]], ...] = (
    type_pages,
    data_pages,
    rule_pages,
    preset_pages,
    command_line,
    architecture,
)


def pages() -> dict[str, str]:
    """Return every generated page, by its path in `docs/`."""
    return {path: text for source in SOURCES for path, text in source().items()}
