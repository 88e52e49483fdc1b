"""The files of the index: scripts that each pass a text to the page's script, so that they also load without a server."""

import json
import re
from zlib import adler32

from yuandi.search import constants
from yuandi.search.constants import CARDS, LISTS, PER_FOLDER, TERMS, TEXTS

FOLDER = "assets/search"
_SCRIPT = re.compile(rb'yuandi\.take\("([^"]+)",(\d+),"([^"]*)"\);\n', re.S)

INDEX = f"{FOLDER}/{constants.INDEX}.js"


class DamagedIndexError(Exception):
    """A file of the index is damaged."""


def lists(number: int) -> str:
    """The path of a shard of lists."""
    return f"{FOLDER}/{LISTS}/{number // PER_FOLDER}/{number}.js"


def shelf(number: int) -> str:
    """The path of a file of texts."""
    return f"{FOLDER}/{TEXTS}/{number // PER_FOLDER}/{number}.js"


def cards(number: int) -> str:
    """The path of a file of titles."""
    return f"{FOLDER}/{CARDS}/{number}.js"


def suggested(name: str) -> str:
    """The path of a file of suggestions."""
    return f"{FOLDER}/{TERMS}/{name}.js"


FACETS = f"{FOLDER}/{constants.FACETS}.js"


def script(path: str, data: bytes) -> bytes:
    """A script that passes on a text, with its checksum. The text has no quotes, backslashes or line breaks."""
    return b'yuandi.take("%s",%d,"%s");\n' % (name_of(path).encode(), adler32(data), data)


def quoted(path: str, text: str) -> bytes:
    """A script that passes on any text, with its checksum."""
    data = text.encode()
    literal = json.dumps(text, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()
    return b'yuandi.take("%s",%d,%s);\n' % (name_of(path).encode(), adler32(data), literal)


def name_of(path: str) -> str:
    """The name by which a script passes on its text."""
    return path.removeprefix(f"{FOLDER}/").removesuffix(".js")


def checksum(file: bytes) -> int:
    """The checksum in a script."""
    return int(file.split(b",", 2)[1])


def unscripted(path: str, file: bytes) -> str:
    """The text in a script made by `script`. Raises DamagedIndexError."""
    found = _SCRIPT.fullmatch(file)
    if found is None or found[1].decode() != name_of(path) or adler32(found[3]) != int(found[2]):
        raise DamagedIndexError(path)
    return found[3].decode()


def unquoted(path: str, file: bytes) -> str:
    """The text in a script made by `quoted`. Raises DamagedIndexError."""
    try:
        _, checksum, literal = file.decode().removesuffix(");\n").split(",", 2)
        text = json.loads(literal)
    except ValueError:
        raise DamagedIndexError(path) from None
    if not isinstance(text, str) or adler32(text.encode()) != int(checksum):
        raise DamagedIndexError(path)
    return text
