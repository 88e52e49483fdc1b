"""PRV004: a secrecy mark in a public entry."""

import re
from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.readable_text import Prose
from yuandi.check.rule import text_rule
from yuandi.check.vocabulary import Vocabulary
from yuandi.chinese.characters import HAN

_LEVEL = "(?:绝密|机密|秘密|絕密|機密)"
_TERM = r"(?:[ 　]*(?:\d{1,2}年|长期|[一二三四五六七八九十]+年))?"
_PAPERS = rf"(?:内部(?:资料|文件|材料|刊物|使用|传阅)|{_LEVEL}(?:文件|资料|材料|件)?)"
_FORBIDDEN = r"(?:(?:不得|不准|请勿|严禁|禁止|切勿)(?:外传|外泄|翻印)|仅供(?:内部|领导)(?:参阅|参考|使用|传阅))"
_MARK = re.compile(
    rf"""
      {_LEVEL}[ 　]*\\?[★☆]{_TERM}
    | (?:密级|保密级别|保密等级)[ 　]*[:：][ 　]*(?:{_LEVEL}|内部)级?(?![、，或和])
    | {_PAPERS}[ 　,，、;；:：★]*注意保[存管密]
    | (?<![{HAN}]){_PAPERS}[ 　,，、;；:：★]*{_FORBIDDEN}(?=[ 　。！!）)】\]]*$)
    | ^[ \t　>#*_|]*+[【〔\[（(]?[ 　]*({_LEVEL}{_TERM}|(?:仅供|仅限)内部(?:使用|参考|参阅|传阅|学习))[ 　]*[】〕\]）)]?[ \t　*_|]*+$
    | [【〔\[]({_LEVEL}|内部资料|内部文件|内部材料)[】〕\]](?![(（])
    """,
    re.X | re.M,
)


@text_rule("PRV004", "secrecy-mark", Severity.ERROR, signs=("密", "内部"))
def secrecy_mark(prose: Prose, _: Vocabulary) -> Iterator[Finding]:
    """机密, 秘密★, 内部资料注意保存 and the like in a public entry. The mark, not the word."""
    if prose.entry.record.visibility != "public":
        return
    for mark in _MARK.finditer(prose.text):
        start, end = mark.span(mark.lastindex or 0)
        shown = prose.text[start:end].strip()
        yield Finding(
            prose.at(start, end),
            Text(f"公开的条目带有密级标志“{shown}”。", f"This public entry has the secrecy mark “{shown}”."),
            Text(
                "先由保密部门确认能否公开；不能公开的不要放进站点。",
                "Ask the secrecy office whether the entry may be public. If it may not, keep it out of the site.",
            ),
        )
