"""The words that the theme's scripts show: messages like all others, written as a part of the script.

A script puts a number or a name in the place of `{}`. What has a plural is a pair, for one and for more.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from yuandi.i18n import Message, in_context, message, say

Words: TypeAlias = "Mapping[str, Message | Words]"
Told: TypeAlias = "str | list[str] | dict[str, Told]"

SEARCH: Words = {
    "title": message("搜索"),
    "hint": message("输入词语、拼音或首字母"),
    "close": message("关闭"),
    "suggestions": message("建议"),
    "results": in_context("many", "结果"),
    "searching": message("正在查找……"),
    "none": message("没有找到“%(query)s”。可以换个说法，减少几个词，或去掉引号和筛选。"),
    "count": in_context("found", "共 %(count)s 件"),
    "all": message("查看全部 %(count)s 件结果"),
    "help": message("↑↓ 选择　Enter 打开　Esc 关闭"),
    "begin": message("可以用拼音或首字母找人名和词语；“引号”里的话连着找；-词语 表示不要；title:词语 只找标题。"),
    "missing": message("搜索文件 %(file)s 没有取到，请检查网络后再试。"),
    "damaged": message("搜索文件 %(file)s 已经损坏，这次的结果不可靠，请通知网站管理员重新发布。"),
    "wrong": message("搜索出错：%(error)s"),
    "again": message("再试一次"),
    "sort": message("排序"),
    "byRelevance": message("按相关程度"),
    "byDate": message("按日期"),
    "filters": message("筛选"),
    "more": message("更多"),
    "clear": message("清除筛选"),
    "remove": message("不再限于%(what)s"),
    "pages": message("结果的各页"),
    "earlier": message("上一页"),
    "later": message("下一页"),
    "page": message("第 %(page)s 页"),
    "kinds": {
        "person": message("人员"),
        "unit": message("单位"),
        "group": message("小组"),
        "column": message("栏目"),
        "tag": in_context("one", "标签"),
        "book": message("图书"),
        "word": message("词语"),
    },
    "facets": {
        "type": message("类型"),
        "year": in_context("one", "年份"),
        "unit": message("单位"),
        "column": message("栏目"),
        "tag": in_context("one", "标签"),
        "person": message("人员"),
    },
}
SCHEME: Words = {
    "scheme": message("配色："),
    "change": message("换成%(scheme)s"),
    "names": {"auto": message("随系统"), "light": message("浅色"), "dark": message("深色")},
}
_PLACE = re.compile(r"%\((\w+)\)s")


class _One(int):
    """A number with the form of one, printed as the place for it."""

    def __str__(self) -> str:
        return "{}"


def as_script(words: Words, lang: str, converted: Callable[[str], str]) -> str:
    """Words in a language as a part of a script; `converted` writes Chinese as the site does."""
    return f"var WORDS = {converted(json.dumps(_told(words, lang), ensure_ascii=False, indent=2))};\n"


def _told(words: Words, lang: str) -> dict[str, Told]:
    return {
        name: _forms(told, lang) if isinstance(told, Message) else _told(told, lang) for name, told in words.items()
    }


def _forms(words: Message, lang: str) -> str | list[str]:
    """A message with `{}` in its place; where one and more differ, both."""
    places = _PLACE.findall(words.id)
    if not places:
        return str(say(words, lang))
    many: str = say(words.fill(**dict.fromkeys(places, "{}")), lang)
    one: str = say(words.fill(count=_One(1)), lang) if places == ["count"] else many
    return many if one == many else [one, many]
