"""When two written names are the same name."""

import unicodedata


def plain_name(word: str) -> str:
    """A name without the blanks that align it with others (李　芳)."""
    return "".join(unicodedata.normalize("NFKC", word).split())
