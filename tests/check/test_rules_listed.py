"""The list of rules is complete, and its codes, names and severities are those of the catalogue."""

from importlib import import_module
from pathlib import Path

import pytest

from yuandi.base.diagnostics import Severity
from yuandi.check import RULES, Rule, rule_named, rules

# Codes are permanent: a line may be added here, never changed.
CATALOGUE = """
FM001 unparsable-front-matter error
FM002 unknown-type error
FM003 missing-field error
FM004 unknown-field error
FM005 wrong-value-type error
FM006 unknown-choice error
FM007 yaml-trap warning
FM008 duplicate-key error
FM009 duplicate-id error
FM010 unreadable-encoding error
REF001 unknown-reference error
REF002 wrong-reference-type error
REF003 reference-cycle error
REF004 superseded-still-published warning
REF005 missing-attachment error
REF006 orphan-attachment info
REF007 person-outside-unit warning
REF008 broken-link error
DAT001 impossible-date error
DAT002 outside-span error
DAT003 phases-out-of-order error
DAT004 phase-gap warning
DAT005 signed-after-published error
DAT006 future-date warning
DAT007 not-a-workday info
DAT008 short-publicity error
DAT009 date-disagrees warning
NUM001 malformed-document-number error
NUM002 duplicate-document-number error
NUM003 number-gap warning
NUM004 issue-out-of-order error
NUM005 heading-order warning
TXT001 placeholder-left error
TXT002 lexicon-hit error
TXT003 pinyin-noise error
TXT004 broken-character error
TXT005 mixed-scripts warning
TXT006 halfwidth-punctuation warning
TXT007 wrong-zero warning
TXT008 foreign-footer warning
TXT009 repeated-sentence warning
TXT010 duplicate-body warning
TXT011 name-mismatch warning
TXT012 hidden-heading warning
TXT013 missing-alt-text warning
PRV001 identity-number error
PRV002 mobile-number error
PRV003 bank-card error
PRV004 secrecy-mark error
PRV005 restricted-reference error
REV001 unreviewed error
REV002 self-review error
FRS001 stale-column warning
FRS002 empty-column warning
FRS003 overdue-review warning
ORG001 incomplete-group error
ORG002 unmarked-concurrent-post warning
ORG003 missing-counterpart warning
ORG004 task-without-owner error
SES001 attendance-does-not-add-up error
SES002 late-leave-request warning
SES003 series-out-of-order error
SES004 cadence-broken warning
SES005 double-booking warning
BKS001 bad-isbn error
BKS002 book-listed-twice warning
SEL001 quota-exceeded error
SEL002 steps-out-of-order error
SEL003 late-application error
SEL004 deeds-length warning
SEL005 ineligible error
SEL006 without-application error
SEL007 named-twice error
HON001 silently-dropped error
HON002 revoked-still-shown error
ASM001 grade-disagrees error
ASM002 total-disagrees error
ASM003 missing-circular warning
PRJ001 team-size error
PRJ002 missing-role error
PRJ003 too-long error
PRJ004 overlapping-topics error
POL001 bad-policy error
ARC001 vanished-address error
ARC002 alias-clash error
ARC003 archive-number error
WVR001 stale-waiver warning
OUT001 external-request error
"""
FOLDER = Path(str(rules.__file__)).parent
FAMILIES = (
    "FM",
    "REF",
    "DAT",
    "NUM",
    "TXT",
    "PRV",
    "REV",
    "FRS",
    "ORG",
    "SES",
    "BKS",
    "SEL",
    "HON",
    "ASM",
    "PRJ",
    "POL",
    "ARC",
    "WVR",
    "OUT",
)


def test_rules_are_those_of_the_catalogue() -> None:
    """Code, name and severity of every rule are as published."""
    assert [f"{rule.code} {rule.name} {rule.severity}" for rule in RULES] == CATALOGUE.split("\n")[1:-1]


def test_every_module_is_listed() -> None:
    """A module in `rules` holds one rule of its own name, and that rule is in the list."""
    modules = {file.stem for file in FOLDER.glob("*.py") if not file.stem.startswith("_")}
    assert modules == {rule.module for rule in RULES}
    for name in modules:
        module = import_module(f"yuandi.check.rules.{name}")
        assert getattr(module, name) in RULES
        assert getattr(module, name).name == name.replace("_", "-")


def test_every_page_belongs_to_a_module() -> None:
    """There is one page for each module, and no other."""
    assert {file.stem for file in FOLDER.glob("*.md")} == {rule.module for rule in RULES}


def test_codes_are_unique_and_ascend() -> None:
    """Codes stand in the order of the catalogue's families, ascending within each."""
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes), key=lambda code: (FAMILIES.index(code[:-3]), code))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_found_by_code_and_name(rule: Rule) -> None:
    """A rule answers to its code and its name, in any case."""
    assert rule_named(rule.code.lower()) is rule
    assert rule_named(rule.name.upper()) is rule
    (function,) = filter(None, (rule.check, rule.read, rule.judge))  # one of three, and one only
    assert function.__doc__
    assert isinstance(rule.severity, Severity)
