"""Repair of GBK text that was decoded one byte off: ??己私Y(jié)果 was □考核結果. Pure.

The reading that the converter added after the last character confirms the repair; the first character is lost.
"""

import re

from yuandi.check.rules.pinyin_noise import reads

LOST = "□"
_MISREAD = re.compile(r"[?？]\?(?P<shifted>[\u4e00-\u9fff]{1,12})(?P<last>[A-Za-z@-~])\((?P<reading>[^()\s]{1,6})\)")


def reread(text: str) -> str:
    """The text with such places repaired, lost characters as `□`."""
    return _MISREAD.sub(_right, text) if "?" in text else text


def _right(found: re.Match[str]) -> str:
    try:
        # `？` is A3 BF: the trail byte of the lost character, and the lead byte of the next
        data = "？".encode("gbk")[1:] + found["shifted"].encode("gbk") + found["last"].encode("ascii")
        words = data.decode("gbk")
    except UnicodeError:
        return found[0]
    return LOST + words if reads(words[-1], found["reading"]) else found[0]
