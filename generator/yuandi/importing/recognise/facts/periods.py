"""The period in a title. Pure."""

import re

from yuandi.entry_types.dates import to_period


def period(words: str, year: int | None) -> str | None:
    """The period in a title, in the form of front matter: 2026-Q1, 2026-03, 2026; or None. `year` is used if the title
    has none."""
    part = re.search(r"(?<!年)(?:第?[一二三四1-4]季度|[上下]半年)", words)
    if part and year and not re.search(r"\d{4}", words):
        words = f"{year}年{part[0]}"
    found = re.search(
        r"(?:19|20)\d\d\s*年(?:第?[一二三四1-4]季度|[上下]半年|\s*\d{1,2}\s*月(?:份)?|度)?", words.replace(" ", "")
    )
    return str(to_period(found[0])) if found else None
