"""Decoding of text files. UTF-8, UTF-16, GB18030 and Big5 are distinguished; doubts are noted. Pure."""

import codecs
import re
from collections import Counter

from yuandi.base.text import Text
from yuandi.importing.readers.refused import refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16")
_NAMES = {
    "utf8": "utf-8",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}
_SHORT = 40
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "這為個國時來們於對會發動過說產種後學經機關務習黨組織員實項單位辦領導議與總應當書"
    "部月日各及其按照进加强通知活动开展建设计划制度单位领导小组机关组织党员实施工作意见情况年度"
)
_MARKS_OF_TEXT = "，。、；：“”（）《》　！？"
_STRANGE = re.compile("[\u0080-\u009f\ue000-\uf8ff\u0250-\u036f\u0400-\u2fff]")


def decoded(data: bytes, encoding: str | None = None) -> tuple[str, tuple[Text, ...]]:
    """The text, with `\\n` as line ends, and notes on doubts about its encoding.

    Raises Refused if the bytes are not text, or not in the given encoding.
    """
    if encoding:
        return _lines(_strict(data, encoding)), ()
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _lines(_strict(data, name)), ()
    if b"\0" in data:
        return _lines(_wide(data)), ()
    text, doubts = _narrow(data)
    return _lines(text), doubts


def _lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _strict(data: bytes, encoding: str) -> str:
    name = encoding.lower()
    try:
        return data.decode(_NAMES.get(name, name))
    except LookupError:
        raise refused(
            f"不认识编码 `{encoding}`，可用 {'、'.join(ENCODINGS)}。",
            f"The encoding `{encoding}` is unknown. Use one of {', '.join(ENCODINGS)}.",
        ) from None
    except UnicodeDecodeError:
        raise refused(
            f"文件不是 {encoding} 编码。请用 --encoding 另选，或在编辑器里另存为 UTF-8。",
            f"The file is not in {encoding}. Choose another encoding with --encoding, or save it as UTF-8.",
        ) from None


def _wide(data: bytes) -> str:
    """UTF-16 without a byte order mark: the zeros of line ends and Latin letters show the byte order."""
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and _share(text) > 0.5:
            return text
    raise refused("文件不是文本，读不出来。", "The file is not text and cannot be read.")


def _share(text: str) -> float:
    """The share of characters that Chinese documents usually have."""
    return sum(map(_is_usual, text)) / max(1, len(text))


def _is_usual(character: str) -> bool:
    return character.isascii() or "\u3000" <= character <= "\u9fff" or character in "“”‘’—…·"


def _narrow(data: bytes) -> tuple[str, tuple[Text, ...]]:
    read = {}
    for name in ("utf-8", "gb18030", "big5hkscs"):
        try:
            read[name] = data.decode(name)
        except UnicodeDecodeError:
            continue
    if "utf-8" in read:
        return read["utf-8"], _doubts_of_utf8(data, read)
    if not read:
        return _nearly(data)
    return max(read.values(), key=_likeness), ()


def _doubts_of_utf8(data: bytes, read: dict[str, str]) -> tuple[Text, ...]:
    """A note if a short file is valid in UTF-8 and in GB 18030, as 通知 in GB 2312 is."""
    text, other = read["utf-8"], read.get("gb18030", "")
    if data.isascii() or len(data) > _SHORT or _likeness(text) >= _likeness(other):
        return ()
    return (
        Text(
            f"文件很短，按 UTF-8 读作“{text.strip()}”；若应为“{other.strip()}”，请加 --encoding gb18030。",
            f"The file is short and was read as UTF-8: “{text.strip()}”; if “{other.strip()}” is meant, add --encoding gb18030.",
        ),
    )


def _nearly(data: bytes) -> tuple[str, tuple[Text, ...]]:
    """The text in the encoding with the fewest wrong bytes, for files cut in the middle of a character, with a note.

    Raises Refused if the wrong characters are more than 3 and more than one in 200.
    """
    tried = {name: data.decode(name, "replace") for name in ("utf-8", "gb18030", "big5hkscs")}
    name, text = min(tried.items(), key=lambda item: (item[1].count("\ufffd"), -_likeness(item[1])))
    broken = text.count("\ufffd")
    if broken > max(3, len(text) // 200):
        raise refused(
            "认不出文件的编码。请用 --encoding 指明（utf-8、gb18030、big5 或 utf-16）。",
            "The encoding of the file is not clear. Give it with --encoding (utf-8, gb18030, big5 or utf-16).",
        )
    label = name.removesuffix("hkscs")
    return text, (Text(f"按 {label} 读，有 {broken} 处坏字。", f"Read as {label}, with {broken} broken characters."),)


def _likeness(text: str) -> float:
    """The likeness of a text to Chinese: the share of frequent characters among those outside ASCII, minus twice that of
    characters that do not occur in documents."""
    counts = Counter(character for character in text if not character.isascii())
    total = sum(counts.values())
    if not total:
        return 0.0
    common = sum(count for character, count in counts.items() if character in _COMMON or character in _MARKS_OF_TEXT)
    return (common - 2 * len(_STRANGE.findall(text))) / total
