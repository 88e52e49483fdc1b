"""Measures that are not met, as findings with the measures' own codes. Their page is `unmet_measure.md`."""

from collections.abc import Iterator
from importlib.resources import files

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.entry_types import Plan, Regulation
from yuandi.entry_types.data_types.policy import Modality
from yuandi.measures import Row, State, rule_for
from yuandi.measures.periods import said
from yuandi.page_plan.planned_portal import PlannedPortal
from yuandi.portal.portal import Portal

NAME = "unmet-measure"


def page() -> str:
    """Return the page about unmet measures, Markdown in both languages."""
    return (files("yuandi.check") / "unmet_measure.md").read_text(encoding="utf-8")


def unmet_measures(portal: PlannedPortal) -> Iterator[Finding]:
    """Yield a finding for each subject and period that falls short, unless a rule reports it at the entry."""
    weights = portal.policy.rules
    for row in portal.verdicts:
        if row.state not in {State.VIOLATED, State.WARNING} or row.modality is Modality.TARGET:
            continue
        weight = weights.get(row.code)
        if weight == "off" or rule_for(row.measure.record):
            continue
        severity = Severity.ERROR if row.state is State.VIOLATED else Severity.WARNING
        yield Finding(
            at=row.measure.at(),
            message=_message(portal, row),
            hint=_hint(row),
            severity=Severity(weight) if weight else severity,
            code=row.code,
            name=NAME,
            about=f"{row.subject.kind}:{row.subject.id} {row.period} {row.title}",
        )


def _message(portal: Portal, row: Row) -> Text:
    """Say who, when, which value, which limit, and the document that the measure comes from."""
    when, value, sources = said(row.period), row.said_value, _sources(portal, row)
    from_zh, from_en = (f"（依据 {sources}）", f" ({sources})") if sources else ("", "")
    return Text(
        f"{row.subject.name} {when.zh}：{value}，要求 {row.limit.words.zh}。{row.title}{from_zh}。",
        f"{row.subject.name}, {when.en}: {value}, but {row.limit.words.en} is required. {row.title}{from_en}.",
    )


def _sources(portal: Portal, row: Row) -> str:
    """Return the document that a measure comes from: its `source`, otherwise the entries that name its code."""
    source = row.measure.record.source
    if source and source.ref:
        return " ".join(part for part in (source.ref, source.article) if part)
    plans = [entry.id for entry in portal.of(Plan) if row.code in entry.record.measures]
    regulations = [entry.id for entry in portal.of(Regulation) if row.code in entry.record.measures]
    return ", ".join(plans + regulations)


def _hint(row: Row) -> Text:
    if row.late:
        late = ", ".join(entry.id for entry in row.late[:3])
        return Text(
            f"迟于期限 {row.limit.due}，不计：{late}。", f"After the deadline {row.limit.due}, so not counted: {late}."
        )
    if not row.evidence:
        return Text(
            "这段时间里没有可计入的条目；`yuandi measures` 列出各项指标的数值和依据。",
            "No entry counts in this period; `yuandi measures` lists all values and where they are from.",
        )
    listed = ", ".join(entry.id for entry in row.evidence[:3])
    more = len(row.evidence) - 3
    return Text(
        f"由 {listed}{f' 等 {len(row.evidence)} 个条目' if more > 0 else ''} 得出。",
        f"Calculated from {listed}{f' and {more} more' if more > 0 else ''}.",
    )
