"""Chinese numerals and numbers. Pure."""

import re

_DIGITS = "〇一二三四五六七八九"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)} | dict.fromkeys("零○◯OＯ", 0)
_UNITS = {"十": 10, "百": 100, "千": 1000}


def chinese(value: int) -> str:
    """A number from 1 to 9999 in Chinese characters, as in headings: 十二, 一百零三; other numbers in digits."""
    if not 0 < value < 10_000:
        return str(value)
    text = "".join(
        (_DIGITS[digit] + unit) if digit else "零"
        for digit, unit in zip(map(int, f"{value:04}"), "千百十\0", strict=True)
    )
    text = re.sub("零+", "零", text.replace("\0", "")).strip("零")
    return text[1:] if text.startswith("一十") else text


def value(numeral: str) -> int | None:
    """The value of a numeral in digits or Chinese characters: 12, 十二, 二〇二六, 一百二十. None if it is not a numeral."""
    if numeral.isascii() and numeral.isdigit():
        return int(numeral)
    if not numeral:
        return None
    if not any(character in _UNITS for character in numeral):
        digits = [_VALUES.get(character) for character in numeral]
        return None if None in digits else int("".join(map(str, digits)))
    total = current = 0
    for character in numeral:
        if character in _UNITS:
            total += (current or (1 if not total else 0)) * _UNITS[character]
            current = 0
        elif character in _VALUES:
            current = _VALUES[character]
        else:
            return None
    return total + current
