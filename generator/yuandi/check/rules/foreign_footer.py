"""TXT008: the footer of another web page."""

import re
from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.readable_text import Prose
from yuandi.check.rule import text_rule
from yuandi.check.vocabulary import Vocabulary

_NOISE = r"(?:\([^()\s]{1,7}\))?"
"""What a converter may have left behind any character: see TXT003."""
_RIGHTS = re.compile(
    rf"(?<![“‘「『\"书刊材])版{_NOISE}[权權]{_NOISE}所{_NOISE}有(?![人者权權方的”’」』\"])(?:[，,；;\s]*(?:翻版|翻印|侵[权權]|盗版)必究)?"
)
_PHRASE = re.compile(
    r"我要投稿|收藏本站|设为首页|加入收藏|本站[为為](?:你|您|大家)?(?:精心)?(?:整理|提供|收集|推荐)|All Rights Reserved"
    r"|(?:热门(?:文章|推荐|阅读|新闻|资讯)|猜你喜欢)(?=[:：])",
    re.I,
)
_NEIGHBOUR = re.compile(r"[上下]一(?:篇|页)(?:[ 　]*(?=[:：])|[：: 　]*没有了)")
_SIGN = r"[ \t　|｜/·>»#*_【】\[\]()（）<-]"
_ITEM = (
    r"(?:[上下]一[篇页]|(?:热门|热点|相关|推荐|最新|精彩)文章|热门(?:推荐|阅读|新闻|资讯|标签)|相关(?:推荐|阅读|范文)|猜你喜欢"
    r"|打印本页|关闭(?:本页|窗口)|返回(?:顶部|列表|首页)|分享到|我要评论|(?:recommended|popular|related|latest|hot) (?:articles?|posts?))"
)
_ALONE = re.compile(rf"^{_SIGN}*+({_ITEM}(?:{_SIGN}++{_ITEM})*+)[:：]?{_SIGN}*+$", re.M | re.I)
_SIGNS = (
    ("版权", _RIGHTS),
    ("版(", _RIGHTS),
    ("版權", _RIGHTS),
    ("投稿", _PHRASE),
    ("本站", _PHRASE),
    ("首页", _PHRASE),
    ("加入收藏", _PHRASE),
    ("热门", _PHRASE),
    ("猜你", _PHRASE),
    ("eserv", _PHRASE),
    ("一篇", _NEIGHBOUR),
    ("一页", _NEIGHBOUR),
    ("一篇", _ALONE),
    ("一页", _ALONE),
    ("文章", _ALONE),
    ("热门", _ALONE),
    ("相关", _ALONE),
    ("猜你", _ALONE),
    ("打印", _ALONE),
    ("关闭", _ALONE),
    ("返回", _ALONE),
    ("分享", _ALONE),
    ("评论", _ALONE),
    ("article", _ALONE),
    ("post", _ALONE),
)
"""Patterns, each with a sign that every text with a match contains."""
_ANY = re.compile("|".join(sorted({re.escape(sign) for sign, _ in _SIGNS})))


@text_rule("TXT008", "foreign-footer", Severity.WARNING)
def foreign_footer(prose: Prose, vocabulary: Vocabulary) -> Iterator[Finding]:
    """版权所有, 上一篇/下一篇, 热门文章 and the like from a copied web page."""
    for start, end in footers(prose.text, vocabulary):
        shown = prose.text[start:end]
        yield Finding(
            prose.at(start, end),
            Text(f"“{shown}”是别的网页的页脚。", f"“{shown}” is from the footer of another web page."),
            Text("这是复制时带进来的，删去。", "It was copied along with the text. Remove it."),
        )


def footers(text: str, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Return the spans of such footers in a text."""
    signs = set(_ANY.findall(text))
    patterns = dict.fromkeys(pattern for sign, pattern in _SIGNS if sign in signs) if signs else {}
    spans = {found.span(1 if pattern is _ALONE else 0) for pattern in patterns for found in pattern.finditer(text)}
    return [span for span in sorted(spans) if not _is_own(text, *span, vocabulary)]


def _is_own(text: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a unit of the organisation is named beside it."""
    before, after = text[:start].rstrip(" ©"), text[end : end + 60].lstrip(" :：©")
    return any(before.endswith(unit) or after.startswith(unit) for unit in vocabulary.units)
