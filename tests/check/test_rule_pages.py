"""Every example on every rule's page is run: the whole report must be the one that the page shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from portals import said
from yuandi.check import RULES, Rule
from yuandi.report.page import section_of
from yuandi.text import LANGS, Lang

_BLOCK = re.compile(r"^(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<text>.*?)^(?P=fence)$", re.M | re.S)
_HEADING = {
    "zh": ("**为什么**", "**会报告**", "**不会报告**", "**怎样改**"),
    "en": ("**Why**", "**Reported**", "**Fine**", "**How to fix**"),
}


@dataclass(frozen=True)
class Example:
    """Files of a portal, and what the check says of them."""

    files: dict[str, str]
    report: str


def examples(part: str) -> Iterator[Example]:
    """Each stretch of file blocks with the report block after it."""
    files: dict[str, str] = {}
    for block in _BLOCK.finditer(part):
        if block["info"] == "report":
            yield Example(files, block["text"])
            files = {}
        else:
            files[block["info"].partition(" ")[2]] = block["text"]
    assert not files, f"no report follows {sorted(files)}"


def parts(rule: Rule, lang: Lang) -> tuple[str, str]:
    """The examples that are reported, and those that are fine."""
    _, reported, fine, fix = _HEADING[lang]
    half = section_of(rule.page, lang)
    return half[half.index(reported) : half.index(fine)], half[half.index(fine) : half.index(fix)]


def _all() -> Iterator[object]:
    for rule in RULES:
        for lang in LANGS:
            for kind, part in zip(("reported", "fine"), parts(rule, lang), strict=True):
                for number, example in enumerate(examples(part), 1):
                    yield pytest.param(example, lang, id=f"{rule.code}-{lang}-{kind}-{number}")


@pytest.mark.parametrize(("example", "lang"), list(_all()))
def test_example(example: Example, lang: Lang, tmp_path: Path) -> None:
    """The check says of the example's files what the page says, no more and no less."""
    assert "".join(f"{line}\n" for line in said(tmp_path, example.files, lang)) == example.report


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page_has_all_its_parts(rule: Rule) -> None:
    """A page has its code, name and both halves, each with its four parts in order."""
    assert re.match(rf"# {rule.code} {rule.name} · .+\n", rule.page)
    for lang in LANGS:
        half = section_of(rule.page, lang)
        places = [half.index(f"\n\n{heading}") for heading in _HEADING[lang]]
        assert places == sorted(places)
        assert half[: places[0]].count("\n\n") == 1, "one sentence stands before the reasons"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page_shows_both_sides(rule: Rule) -> None:
    """A page shows at least three offences and three near misses; what FM010 reports are bytes, shown in pytest."""
    for lang in LANGS:
        reported, fine = (list(examples(part)) for part in parts(rule, lang))
        assert len(reported) >= (0 if rule.code == "FM010" else 3)
        assert len(fine) >= 3
        assert all(rule.code in example.report for example in reported)
        assert not any(example.report for example in fine)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_both_halves_show_the_same_files(rule: Rule) -> None:
    """What is shown in one language is shown in the other."""
    chinese, english = ([example.files for part in parts(rule, lang) for example in examples(part)] for lang in LANGS)
    assert chinese == english
