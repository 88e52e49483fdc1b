"""The result of a measure: one row for each subject and period, with its state, its value and the evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yuandi.base.text import Text
from yuandi.content.entry import Entry, Item
from yuandi.entry_types import Measure
from yuandi.entry_types.data_types.policy import Case, Modality
from yuandi.entry_types.dates import Period
from yuandi.entry_types.values import Choice


class State(Choice):
    """The state of one subject under a measure in one period."""

    MET = "met", "达到"
    WARNING = "warning", "提醒"
    VIOLATED = "violated", "不符"
    PENDING = "pending", "进行中"
    NOT_APPLICABLE = "not-applicable", "不适用"
    NO_DATA = "no-data", "没有记录"


@dataclass(frozen=True, slots=True, order=True)
class Who:
    """A subject: a unit, person or group, an entry (its `kind` is the type), or a `category` of honours."""

    kind: str
    id: str
    name: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """The bounds of a value and its deadline. `slack` widens both bounds by its share; `usual` is not binding."""

    low: float | None = None
    high: float | None = None
    usual: float | None = None
    strict: bool = False
    slack: float = 0.0
    is_share: bool = False
    due: date | None = None

    def reached(self, value: float) -> bool:
        """Whether a value is not below the lower bound."""
        return self.low is None or _above(value, self.low * (1 - self.slack), self.strict)

    def kept(self, value: float) -> bool:
        """Whether a value is not above the upper bound."""
        return self.high is None or _above(self.high * (1 + self.slack), value, self.strict)

    @property
    def is_empty(self) -> bool:
        """Whether there is no bound, for example because the population of a share is unknown."""
        return self.low is None and self.high is None and self.usual is None

    @property
    def number(self) -> float | list[float] | None:
        """For programs: the single bound, or both."""
        if self.low is not None and self.high is not None:
            return [plain(self.low), plain(self.high)]
        bound = self.low if self.low is not None else self.high
        return None if bound is None else plain(bound)

    @property
    def words(self) -> Text:
        """For people: `≥12`, `6–8`, `≥1 by 2026-03-25`, `≥1 (usually ≤2)`, `≥1,500 (±20%)`."""
        zh, en = [str(self)], [str(self)]
        if self.slack:
            zh.append(f"（±{shown(self.slack, is_share=True)}）")
            en.append(f" (±{shown(self.slack, is_share=True)})")
        if self.usual is not None:
            zh.append(f"（通常 ≤{shown(self.usual, is_share=self.is_share)}）")
            en.append(f" (usually ≤{shown(self.usual, is_share=self.is_share)})")
        if self.due:
            zh.append(f"（{self.due} 截止）")
            en.append(f" by {self.due}")
        return Text("".join(zh), "".join(en))

    def __str__(self) -> str:
        low, high = (shown(bound, is_share=self.is_share) for bound in (self.low, self.high))
        if low and high:
            return low if low == high else f"{low}–{high}"
        if low:
            return f"{'>' if self.strict else '≥'}{low}"
        return f"{'<' if self.strict else '≤'}{high}" if high else ""


def _above(value: float, bound: float, strict: bool) -> bool:
    difference = round(value - bound, 9)
    return difference > 0 if strict else difference >= 0


@dataclass(frozen=True, slots=True)
class Row:
    """One verdict. `pace` is the value expected by now at an even pace; `evidence` gave the value, `late` came
    after it was due."""

    measure: Item[Measure]
    title: str
    modality: Modality
    subject: Who
    period: Period
    state: State
    value: float | None
    limit: Limit
    pace: float | None = None
    evidence: tuple[Entry[Any], ...] = ()
    late: tuple[Entry[Any], ...] = ()
    statement: str | None = None

    @property
    def code(self) -> str:
        """The measure's code."""
        return self.measure.record.code

    @property
    def is_open(self) -> bool:
        """Whether the verdict is pending."""
        return self.state is State.PENDING

    @property
    def said_value(self) -> str:
        """The value in words: `3`, `1.55%`; empty if there is none."""
        return shown(self.value, is_share=self.limit.is_share)


def plain(value: float) -> float:
    """A number without rounding noise; whole numbers have no fraction."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def shown(value: float | None, *, is_share: bool = False) -> str:
    """A number for people: `12,000`, `1.5`, `1.5%`."""
    if value is None:
        return ""
    text = f"{value * (100 if is_share else 1):,.2f}"
    text = text.rstrip("0").rstrip(".")
    return f"{text}%" if is_share else text


COVERED: Mapping[str, str] = {
    "AL-01": "PRJ004",
    "AL-02": "PRJ001",
    "AL-04": "PRJ002",
    "AL-05": "PRJ003",
    "AL-16": "PRJ004",
    "ASM-01": "ASM001",
    "ASM-03": "SEL005",
    "ASM-04": "ASM003",
    "HON-03": "SEL006",
    "ORG-01": "ORG001",
    "ORG-02": "ORG002",
    "ORG-03": "ORG003",
    "ORG-05": "ORG004",
    "PLN-01": "DAT003",
    "PLN-03": "DAT002",
    "SEL-01": "SEL001",
    "SEL-02": "SEL001",
    "SEL-03": "SEL001",
    "SEL-04": "SEL001",
    "SEL-05": "SEL003",
    "SEL-06": "SEL004",
    "SEL-08": "SEL002",
    "SEL-09": "SEL002",
    "SEL-12": "SEL005",
    "SEL-14": "SEL007",
}
"""Measures that a rule reports at the entry, by code: `yuandi measures` shows them, the check reports them once."""


def rule_for(measure: Measure) -> str | None:
    """The rule that reports the same thing: by code, for ceilings of honours, and for deadlines of applications."""
    cases: tuple[Measure | Case, ...] = (measure, *measure.cases)
    counted = {word for case in cases if case.measure for word in (case.measure.count, case.measure.presence)}
    if "honour-roll" in counted and any(case.at_most_share or case.highest is not None for case in cases):
        return "SEL001"
    if "application" in counted and any(case.due for case in cases):
        return "SEL003"
    return COVERED.get(measure.code)
