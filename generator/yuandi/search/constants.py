"""What the page's script must know as these modules do: gathered here, and written as a part of that script."""

import json
from collections.abc import Mapping, Sequence

from yuandi.search import (
    bits,
    dates,
    document,
    files,
    folding,
    found,
    grams,
    manifest,
    numbering,
    query,
    shards,
    suggestions,
    texts,
)

_FIELDS = (document.TITLE, document.FACTS, document.TEXT)


def constants() -> Mapping[str, int | str | Sequence[int]]:
    """The constants that Python and the page's script share, by their names in the script."""
    return {
        "LISTS": files.LISTS,
        "TEXTS": files.TEXTS,
        "CARDS": files.CARDS,
        "TERMS": files.TERMS,
        "FACETS": files.name_of(files.FACETS),
        "INDEX": files.name_of(files.INDEX),
        "PER_FOLDER": files.PER_FOLDER,
        "WIDE": folding.WIDE,
        "GONE": folding.GONE,
        "BEYOND": folding.BEYOND,
        "BLANK": folding.BLANK,
        "TERM": query.TERM.replace("(?P<", "(?<"),
        "ELEVEN": bits.ELEVEN,
        "CODE": grams.CODE,
        "FIRST": grams.FIRST,
        "SECOND": grams.SECOND,
        "LENGTH": grams.LENGTH,
        "LONG": grams.LONG,
        "SPAN": grams.SPAN,
        "SPAN_OF_LETTERS": grams.SPAN_OF_LETTERS,
        "FINE": grams.FINE,
        "FACTORS": shards.FACTORS,
        "FACTOR": shards.FACTOR,
        "SHIFTS": shards.SHIFTS,
        "MIXED": shards.MIXED,
        "APART": shards.APART,
        "OTHERS": numbering.OTHERS,
        "DATES": dates.DATES,
        "FIRST_DATE": dates.FIRST,
        "PER_FIRST_DATE": dates.PER_FIRST,
        "BEHIND_DATES": dates.BEHIND,
        "FIELDS": len(_FIELDS),
        "TITLE": document.TITLE,
        "TEXT": document.TEXT,
        "WEIGHTS": [found.WEIGHTS[one] for one in _FIELDS],
        "SYMBOLS": texts.SYMBOLS,
        "ALONE": texts.ALONE,
        "BASE": texts.BASE,
        "PRIVATE": texts.PRIVATE,
        "ASCII": texts.ASCII,
        "END": texts.END,
        "SEPARATORS": texts.FIELD + folding.BREAKS[:2],
        "ON_A_CARD": texts.ON_A_CARD,
        "FIRST_VALUE": manifest.FIRST_VALUE,
        "PARTS": suggestions.PARTS,
    }


def as_script() -> str:
    """The constants as a part of the page's script; patterns are text."""
    head = "/* Constants that generator/yuandi/search decides; made by constants.py there. */\n\n"
    return head + "".join(f"var {name} = {json.dumps(value)};\n" for name, value in constants().items())
