"""The constants that Python and the page's script share; the build writes them as a part of the script.

Patterns are text in the syntax of JavaScript.
"""

import json

LISTS, TEXTS, CARDS, TERMS = "lists", "texts", "cards", "terms"
FACETS, INDEX = "facets", "index"
"""The names of the files and folders of the index; a folder holds at most PER_FOLDER files."""
PER_FOLDER = 256
FIRST_VALUE = 0x30
"""The code of the character that stands for the first value of a list in the manifest."""

WIDE = 0x2E80
"""The first code of characters that are written without blanks between them."""
GONE = "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\U000e0000-\U000e0fff\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
"""Characters without width."""
BEYOND = "[\U00032400-\U0010ffff]"
"""Codes that no script uses, and that the lists have no room for."""
BLANK = "[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
TERM = r"(?<not>-?)(?<title>(?:title|标题|標題)[:：])?(?:[\"“”＂](?<phrase>[^\"“”＂]*)[\"“”＂]?|(?<word>[^\s\"“”＂]+))"
"""A term of a query."""
PARTS = 32
"""The number of files of suggestions for input in other than Latin letters."""

FIELDS = 3
TITLE, FACTS, TEXT = range(FIELDS)
"""The fields of a document, the field of highest weight first."""
WEIGHTS = (4, 1, 0)
"""The weight of a term, by the field that holds it."""

CODE = 18
"""The number of bits of a character's number."""
FIRST, SECOND, LENGTH, LONG = 4, 8, 9, 21
"""For the head of a record: the k of the Rice codes of its first and second character and its length, and the number of
bits of a length."""
ELEVEN = 11
"""The number of ones of a Rice code after which the number itself follows."""
SPAN, SPAN_OF_LETTERS = 21_000, 1000
"""The approximate distance between the first and the last character of a group, without letters and with them."""
FINE = 5
"""The number of leading bits of the number of documents that decide the encoding of lists."""

FACTORS = (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35)
FACTOR = 0x2C1B3C6D
SHIFTS = (15, 12)
MIXED = 16
APART = 4
"""The hash that gives the shard of a list has MIXED bits; one shard of each 2**APART is for dates."""

DATES = "0123456789年月日号第.-/:〔〕至"
FIRST_DATE = 0x33000
"""A code above those of all characters: FIRST_DATE + PER_FIRST_DATE * a + b stands for the characters a and b of DATES."""
PER_FIRST_DATE = 32
BEHIND_DATES = FIRST_DATE + 1024
"""The first code of heavy pairs, in their order."""

OTHERS = 2001
"""The number of a character that is not a letter is its code plus OTHERS. The number 0 stands for no character."""
SYMBOLS = "".join(map(chr, range(0x20, 0x7F))).replace('"', "").replace("\\", "")
"""The characters that stand for letters in the files of texts."""
ALONE = 15
"""The number of letters that are one symbol; for others the first symbol is a row of BASE letters, the second the place
in it."""
BASE = 32
PRIVATE, ASCII = 0xE000, 0x80
"""The start of the private area, where characters of ASCII stand that would be read as symbols, and their number."""
END = chr(PRIVATE + 3)
SEPARATORS = "\x04\x01\x02"
"""END ends a document in its encoded form. SEPARATORS stand between its parts: its head, title, facts and text."""
ON_A_CARD = 200
"""The number of documents in a file of titles, which lists of many hits are made from."""


def as_script() -> str:
    """The constants as a part of the page's script."""
    head = "/* The constants of generator/yuandi/search/constants.py. */\n\n"
    values = {name: value for name, value in globals().items() if name.isupper()}
    return head + "".join(f"var {name} = {json.dumps(value)};\n" for name, value in values.items())
