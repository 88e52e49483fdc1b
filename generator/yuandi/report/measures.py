"""The rows of `yuandi measures` as a table for people, as CSV for Excel and WPS, and as JSON for programs."""

import json
import re
from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from typing import Any

import yaml
from pydantic import BaseModel
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Styled

from yuandi.base.csv_file import as_csv
from yuandi.base.text import Lang, Text
from yuandi.measures import Row, State, measures, rule_for
from yuandi.measures.periods import said
from yuandi.measures.rows import plain, shown
from yuandi.portal.portal import Portal

_STYLES = {
    State.MET: "green",
    State.VIOLATED: "bold red",
    State.WARNING: "yellow",
    State.PENDING: "blue",
    State.NO_DATA: "dim",
    State.NOT_APPLICABLE: "dim",
}
_OPEN = {State.VIOLATED, State.WARNING, State.PENDING}
_HEAD = (
    Text("编号", "code"),
    Text("对象", "subject"),
    Text("周期", "period"),
    Text("状态", "state"),
    Text("数值", "value"),
    Text("要求", "limit"),
    Text("应有进度", "pace"),
    Text("依据", "evidence"),
)
_FIRST = ("code", "title", "subject", "measure", "period")
_NO_UNIT = Text("（不属于任何单位）", "(of no unit)")
_NONE = Text("没有可以列出的指标。", "There are no measures to list.")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def measures_as_json(as_of: date, rows: Iterable[Row]) -> str:
    """One object with `as_of` and `rows`, in order."""
    values = {"as_of": as_of.isoformat(), "rows": [_values(row) for row in rows]}
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def _values(row: Row) -> dict[str, Any]:
    return {
        "code": row.code,
        "title": row.title,
        "modality": row.modality.value,
        "subject": row.subject.id,
        "subject_kind": row.subject.kind,
        "subject_name": row.subject.name,
        "unit": row.subject.unit,
        "period": row.period.text,
        "state": row.state.value,
        "value": None if row.value is None else plain(row.value),
        "limit": row.limit.number,
        "due": row.limit.due.isoformat() if row.limit.due else None,
        "pace": row.pace,
        "statement": row.statement,
        "evidence": [entry.id for entry in row.evidence],
        "late": [entry.id for entry in row.late],
    }


def measures_as_csv(portal: Portal, rows: Iterable[Row], lang: Lang) -> str:
    """A CSV with a head and a line for each row, in the form of `as_csv`."""
    titles = (Text("单位", "unit"), *_HEAD, Text("标题", "title"))
    head = [title.say(lang) for title in titles]
    return as_csv([head, *([_unit(portal, row, lang), *_cells(row, lang), row.title] for row in rows)])


def measures_as_table(portal: Portal, rows: Sequence[Row], lang: Lang) -> RenderableType:
    """A table for each unit, in the order of the units, then the counts of states."""
    if not rows:
        return Styled(_NONE.say(lang))
    by_unit: dict[str | None, list[Row]] = {unit: [] for unit in (*portal.units.by_id, None)}
    for row in rows:
        by_unit[row.subject.unit].append(row)
    tables = [_table(_unit(portal, of_unit[0], lang), of_unit, lang) for of_unit in by_unit.values() if of_unit]
    titles = dict.fromkeys(f"{row.code} {row.title}" for row in rows)
    legend = Styled("\n".join(_CONTROL.sub(" ", title) for title in titles), style="dim")
    return Group(*tables, legend, Styled(_summary(rows, lang), style="bold"))


def _table(title: str, rows: Iterable[Row], lang: Lang) -> Table:
    table = Table(title=Styled(title, style="bold"), title_justify="left", box=None, pad_edge=False)
    for index, head in enumerate(_HEAD):
        table.add_column(head.say(lang), justify="right" if index in {4, 5, 6} else "left", overflow="fold")
    for row in rows:
        cells = [Styled(_CONTROL.sub(" ", cell)) for cell in _cells(row, lang)]
        cells[3].stylize(_STYLES[row.state])
        table.add_row(*cells)
    return table


def _cells(row: Row, lang: Lang) -> list[str]:
    state = row.state.label if lang == "zh" else row.state.value
    evidence = row.statement or " ".join(entry.id for entry in row.evidence)
    pace = shown(row.pace)
    return [
        row.code,
        row.subject.name,
        said(row.period).say(lang),
        state,
        row.said_value,
        row.limit.words.say(lang),
        pace,
        evidence,
    ]


def _unit(portal: Portal, row: Row, lang: Lang) -> str:
    return portal.units.by_id[row.subject.unit].name if row.subject.unit else _NO_UNIT.say(lang)


def _summary(rows: Sequence[Row], lang: Lang) -> str:
    counts = [(state, sum(row.state is state for row in rows)) for state in State]
    if lang == "zh":
        return "，".join(f"{state.label} {count}" for state, count in counts if count) + "。"
    return ", ".join(f"{count} {state.value}" for state, count in counts if count) + "."


def measure_page(portal: Portal, code: str, lang: Lang) -> str | None:
    """A page about one measure: its definition and place in the policy, and its rows today; None for an unknown code."""
    item = next((item for item in portal.measures if item.record.code == code), None)
    if item is None:
        return None
    at, rows = item.at(), [row for row in measures(portal) if row.code == code]
    written = yaml.safe_dump(
        _as_written(item.record), allow_unicode=True, sort_keys=False, default_flow_style=None, width=100
    )
    rule = rule_for(item.record)
    parts = [
        f"# {item.record.code} {item.record.title or ''}".rstrip(),
        f"{Text('所在', 'Defined at').say(lang)} {at.file}:{at.line}:{at.column}",
        f"```yaml\n{written}```",
        _reported(rule).say(lang) if rule else None,
        _summary(rows, lang) if rows else _NONE.say(lang),
        "\n".join(f"- {_line(row, lang)}" for row in rows if row.state in _OPEN) or None,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _as_written(value: Any) -> Any:
    """A measure as it would be written in a policy, its name and subject before its limits."""
    if isinstance(value, BaseModel):
        first = [name for name in _FIRST if name in value.model_fields_set]
        names = [*first, *(name for name in type(value).model_fields if name in value.model_fields_set - {*first})]
        return {name: _as_written(getattr(value, name)) for name in names} | _as_written(value.model_extra or {})
    if isinstance(value, dict):
        return {key: _as_written(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        items = [_as_written(item) for item in value]
        return items[0] if len(items) == 1 and isinstance(items[0], str) else items
    if isinstance(value, Enum):
        return value.value
    return plain(value) if isinstance(value, float) else value


def _reported(rule: str) -> Text:
    return Text(f"不符的由规则 {rule} 在条目处报告。", f"Violations are reported at their entries by the rule {rule}.")


def _line(row: Row, lang: Lang) -> str:
    state = row.state.label if lang == "zh" else row.state.value
    return f"{row.subject.name} {said(row.period).say(lang)}: {row.said_value or '—'} / {row.limit.words.say(lang)} ({state})"
