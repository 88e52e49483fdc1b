"""Every number that the organisations' documents give is a measure of their preset, with that number and no other."""

from collections import Counter

import pytest

from presets.tables import PRESETS, demands, number, raw
from yuandi.entry_types.data_types.policy import Settings
from yuandi.load.policy import preset

# One line a demand: code, preset, period, bounds and modality; `said` where only a rule in code or a person can tell.
NUMBERS = """
STU-01 street-party-work-committee month ≥1
STU-01 bureau month ≥1
STU-02 street-party-work-committee year ≥12
STU-03 street-party-work-committee year ≥8
STU-04 office-four-ones quarter ≥1
STU-05 office-four-ones month ≥1
STU-05 office-four-ones month ≥1
STU-06 plant-departments month ≥1
STU-07 plant-departments week ≥1
STU-08 street-monthly week ≥1 target
STU-09 street-monthly month ≥2 target
STU-10 village quarter ≥1
STU-11 street-monthly week ≥1 target
STU-12 street-monthly month ≥1 target
STU-12 street-monthly quarter ≥1 target
STU-12 office-four-ones month ≥1
STU-13 plant-departments month ≥20
STU-13 village week ≥3
STU-13 office-four-ones week ≥1
STU-14 office-four-ones month ≥1 target
STU-14 office-four-ones year ≥1
STU-14 street-monthly month ≥1 target
STU-14 bureau week ≥1
STU-15 office-four-ones said target
STU-16 office-four-ones said
STU-16 bureau month ≥1
STU-16 bureau said
STU-17 street-party-work-committee year ≥1
STU-17 office-four-ones year ≥1
STU-18 bureau year ≥110
STU-18 bureau year ≥75
STU-19 bureau year ≥90%
STU-20 street-party-work-committee plan ≥100% target
STU-21 office-four-ones year ≥1 target
STU-21 office-four-ones year ≥1 target
STU-21 office-four-ones year ≥1 target
STU-21 office-four-ones year ≥1 target
STU-22 bureau said
WRT-01 office-four-ones year ≥15000
WRT-02 office-four-ones year ≥10000
WRT-03 plant-departments year ≥3
WRT-03 plant-departments year ≥2
WRT-04 street-party-work-committee year ≥1~2
WRT-05 street-party-work-committee year ≥1
WRT-06 office-four-ones year ≥1
WRT-07 office-four-ones year ≥1
WRT-08 office-four-ones quarter ≥1 target
WRT-09 street-monthly half ≥1 target
WRT-10 street-monthly half ≥3000
WRT-11 street-monthly once due+7d
WRT-11 street-monthly said
WRT-12 street-party-work-committee year ≥60
WRT-12 bureau year ≥60
WRT-13 bureau year ≥2
WRT-13 street-party-work-committee year ≥1
WRT-14 learning-street year ≥1
WRT-15 office-four-ones year ≥1
WRT-15 office-four-ones year ≥1
WRT-15 office-four-ones year ≥1
WRT-15 office-four-ones year ≥1
WRT-15 office-four-ones said
WRT-16 office-four-ones year ≥1
WRT-16 street-party-work-committee year ≥1
WRT-16 bureau year ≥1
WRT-16 plant-departments year ≥1
WRT-17 plant-departments once {学历,专业,计算机,外语,普通话}
WRT-18 plant-departments once ≥1
WRT-18 plant-departments quarter ≥1
WRT-18 plant-departments year ≥1
WRT-19 plant-departments said
WRT-20 plant-departments said
ATT-01 office-four-ones once ≥1
ATT-01 street-party-work-committee once ≥1
ATT-02 office-four-ones once ≥1
ATT-03 street-monthly said
ATT-03 plant-departments said
INS-01 office-four-ones month ≥1
INS-02 office-four-ones said
INS-03 office-four-ones once ≥1
INS-04 plant-departments quarter ≥1
INS-05 street-party-work-committee year ≥1
INS-05 street-party-work-committee year ≥1
INS-05 bureau year ≥1
INS-05 village year ≥1
INS-06 street-party-work-committee year {自我考评,群众评议,上级考核}
INS-06 street-party-work-committee year {个人自评,组织鉴定}
INS-07 action-learning-group plan ≥1~2
ASM-01 plant-departments year ≥60 target
ASM-02 office-four-ones once {学风,内容,时间,效果}
ASM-03 office-four-ones said
ASM-04 plant-departments said
ASM-05 plant-departments once {机构,制度,设施,载体,氛围,效果}
ASM-06 bank-branch once ≥8
ASM-06 bank-branch once ≥4
ASM-06 bank-branch once ≥5
SEL-01 bank-branch year ≤30%
SEL-02 bank-branch year ≤20%
SEL-03 bank-branch year ≤15% generally
SEL-04 bank-branch year ≤10% generally
SEL-05 bank-branch year due+01-15
SEL-06 bank-branch once 1500 about
SEL-06 bank-branch once 1000 about
SEL-07 bank-branch once ≥1
SEL-08 bank-branch said
SEL-09 plant-departments said
SEL-10 bank-branch said
SEL-11 bank-branch year ≥1
SEL-11 learning-street year ≥1
SEL-12 plant-departments said
SEL-13 learning-street said
SEL-14 bank-branch said
SEL-14 plant-departments said
SEL-14 learning-street said
HON-01 plant-departments said
HON-02 bank-branch said
HON-03 bank-branch said
HON-03 plant-departments said
FND-01 bank-branch year ≥1.5%
FND-02 bank-branch year ≥50%
FND-03 learning-street year ≥2
COV-01 learning-street year ≥40% target
COV-02 learning-street year ≥50% target
COV-03 learning-street year ≥50%
COV-04 learning-street plan ≥50% target
COV-04 learning-street plan ≥50% target
COV-04 learning-street plan ≥50% target
COV-04 learning-street plan ≥50% target
COV-04 learning-street plan ≥50% target
COV-04 learning-street said target
COV-05 plant-departments said target
COV-05 plant-departments said target
COV-06 plant-departments said generally
AL-01 action-learning-group plan 1-2
AL-01 action-learning-county plan 1-2
AL-02 action-learning-group once 6-8
AL-02 action-learning-county once 6-10
AL-02 action-learning-association once 6-10
AL-03 action-learning-county once 1-2
AL-03 action-learning-association once ≥1
AL-04 action-learning-county once {组长,联络员,学习委员,主持人,核心学员}
AL-04 action-learning-association once {组长,促进师,联络员,成员}
AL-05 action-learning-county once ≤12~6
AL-06 action-learning-county once ≥2~4
AL-06 action-learning-group year ≥1~2 due11-30
AL-07 action-learning-county month ≥2
AL-07 action-learning-county month ≥1
AL-07 action-learning-county said
AL-08 action-learning-county once ≥1
AL-09 action-learning-county once ≥1
AL-09 action-learning-association once ≥1
AL-10 action-learning-group month ≥1~2
AL-10 action-learning-county month ≥1 due25
AL-11 action-learning-group year ≥1 due05-31
AL-11 action-learning-group year ≥1 due05-31
AL-12 action-learning-group year ≥1 due11-30
AL-12 action-learning-group year ≥1 due12-31
AL-13 action-learning-group plan ≥2
AL-13 action-learning-group plan ≥3
AL-13 action-learning-group plan ≥2
AL-13 action-learning-group said
AL-13 action-learning-region plan ≥5
AL-13 action-learning-region quarter ≥1
AL-14 action-learning-group year due10-01..10-31
AL-14 action-learning-region plan due07-01..07-31
AL-15 action-learning-county once ≥1
AL-16 action-learning-region plan ≤1
AL-17 action-learning-county plan {学习,工作,项目管理,经费管理,督促管理,信息报送,学员管理}
AL-18 action-learning-county once ≥1
AL-18 action-learning-county once ≥1
AL-18 action-learning-association once ≥1
AL-18 action-learning-association once ≥1
ORG-01 bank-branch said
ORG-01 street-party-work-committee said
ORG-01 learning-street said
ORG-01 action-learning-county said
ORG-02 learning-street said
ORG-03 bank-branch said
ORG-03 plant-departments said
ORG-03 action-learning-region said
ORG-04 learning-street said
ORG-04 action-learning-county said
ORG-05 learning-street said
PLN-01 bank-branch said
PLN-01 village said
PLN-01 bureau said
PLN-01 learning-street said
PLN-01 action-learning-group said
PLN-01 action-learning-county said
PLN-01 action-learning-region said
PLN-01 action-learning-association said
PLN-02 village once 12 about
PLN-02 action-learning-group once 8 about
PLN-02 action-learning-county once 7 about
PLN-02 action-learning-region once 15 about
PLN-03 bank-branch said
PLN-04 bank-branch plan ≥1
PLN-04 street-party-work-committee plan ≥1
PLN-04 street-monthly plan ≥1
PLN-04 village said
PLN-04 bureau said
PLN-04 learning-street plan ≥1
PLN-04 plant-departments once ≥1
PLN-04 action-learning-group plan ≥1
PLN-04 action-learning-county said
PLN-04 action-learning-region plan ≥1
PLN-04 action-learning-association plan ≥1
FLW-01 plant-departments year due05-10
FLW-02 bank-branch said
FLW-02 plant-departments said
FLW-02 street-monthly said
FLW-02 action-learning-group said
FLW-02 action-learning-county said
"""

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
