"""A preset's measures as the table on its page: article, words, code, number, modality, and how it is verified."""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from yuandi.front_matter.parse import DATA_DEPTH, parse
from yuandi.load.policy import preset_names

PRESETS = preset_names()
HEAD = "| 条款 | 原文 | 指标 | 数 | 强弱 | 怎样核对 |\n|---|---|---|---|---|---|\n"
_PERIODS = {
    "week": "每周",
    "month": "每月",
    "quarter": "每季",
    "half": "每半年",
    "year": "每年",
    "plan": "方案期内",
    "once": "",
}
_MODALITIES = {"must": "必须", "generally": "一般", "about": "左右", "target": "力争"}


def raw(preset: str) -> dict[str, Any]:
    """The preset as it is written."""
    text = (files("yuandi") / "presets" / f"{preset}.yml").read_text(encoding="utf-8")
    return dict(parse(text, depth=DATA_DEPTH).values or {})


def demands(preset: str) -> Iterator[dict[str, Any]]:
    """Every measure of a preset; of one with cases each case, with what it has from the measure."""
    for measure in raw(preset)["measures"]:
        for case in measure.get("cases", [{}]):
            yield {key: value for key, value in {**measure, **case}.items() if key != "cases"}


def table(preset: str) -> str:
    """The table that the preset's page must show."""
    return HEAD + "".join(f"| {' | '.join(_row(one))} |\n" for one in demands(preset))


def _row(one: dict[str, Any]) -> tuple[str, ...]:
    return (
        one["source"]["article"],
        one["title"],
        one["code"],
        number(one),
        _MODALITIES[one.get("modality", "must")],
        verified(one),
    )


def number(one: dict[str, Any]) -> str:
    """The period and the bounds: `每年 ≥ 12`."""
    return " ".join(filter(None, (_PERIODS[one.get("period", "once")], "，".join(_bounds(one))))) or "—"


def _bounds(one: dict[str, Any]) -> Iterator[str]:
    if "attest" in one["measure"]:
        return
    if "range" in one:
        low, high = one["range"]
        yield low if low == high else f"{low}—{high}"
    if "min" in one:
        yield f"≥ {one['min']}"
    if "max" in one:
        yield f"≤ {one['max']}"
    if "usual_max" in one:
        yield f"通常 ≤ {one['usual_max']}"
    if "at_most_share" in one:
        yield f"≤ {one['at_most_share']['share']}"
    if "at_least_share" in one:
        yield f"≥ {one['at_least_share']['share']}"
    if "includes" in one:
        yield "有" + "、".join(one["includes"])
    if "due" in one:
        yield f"期限 {one['due']}"


def verified(one: dict[str, Any]) -> str:
    """Computed, by a rule in code, or only ever said by somebody."""
    said = one["measure"].get("attest")
    if said is None:
        return "计算"
    named = re.findall(r"[A-Z]{3}\d{3}", said)
    return "规则 " + "、".join(named) if named else "声明"
