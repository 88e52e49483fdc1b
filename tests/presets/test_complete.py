"""Every number that the organisations' documents give is a measure of their preset, with that number and no other."""

from collections import Counter
from pathlib import Path

import pytest

from presets.tables import PRESETS, demands, number, raw
from yuandi.entry_types.data_types.policy import Settings
from yuandi.load.policy import preset

# One line a demand: code, preset, period, bounds and modality; `said` where only a rule in code or a person can tell.
NUMBERS = (Path(__file__).parent / "numbers.txt").read_text(encoding="utf-8")

# What the documents say that is a setting, not a measure.
SETTINGS = {
    "bank-branch": {"applications_required": True, "group_needs": ("head", "deputy", "member", "office")},
    "office-four-ones": {
        "grades": (("好", None), ("中", None), ("差", None)),
        "excluding_grades": ("差",),
    },
    "street-party-work-committee": {"group_needs": ("head", "deputy", "member", "office")},
    "street-monthly": {},
    "village": {},
    "bureau": {},
    "learning-street": {"group_needs": ("head", "deputy", "member", "office")},
    "plant-departments": {
        "grades": (("优秀", 90), ("良好", 80), ("合格", 60), ("不合格", 0)),
        "excluding_grades": ("良好", "合格", "不合格"),
        "applications_required": True,
        "circular_required": True,
    },
    "action-learning-group": {},
    "action-learning-county": {
        "facilitators_inside": False,
        "group_needs": ("head", "deputy", "member", "office"),
    },
    "action-learning-region": {},
    "action-learning-association": {"facilitators_inside": True},
}


def _short(one: dict[str, object]) -> str:
    """A demand of a preset as the list above writes it."""
    measure = one["measure"]
    assert isinstance(measure, dict)
    said = "said" if "attest" in measure else f"{one['period']} {_bounds(one)}"
    modality = one.get("modality", "must")
    return said if modality == "must" else f"{said} {modality}"


def _bounds(one: dict[str, object]) -> str:
    shown = number({**one, "period": "once"})
    for long, short in (("，通常 ≤ ", "~"), ("期限 ", "due"), ("≥ ", "≥"), ("≤ ", "≤"), ("—", "-"), ("，", " ")):
        shown = shown.replace(long, short)
    includes = one.get("includes")
    return "{" + ",".join(includes) + "}" if isinstance(includes, list) else shown


@pytest.mark.parametrize("name", PRESETS)
def test_every_number_is_there(name: str) -> None:
    """What the preset demands is what the list has for it, each as often."""
    lines = (line.split(" ", 2) for line in NUMBERS.split("\n") if line)
    wanted = Counter(f"{code} {said}" for code, of, said in lines if of == name)
    assert Counter(f"{one['code']} {_short(one)}" for one in demands(name)) == wanted


def test_every_preset_is_listed() -> None:
    """The list names the twelve presets that there are, and no other."""
    assert {line.split(" ")[1] for line in NUMBERS.split("\n") if line} == set(PRESETS) == SETTINGS.keys()


@pytest.mark.parametrize("name", PRESETS)
def test_settings(name: str) -> None:
    """A preset sets what its document decides, and leaves the rest as it is."""
    found = preset(name)
    assert found is not None
    given = found.given
    if "grades" in given:
        given["grades"] = tuple((band.name, band.min) for band in given["grades"])
    assert given == SETTINGS[name]
    assert given.keys() <= Settings.model_fields.keys()


@pytest.mark.parametrize("name", PRESETS)
def test_every_measure_has_words_and_article(name: str) -> None:
    """A measure says what the document says, and where; its code stands once."""
    measures = raw(name)["measures"]
    assert all(one["title"] and one["source"]["ref"] and one["source"]["article"] for one in measures)
    assert len({one["code"] for one in measures}) == len(measures)
