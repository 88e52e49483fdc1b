"""The chapter of measures: each with what it asks for, how its periods of the year went, and the worst of them."""

from collections.abc import Iterable, Sequence

from yuandi.measures import Row as Verdict
from yuandi.measures import State
from yuandi.pages.dossier.table import Section, sentence, table
from yuandi.pages.entry.showing import cell
from yuandi.pages.organisation.standing import period_label
from yuandi.pages.parts import Mark

_WORST_FIRST = (
    State.VIOLATED,
    State.WARNING,
    State.NO_DATA,
    State.PENDING,
    State.MET,
    State.NOT_APPLICABLE,
)
_TO_BE_NAMED = {State.VIOLATED, State.WARNING, State.NO_DATA}


def verdict_section(verdicts: Iterable[Verdict], year: int) -> Section | None:
    """The measures about one subject whose periods begin in a year."""
    by_code: dict[str, list[Verdict]] = {}
    for one in verdicts:
        if one.period.first.year == year:
            by_code.setdefault(one.code, []).append(one)
    if not by_code:
        return None
    worst = [_worst(its) for its in by_code.values()]
    rows = [
        (its[0].title, str(its[0].limit), _course(its), cell(None, mark=Mark(state.value, state.label)))
        for its, state in zip(by_code.values(), worst, strict=True)
    ]
    counts = (f"{state.label} {worst.count(state)} 项" for state in _WORST_FIRST if state in worst)
    said = sentence((f"共 {len(rows)} 项指标", *counts))
    return Section("指标", len(rows), said, (table("指标", ("指标", "要求", "情况", "状态"), rows),))


def _worst(its: Sequence[Verdict]) -> State:
    return next(state for state in _WORST_FIRST if any(one.state is state for one in its))


def _course(its: Sequence[Verdict]) -> str:
    """How it went: the value of one period; of several how many there were in each state, and which fell short."""
    if len(its) == 1:
        return its[0].said_value
    parts = []
    for state in _WORST_FIRST:
        such = [one for one in its if one.state is state]
        if such:
            named = f"（{'、'.join(period_label(one) for one in such[:4])}{'等' if len(such) > 4 else ''}）"
            parts.append(f"{state.label} {len(such)} 期" + (named if state in _TO_BE_NAMED else ""))
    return "，".join(parts)
