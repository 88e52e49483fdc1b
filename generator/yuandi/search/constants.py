"""What Python and the page's script must know alike. It stands here alone: the build writes it as a part of the script.

Patterns are text, in the syntax of the script.
"""

import json

LISTS, TEXTS, CARDS, TERMS = "lists", "texts", "cards", "terms"
FACETS, INDEX = "facets", "index"
"""What the files of the index are called."""
PER_FOLDER = 256
FIRST_VALUE = 0x30
"""The character that stands for the first value of a list in the manifest."""

WIDE = 0x2E80
"""From here on characters are written without blanks between them."""
GONE = "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\U000e0000-\U000e0fff\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
"""What has no width."""
BEYOND = "[\U00032400-\U0010ffff]"
"""Where nothing is written; the lists have no room for it."""
BLANK = "[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
TERM = r"(?<not>-?)(?<title>(?:title|标题|標題)[:：])?(?:[\"“”＂](?<phrase>[^\"“”＂]*)[\"“”＂]?|(?<word>[^\s\"“”＂]+))"
"""A term of a query."""
PARTS = 32
"""How many files of suggestions there are for what is not typed in Latin letters."""

FIELDS = 3
TITLE, FACTS, TEXT = range(FIELDS)
"""The fields of a document, the weightiest first."""
WEIGHTS = (4, 1, 0)
"""What a term is worth, by the field that holds it."""

CODE = 18
"""How many bits hold any character."""
FIRST, SECOND, LENGTH, LONG = 4, 8, 9, 21
"""Of what tells of a record: the k of its rice codes, and how many bits hold any length."""
ELEVEN = 11
"""After so many ones of a rice code the number itself follows."""
SPAN, SPAN_OF_LETTERS = 21_000, 1000
"""About how many characters lie between the first and the last of a group, without letters and with them."""
FINE = 5
"""How many leading bits of the number of documents decide how lists are written."""

FACTORS = (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35)
FACTOR = 0x2C1B3C6D
SHIFTS = (15, 12)
MIXED = 16
APART = 4
"""How the shard of a list is found: a code of MIXED bits is mixed; one shard of 2**APART is for dates."""

DATES = "0123456789年月日号第.-/:〔〕至"
FIRST_DATE = 0x33000
"""Behind the numbers of all characters that are written: FIRST_DATE + PER_FIRST_DATE a + b stands for two of DATES."""
PER_FIRST_DATE = 32
BEHIND_DATES = FIRST_DATE + 1024
"""From here on heavy pairs have codes, in their order."""

OTHERS = 2001
"""The number of a character that is not a letter is its code and this. Nothing has the number 0."""
SYMBOLS = "".join(map(chr, range(0x20, 0x7F))).replace('"', "").replace("\\", "")
"""The characters that stand for others."""
ALONE = 15
"""How many letters are one symbol; of the others, the first symbol tells a row of BASE, the second the place in it."""
BASE = 32
PRIVATE, ASCII = 0xE000, 0x80
"""The characters below ASCII that would be taken for symbols stand in the private area."""
END = chr(PRIVATE + 3)
SEPARATORS = "\x04\x01\x02"
"""What ends a document, as it is written, and what stands between its parts: its head, its title, its facts, its text."""
ON_A_CARD = 200
"""How many documents share a file of titles, from which many hits at once are told."""


def as_script() -> str:
    """The constants as a part of the page's script."""
    head = "/* What generator/yuandi/search/constants.py decides. */\n\n"
    values = {name: value for name, value in globals().items() if name.isupper()}
    return head + "".join(f"var {name} = {json.dumps(value)};\n" for name, value in values.items())
