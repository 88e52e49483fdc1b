"""The catalogues beside this module: for each language a gettext file (.po) with all messages.

A catalogue is read at first need, so that a site in Chinese, the language of the ids, reads none.
"""

from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

TRANSLATED = frozenset({"en"})
"""The languages that have a catalogue."""

_MANY = 2
"""The number that decides the plural form of a count that is not whole."""


def file_of(lang: str) -> Path:
    """Where the catalogue of a language is."""
    return Path(__file__).with_name(f"{lang}.po")


@cache
def catalogue(lang: str) -> GNUTranslations:
    """The catalogue of a language."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with file_of(lang).open("rb") as file:
        write_mo(compiled, read_po(file, locale=lang))
    compiled.seek(0)
    return GNUTranslations(compiled)


def translation(lang: str, context: str, id: str, count: object = None) -> str:
    """A message in a language, with the places for its arguments; with a count, in the plural form for it."""
    known = catalogue(lang)
    if count is None:
        return known.pgettext(context, id) if context else known.gettext(id)
    number = _whole(count)
    return known.npgettext(context, id, id, number) if context else known.ngettext(id, id, number)


def _whole(count: object) -> int:
    """The number that decides about the plural form."""
    is_whole = isinstance(count, int | float) and count == int(count)
    return int(count) if is_whole else _MANY  # type: ignore[call-overload]  # a number, as was asked
