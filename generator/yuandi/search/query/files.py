"""The files of the index: scripts that hand one text each to the page's script, over HTTP and from a disc alike."""

import json
import re
from zlib import adler32

from yuandi.search import constants
from yuandi.search.constants import CARDS, LISTS, PER_FOLDER, TERMS, TEXTS

FOLDER = "assets/search"
_SCRIPT = re.compile(rb'yuandi\.take\("([^"]+)",(\d+),"([^"]*)"\);\n', re.S)

INDEX = f"{FOLDER}/{constants.INDEX}.js"


class DamagedError(Exception):
    """A file of the index that does not hold what was written."""


def lists(number: int) -> str:
    """The file of a shard of lists."""
    return f"{FOLDER}/{LISTS}/{number // PER_FOLDER}/{number}.js"


def shelf(number: int) -> str:
    """The file of some documents' texts."""
    return f"{FOLDER}/{TEXTS}/{number // PER_FOLDER}/{number}.js"


def cards(number: int) -> str:
    """The file of many documents' titles."""
    return f"{FOLDER}/{CARDS}/{number}.js"


def suggested(name: str) -> str:
    """The file of suggestions."""
    return f"{FOLDER}/{TERMS}/{name}.js"


FACETS = f"{FOLDER}/{constants.FACETS}.js"


def script(path: str, data: bytes) -> bytes:
    """A script that hands over a text, with its checksum. The text holds no quotes, backslashes or ends of lines."""
    return b'yuandi.take("%s",%d,"%s");\n' % (name_of(path).encode(), adler32(data), data)


def quoted(path: str, text: str) -> bytes:
    """A script that hands over any text."""
    data = text.encode()
    literal = json.dumps(text, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()
    return b'yuandi.take("%s",%d,%s);\n' % (name_of(path).encode(), adler32(data), literal)


def name_of(path: str) -> str:
    """What a script calls itself."""
    return path.removeprefix(f"{FOLDER}/").removesuffix(".js")


def checksum(file: bytes) -> int:
    """The checksum that a script tells."""
    return int(file.split(b",", 2)[1])


def unscripted(path: str, file: bytes) -> str:
    """The text of a script that `script` made. Raises DamagedError."""
    found = _SCRIPT.fullmatch(file)
    if found is None or found[1].decode() != name_of(path) or adler32(found[3]) != int(found[2]):
        raise DamagedError(path)
    return found[3].decode()


def unquoted(path: str, file: bytes) -> str:
    """The text of a script that `quoted` made. Raises DamagedError."""
    try:
        _, told, literal = file.decode().removesuffix(");\n").split(",", 2)
        text = json.loads(literal)
    except ValueError:
        raise DamagedError(path) from None
    if not isinstance(text, str) or adler32(text.encode()) != int(told):
        raise DamagedError(path)
    return text
