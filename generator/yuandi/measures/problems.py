"""Problems of a measure, in words for the editor of policy.yml; POL001 reports them."""

from yuandi.base.text import Text, did_you_mean, shorten
from yuandi.entry_types import EntryType
from yuandi.entry_types.data_types.policy import PeriodKind
from yuandi.front_matter.parse import Path

AGGREGATES = ("sum", "count", "distinct", "latest", "presence", "ratio", "concurrent", "attest")


class ProblemError(Exception):
    """A measure cannot be evaluated; `path` is the place in it."""

    def __init__(self, path: Path, message: Text, hint: Text) -> None:
        super().__init__(message.en)
        self.path = path
        self.message = message
        self.hint = hint


def unknown(zh: str, en: str, word: str, known: set[str]) -> tuple[Text, Text]:
    said = shorten(word)
    listed = ", ".join(sorted(known)[:12])
    return (
        Text(
            f"`{said}` 不是已知的{zh}，这项指标无法计算。",
            f"`{said}` is not a known {en}, so the measure cannot be evaluated.",
        ),
        did_you_mean(
            word, known, Text(f"已知的有 {listed}。" if listed else "", f"Known: {listed}." if listed else "")
        ),
    )


def one_aggregate() -> tuple[Text, Text]:
    listed = ", ".join(AGGREGATES)
    return (
        Text("一项指标要有一个、也只能有一个量。", "A measure has exactly one quantity."),
        Text(f"写 {listed} 之一。", f"Write one of {listed}."),
    )


def no_type(aggregate: str) -> tuple[Text, Text]:
    return (
        Text(f"`{aggregate}` 没有写取自哪种条目。", f"`{aggregate}` does not say which type it is taken from."),
        Text("加上 `of: 类型`，如 `of: session`。", "Add `of: TYPE`, as in `of: session`."),
    )


def no_number(word: str, known: EntryType) -> tuple[Text, Text]:
    return (
        Text(
            f"{known.label}的字段 `{shorten(word)}` 不是数，不能相加或比较。",
            f"`{shorten(word)}` of {known.name} is not a number.",
        ),
        Text("计数用 `count`，数不同的值用 `distinct`。", "Count with `count`, or different values with `distinct`."),
    )


def no_period() -> tuple[Text, Text]:
    kinds = ", ".join(kind.value for kind in PeriodKind)
    return (
        Text("这项指标没有写周期，无法计算。", "The measure has no period, so it cannot be evaluated."),
        Text(f"加上 `period`：{kinds} 之一。", f"Add a `period`: one of {kinds}."),
    )


def no_limit() -> tuple[Text, Text]:
    return (
        Text("这项指标没有写要求多少，无法判断。", "The measure does not state a bound."),
        Text(
            "加上 `min`、`max`、`range`、`at_most_share` 或 `at_least_share`。",
            "Add `min`, `max`, `range`, `at_most_share` or `at_least_share`.",
        ),
    )


def bad_range() -> tuple[Text, Text]:
    return (
        Text("`range` 应是下限和上限两个数。", "`range` should be two numbers, the lower one first."),
        Text("如 `range: [6, 10]`。", "For example `range: [6, 10]`."),
    )


def bad_due(text: str) -> tuple[Text, Text]:
    return (
        Text(f"`due: {shorten(text)}` 不是日子。", f"`due: {shorten(text)}` is not a day."),
        Text(
            "写成 `01-15`、`25`、`+01-15`（周期之后）、`+7d` 或 `2026-05-10`。",
            "Write `01-15`, `25`, `+01-15` (after the period), `+7d` or `2026-05-10`.",
        ),
    )
