"""Every example on every rule's page is run: the whole report must be the one that the page shows."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from portals import said
from rule_pages import HEADINGS, Example, examples, parts
from yuandi.base.text import LANGS, Lang
from yuandi.check import RULES, Rule
from yuandi.report.page import section_of


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
        places = [half.index(f"\n\n{heading}") for heading in HEADINGS[lang]]
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
