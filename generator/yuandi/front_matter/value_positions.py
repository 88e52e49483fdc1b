"""The place in the source of each character of a YAML scalar's value: quoted, escaped, folded or plain. Pure."""

import re

_BEFORE = re.compile(r"(?:[&!]\S*\s+)*(?:[|>][^\n]*\n)?")
"""An anchor, a tag, the head of a block scalar: characters that do not belong to the value."""
_UNIT = {
    '"': re.compile(r"\\(?:x.{2}|u.{4}|U.{8}|\n\s*|.)|.", re.S),
    "'": re.compile(r"''|.", re.S),
}
_CHARACTER = re.compile(r".", re.S)


def characters(source: str, value: str) -> list[tuple[int, int]] | None:
    """The stretch of `source` that each character of `value` was read from; None if the two do not agree."""
    whole = source.find(value)
    if whole >= 0:
        return [(place, place + 1) for place in range(whole, whole + len(value))]
    begins = _BEFORE.match(source).end()  # type: ignore[union-attr]  # it always matches, if only the empty text
    quote = source[begins : begins + 1]
    units = _UNIT.get(quote, _CHARACTER).finditer(source, begins + (quote in _UNIT))
    places = []
    for character in value:
        unit = next((unit for unit in units if _gives(unit[0], character)), None)
        if unit is None:
            return None
        places.append(unit.span())
    return places


def _gives(unit: str, character: str) -> bool:
    """Whether a piece of the source may be read as this character. A line end is read as a blank, or not at all."""
    if len(unit) > 1:
        return unit == "''" or unit[1] != "\n"
    return unit == character or (character in " \n" and unit == "\n")
