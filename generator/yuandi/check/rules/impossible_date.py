"""DAT001: a date that does not exist, or a span that ends before it begins."""

from collections.abc import Iterator
from datetime import date, datetime, time
from functools import cache
from typing import Any

from pydantic import BaseModel

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.content.entry import Origin
from yuandi.entry_types.fields import models_in, shape_of
from yuandi.front_matter.parse import Path
from yuandi.portal.portal import Portal

_PAIRS = (("start", "end"), ("publish_on", "expires"))


@rule("DAT001", "impossible-date", Severity.ERROR, Scope.HEADS, AtOnce.ENTRY)
def impossible_date(portal: Portal) -> Iterator[Finding]:
    """2026-02-30, or a span whose end precedes its start."""
    for fault in portal.faults_of("DAT001"):
        yield Finding(
            fault.at,
            Text(
                f"`{fault.key}: {fault.value}`：没有这一天。",
                f"`{fault.key}: {fault.value}` is not a date that exists.",
            ),
            Text("核对年月日与时刻。", "Check the year, month, day and time."),
        )
    for entry in portal.entries:
        yield from _reversed(entry.record, entry.origin, ())
    for item in portal.data:
        yield from _reversed(item.record, item.origin, item.path)


def _reversed(record: Any, origin: Origin, base: Path) -> Iterator[Finding]:
    for path, model in models_in(record):
        if path[:1] == ("children",):
            continue
        for first, last in _pairs(type(model)):
            start, end = getattr(model, first), getattr(model, last)
            if start is not None and end is not None and _precedes(end, start):
                yield _finding(origin, (*base, *path), _key(model, first), _key(model, last))


@cache
def _pairs(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of beginning and end that a model has."""
    return tuple(pair for pair in _PAIRS if model.model_fields.keys() >= set(pair))


def _precedes(end: date, start: date) -> bool:
    """Whether a span ends before it starts; an end without an hour is the end of its day."""
    if isinstance(end, datetime) and isinstance(start, datetime) and end.time() == time.min:
        return end.date() < start.date()
    return end < start


def _key(model: BaseModel, attribute: str) -> str:
    return next(shape.key for shape in shape_of(type(model)).fields.values() if shape.attribute == attribute)


def _finding(origin: Origin, path: Path, first: str, last: str) -> Finding:
    start, end = origin.key(first, *path), origin.key(last, *path)
    return Finding(
        origin.at(*path, last),
        Text(f"`{end}` 早于 `{start}`。", f"`{end}` is before `{start}`."),
        Text("把两个日期对调，或改正其中一个。", "Swap the two dates, or correct one of them."),
    )
