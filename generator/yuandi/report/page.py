"""A rule's page → the part in one language, with its examples. Pages have a Chinese half and an English half."""

import re

from yuandi.base.text import Lang

ENGLISH = re.compile(r"^## English$", re.M)


def section_of(page: str, lang: Lang) -> str:
    """The title and the half in `lang`. The Chinese half comes first, the English under `## English`."""
    title, _, rest = page.partition("\n")
    chinese, english, *_ = *ENGLISH.split(rest, maxsplit=1), ""
    half = chinese if lang == "zh" else english
    return f"{title}\n\n{half.strip()}\n"
