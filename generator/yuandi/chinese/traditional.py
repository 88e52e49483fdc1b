"""Conversion of finished pages from Simplified to Traditional Chinese: only text that is read or heard.

Addresses, ids, anchors, scripts and code stay as they are. So do names of the directory: OpenCC converts by words, and
no word shows whether 于 is a surname. Parts in another language or script, by their `lang`, stay as well.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

CONFIG = "s2tw"
"""Characters by the standard of Taiwan; words stay those of the organisation (docs/decisions/0021)."""
SIMPLIFIED = frozenset({"zh", "zh-Hans", "zh-CN"})
"""The language tags of a text in Simplified Chinese."""

_NODES, _NAMES = "\x1f", "\x1e"
_MARKUP = re.compile(
    r"(<!--.*?-->|<script\b.*?</script>|<style\b.*?</style>|<pre\b.*?</pre>|<code\b.*?</code>"
    r"|<[!?/a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)",
    re.S,
)
_WHOLE = ("<!--", "<script", "<style", "<pre", "<code")
_READ = re.compile(r"(\s(?:alt|title|aria-label|content|placeholder|label|term)=\")([^\"]*)")
_LANG = re.compile(r"<([a-zA-Z][\w-]*)\b(?=[^<>]*\slang=\"(?!zh\"|zh-Hans\"|zh-CN\"))")
_VOID = frozenset({"br", "col", "hr", "img", "input", "source", "wbr"})


@dataclass(frozen=True, slots=True)
class Script:
    """The script of the site: as written, or Traditional characters except in `names`."""

    is_traditional: bool = False
    names: tuple[str, ...] = ()

    def page(self, html: str) -> str:
        """A page in the site's script."""
        return in_traditional(html, self.names) if self.is_traditional else html

    def words(self, text: str, lang: str | None = None) -> str:
        """A text without markup in the site's script; unchanged if `lang` is not Simplified Chinese."""
        return _converted(text, self.names) if self.is_traditional and (lang or "zh") in SIMPLIFIED else text

    def file(self, name: str, text: str) -> str:
        """The content of the file `name` in the site's script: pages, feeds, calendars and tables are converted."""
        if not self.is_traditional:
            return text
        if name.endswith((".html", ".xml")):
            return self.page(text)
        if name.endswith(".ics"):
            return "\r\n".join(map(self._folded, text.replace("\r\n ", "").split("\r\n")))
        return self.words(text) if name.endswith((".json", ".csv")) else text

    def _folded(self, line: str) -> str:
        from icalendar.parser import Contentline

        folded: bytes = Contentline(self.words(line)).to_ical()  # type: ignore[no-untyped-call]  # icalendar has few types
        return folded.decode("utf-8")


def in_traditional(html: str, kept_names: tuple[str, ...]) -> str:
    """A page in Traditional characters except `kept_names`: its texts, and the attributes that are read or heard."""
    parts = _MARKUP.split(html.replace('<html lang="zh-Hans"', '<html lang="zh-Hant"', 1))
    kept = frozenset(_foreign(parts)) if html.count(' lang="') > 1 else frozenset()
    for at in range(1, len(parts), 2):
        tag = parts[at]
        if not tag.isascii() and at not in kept and not tag.startswith(_WHOLE) and "http-equiv" not in tag:
            parts[at] = _READ.sub(lambda found: found[1] + _converted(found[2], kept_names), tag)
    nodes = [at for at in range(0, len(parts), 2) if not parts[at].isascii() and at not in kept]
    for at, text in zip(nodes, _apart([parts[at] for at in nodes], kept_names), strict=True):
        parts[at] = text
    return "".join(parts)


def _foreign(parts: Sequence[str]) -> Iterator[int]:
    """The indexes of the parts of a page that lie in an element of another language, `<html>` excepted."""
    name, depth = "", 0
    for at in range(1, len(parts), 2):
        tag = parts[at]
        if depth:
            yield from (at - 1, at)
            depth += tag.startswith(f"<{name}") - tag.startswith(f"</{name}")
        elif (found := _LANG.match(tag)) and found[1] != "html":
            yield at
            name, depth = found[1], 0 if found[1] in _VOID else 1


def _apart(texts: Sequence[str], names: tuple[str, ...]) -> list[str]:
    """The texts converted in one call; no word spans two of them."""
    converted = _converted(_NODES.join(texts), names).split(_NODES)
    return converted if len(converted) == len(texts) else [_converted(text, names) for text in texts]


def _converted(text: str, names: tuple[str, ...]) -> str:
    """A text in Traditional characters except the names."""
    if text.isascii():
        return text
    convert = _opencc()
    if not names:
        return convert(text)
    parts = _alternation(names).split(text)
    between = parts[::2]
    converted = convert(_NAMES.join(between)).split(_NAMES)
    parts[::2] = converted if len(converted) == len(between) else map(convert, between)
    return "".join(parts)


AS_WRITTEN = Script()


@lru_cache(maxsize=4)
def _alternation(names: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all names, longer names first, branching at the first character."""
    rests: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        rests.setdefault(name[0], []).append(re.escape(name[1:]))
    branches = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items())
    return re.compile(f"({'|'.join(branches)})")


@cache
def _opencc() -> Callable[[str], str]:
    import opencc

    return opencc.OpenCC(CONFIG).convert
