"""The chapter of measures: each with its limit, the states of its periods in the year, and the worst state."""

from collections.abc import Iterable, Mapping, Sequence

from yuandi.i18n import Message, clauses, in_context, listed, message
from yuandi.measures import Row as Verdict
from yuandi.measures import State
from yuandi.measures.periods import label
from yuandi.pages.dossier.table import Section, sentence, table
from yuandi.pages.entry.showing import cell
from yuandi.pages.parts import Mark
from yuandi.pages.words import bracketed

_WORST_FIRST = (
    State.VIOLATED,
    State.WARNING,
    State.NO_DATA,
    State.PENDING,
    State.MET,
    State.NOT_APPLICABLE,
)
_COUNTED: Mapping[State, Message] = {
    State.VIOLATED: message("不符 %(count)s 项"),
    State.WARNING: message("提醒 %(count)s 项"),
    State.NO_DATA: message("没有记录 %(count)s 项"),
    State.PENDING: message("进行中 %(count)s 项"),
    State.MET: message("达到 %(count)s 项"),
    State.NOT_APPLICABLE: message("不适用 %(count)s 项"),
}
_TO_BE_NAMED = {State.VIOLATED, State.WARNING, State.NO_DATA}


def verdict_section(verdicts: Iterable[Verdict], year: int) -> Section | None:
    """The measures about one subject whose periods begin in a year."""
    by_code: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.period.first.year == year:
            by_code.setdefault(verdict.code, []).append(verdict)
    if not by_code:
        return None
    worst = [_worst(its) for its in by_code.values()]
    rows = [
        (its[0].title, str(its[0].limit), _course(its), cell(None, mark=Mark(state.value, state.message)))
        for its, state in zip(by_code.values(), worst, strict=True)
    ]
    counts = (_COUNTED[state].fill(count=worst.count(state)) for state in _WORST_FIRST if state in worst)
    said = sentence((message("共 %(count)s 项指标", count=len(rows)), *counts))
    return Section(
        in_context("many", "指标"),
        len(rows),
        said,
        (
            table(
                in_context("many", "指标"), (message("指标"), message("要求"), message("情况"), message("状态")), rows
            ),
        ),
    )


def _worst(its: Sequence[Verdict]) -> State:
    return next(state for state in _WORST_FIRST if any(verdict.state is state for verdict in its))


def _course(its: Sequence[Verdict]) -> str:
    """The value of a single period; for several periods the number in each state, and the names of those not met."""
    if len(its) == 1:
        return its[0].said_value
    parts = []
    for state in _WORST_FIRST:
        such = [verdict for verdict in its if verdict.state is state]
        if such:
            told = message("%(state)s %(count)s 期", state=state.message, count=len(such))
            parts.append(bracketed(told, _named(such)) if state in _TO_BE_NAMED else told)
    return clauses(parts)


def _named(such: Sequence[Verdict]) -> str:
    """The first periods by name."""
    names = listed(label(verdict.period) for verdict in such[:4])
    return message("%(names)s等", names=names) if len(such) > 4 else names
