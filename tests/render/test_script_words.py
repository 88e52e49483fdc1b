"""The words that the theme's scripts show, in the language of the site."""

import json
import re
from pathlib import Path

import pytest
from opencc import OpenCC

from yuandi.chinese.traditional import Script
from yuandi.render.script_words import SCHEME, SEARCH, Words, as_script

JAVASCRIPTS = Path(__file__).parents[2] / "themes/yuandi_theme/assets/javascripts"


@pytest.mark.parametrize("words", [SCHEME, SEARCH])
def test_scripts_speak_the_language_of_the_site(words: Words) -> None:
    """What the page's scripts say, in Simplified, in Traditional characters and in English."""
    plain, english = (as_script(words, lang, str) for lang in ("zh", "en"))
    traditional = as_script(words, "zh", Script(is_traditional=True).words)
    assert traditional == OpenCC("s2tw").convert(plain) != plain
    assert re.findall(r"^ +\"\w+\":", english, re.M) == re.findall(r"^ +\"\w+\":", plain, re.M)
    assert re.findall("[\u4e00-\u9fff]", english) == []


def test_numbers_in_scripts_have_plurals() -> None:
    """A pair where one and more differ, else one for both."""
    told = json.loads(as_script(SEARCH, "en", str).removeprefix("var WORDS = ").removesuffix(";\n"))
    assert (told["all"], told["count"]) == (["See the one result", "See all {} results"], "{} found")
    assert told["page"] == "Page {}"


@pytest.mark.parametrize(("words", "scripts"), [(SCHEME, ["yuandi.js"]), (SEARCH, ["search-view/*.js"])])
def test_every_word_is_used_and_every_used_word_is_there(words: Words, scripts: list[str]) -> None:
    """By the names that the scripts call them."""
    texts = [file.read_text("utf-8") for pattern in scripts for file in JAVASCRIPTS.glob(pattern)]
    assert {name for text in texts for name in re.findall(r"\bWORDS\.(\w+)", text)} == words.keys()


def test_scripts_hold_no_words_of_their_own() -> None:
    """What they look for in texts are signs of dates and of queries."""
    left = {
        file.name: found
        for file in JAVASCRIPTS.rglob("*.js")
        if (found := re.findall("[\u4e00-\u9fff]{2,}", file.read_text("utf-8")))
    }
    assert left == {}
