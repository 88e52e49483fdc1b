"""Addresses and anchors made from headings, tags, awards and books. Pure."""

import re
import unicodedata
from functools import lru_cache

_TAGS = re.compile(r"<[^>]*>")
_NO_WORDS = re.compile(r"[^\w\s-]")
_BLANKS = re.compile(r"[\s-]+")


@lru_cache(maxsize=8192)
def slug(text: str, separator: str = "-") -> str:
    """The anchor of a heading: its text in lower case without tags and punctuation, blanks as `separator`."""
    words = _TAGS.sub("", unicodedata.normalize("NFKC", text)).strip().lower()
    return _BLANKS.sub(separator, _NO_WORDS.sub("", words)).strip(separator)


def bare(title: str) -> str:
    """A book's title without the marks around it, which the page adds: `《活着》` → `活着`; `《红楼梦》导读` stays."""
    inner = title.strip().removeprefix("《").removesuffix("》")
    return inner if f"《{inner}》" == title.strip() and not set("《》") & set(inner) else title.strip()


_AUTHOR_NOTE = re.compile(r"[（(〔【\[][^）)〕】\]]*[）)〕】\]]")
_AUTHOR_END = re.compile(r"[,，、;；/]|(?:等)?(?:编著|主编|编|著|撰|译|注|校)(?=$|[\s,，、;；/])|\s等")


def first_author(author: str) -> str:
    """The name of a book's first author, without country and role: `（美）某甲 著，某乙 译` → `某甲`."""
    names = _AUTHOR_NOTE.sub("", author).strip()
    return _AUTHOR_END.split(names, maxsplit=1)[0].strip() or author.strip()
