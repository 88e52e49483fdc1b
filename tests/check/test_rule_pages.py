"""Every example on every rule's page is run in both languages: the whole report must be the one that the page shows."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from portals import said
from yuandi.base.errors import YuandiError
from yuandi.base.text import LANGS, Lang
from yuandi.check import RULES, Rule
from yuandi.check.rule_page import Example


def _all() -> Iterator[object]:
    for rule in RULES:
        with suppress(YuandiError):  # a page that is not whole fails below, by its own name
            for lang in LANGS:
                for kind, examples in (("reported", rule.page.reported), ("fine", rule.page.fine)):
                    for number, example in enumerate(examples, 1):
                        yield pytest.param(example, lang, id=f"{rule.code}-{lang}-{kind}-{number}")


@pytest.mark.parametrize(("example", "lang"), list(_all()))
def test_example(example: Example, lang: Lang, tmp_path: Path) -> None:
    """The check says of the example's files what the page says, no more and no less."""
    report = "".join(f"{line}\n" for line in said(tmp_path, example.files, lang))
    assert report == example.report.say(lang)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page_is_whole(rule: Rule) -> None:
    """A page can be read, and has the code and the name of its rule."""
    assert (rule.page.code, rule.page.name) == (rule.code, rule.name)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page_shows_both_sides(rule: Rule) -> None:
    """A page shows at least three offences and three near misses; what FM010 reports are bytes, shown in pytest."""
    assert len(rule.page.reported) >= (0 if rule.code == "FM010" else 3)
    assert len(rule.page.fine) >= 3
    for lang in LANGS:
        assert all(rule.code in example.report.say(lang) for example in rule.page.reported)
        assert not any(example.report.say(lang) for example in rule.page.fine)
