"""Which characters belong to one script only, by OpenCC's tables: shared by the rules about scripts and readings."""

import re
from collections.abc import Mapping
from functools import cache


@cache
def traditional() -> Mapping[str, str]:
    """Characters that only traditional text has, each with its simplified form: GB 2312 has the latter, not the former."""
    changed = _changed("t2s")
    return {
        one: other
        for one, other in changed.items()
        if one not in "昇甦" and not _is_in(one, "gb2312") and _is_in(other, "gb2312")
    }


@cache
def simplified() -> Mapping[str, str]:
    """Characters that only simplified text has, each with its traditional form: Big5 has the latter, not the former."""
    changed = _changed("s2t")
    return {one: other for one, other in changed.items() if not _is_in(one, "big5") and one not in traditional()}


@cache
def traditional_pattern() -> re.Pattern[str]:
    """Finds a character that only traditional text has."""
    return re.compile(f"[{''.join(sorted(traditional()))}]")


def _changed(configuration: str) -> Mapping[str, str]:
    from opencc import OpenCC

    characters = [chr(code) for code in range(0x4E00, 0xA000)]
    converted = OpenCC(configuration).convert("\n".join(characters)).split("\n")
    return {one: other for one, other in zip(characters, converted, strict=True) if one != other}


def _is_in(character: str, encoding: str) -> bool:
    return bool(character.encode(encoding, "ignore"))
