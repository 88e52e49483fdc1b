"""Characters of one script only, by OpenCC's tables: shared by the rules about scripts and readings."""

import re
from collections.abc import Mapping
from functools import cache


@cache
def traditional() -> Mapping[str, str]:
    """Characters that occur only in traditional text, each with its simplified form.

    GB 2312 has the simplified form and not the traditional one. 昇 and 甦 also stand in simplified names.
    """
    changed = _changed("t2s")
    return {
        character: form
        for character, form in changed.items()
        if character not in "昇甦" and not _is_in(character, "gb2312") and _is_in(form, "gb2312")
    }


@cache
def simplified() -> Mapping[str, str]:
    """Characters that occur only in simplified text and not in Big5, each with its traditional form."""
    changed = _changed("s2t")
    return {
        character: form
        for character, form in changed.items()
        if not _is_in(character, "big5") and character not in traditional()
    }


@cache
def traditional_pattern() -> re.Pattern[str]:
    """A pattern for one character of `traditional()`."""
    return re.compile(f"[{''.join(sorted(traditional()))}]")


def _changed(configuration: str) -> Mapping[str, str]:
    from opencc import OpenCC

    characters = [chr(code) for code in range(0x4E00, 0xA000)]
    converted = OpenCC(configuration).convert("\n".join(characters)).split("\n")
    return {character: form for character, form in zip(characters, converted, strict=True) if character != form}


def _is_in(character: str, encoding: str) -> bool:
    return bool(character.encode(encoding, "ignore"))
