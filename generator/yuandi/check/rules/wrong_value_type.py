"""FM005: a value that is not of the type of its field."""

import re
from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.load.faults import Fault
from yuandi.portal.portal import Portal

_EXPECTED = {
    "date_wanted": Text("日期，如 `2026-03-05` 或 `2026年3月5日`", "a date such as `2026-03-05`"),
    "time_wanted": Text("时间，如 `2026-03-05T14:30`", "a time such as `2026-03-05T14:30`"),
    "period_wanted": Text(
        "时期，如 `2026`、`2026-H1`、`2026-Q1`、`2026-03`、`2026-W10`",
        "a period such as `2026`, `2026-H1`, `2026-Q1`, `2026-03`, `2026-W10`",
    ),
    "year_wanted": Text("年份，如 `2026`", "a year such as `2026`"),
    "whole_number_wanted": Text("整数，如 `12`", "a whole number such as `12`"),
    "number_wanted": Text("数，如 `12` 或 `1.5`", "a number such as `12` or `1.5`"),
    "negative_number": Text("不小于零的数（序号从 1 起）", "a number of at least 0 (ordinals begin at 1)"),
    "yes_or_no_wanted": Text("`true` 或 `false`", "`true` or `false`"),
    "text_wanted": Text(
        "一段文字；文字里有冒号或方括号时请加引号", "text; put it in quotes where it contains a colon or brackets"
    ),
    "text_or_list_wanted": Text("文字，或文字的列表", "text, or a list of texts"),
    "list_wanted": Text(
        "列表，如 `[甲, 乙]`，或每行以 `- ` 开头", "a list such as `[a, b]`, or lines that begin with `- `"
    ),
    "mapping_wanted": Text(
        "“字段: 值”，每行一个，缩进两格", "a mapping such as `field: value`, one a line and indented"
    ),
    "id_wanted": Text(
        "编号：小写字母、数字、`/`、`_`、`-`，如 `reading-month`",
        "an id such as `reading-month`, of lower-case letters, digits, `/`, `_` and `-`",
    ),
    "alias_wanted": Text(
        "站内旧地址，如 `old/place/`，不以斜线开头", "a former address such as `old/place/`, without a leading slash"
    ),
    "something_wanted": Text("至少一项内容", "at least one item"),
}
_EXAMPLE = re.compile(r" such as |; | \(")
"""What follows the name of a form: an example or a remark."""
_OTHER = Text("该字段的值", "a value of this field")


@rule("FM005", "wrong-value-type", Severity.ERROR, Scope.HEADS, AtOnce.FILE)
def wrong_value_type(portal: Portal) -> Iterator[Finding]:
    """A value is not of the field's type."""
    for fault in portal.faults_of("FM005"):
        yield _unusable_path(fault) if fault.expected == "path_id_wanted" else _wrong(fault)


def _wrong(fault: Fault) -> Finding:
    expected = _EXPECTED.get(fault.expected, _OTHER)
    shown = ": ".join(filter(None, (fault.key, fault.value))) or "-"
    return Finding(
        fault.at,
        Text(f"`{shown}` 的值不对。", f"`{shown}` is {_what_it_is(fault.expected)}."),
        Text(f"这里应是{expected.zh}。", f"Expected {expected.en}."),
    )


def _what_it_is(expected: str) -> str:
    """What is said of a value in English: `not a date` for the form `a date such as ...`."""
    if expected == "something_wanted":
        return "empty"
    return f"not {_EXAMPLE.split(_EXPECTED.get(expected, _OTHER).en)[0]}"


def _unusable_path(fault: Fault) -> Finding:
    return Finding(
        fault.at,
        Text(f"文件路径 `{fault.value}` 不能用作编号。", f"The path `{fault.value}` cannot be used as an id."),
        Text(
            "把文件改名为小写字母、数字和连字符，或在文件头写上 `id: …`。",
            "Rename the file with lower-case letters, digits and hyphens, or add an `id: …`.",
        ),
    )
