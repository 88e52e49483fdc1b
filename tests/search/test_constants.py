"""What Python and the page's script both know is told by Python alone."""

import json
import re
from pathlib import Path

from yuandi.search import constants
from yuandi.search.constants import as_script

SCRIPTS = Path(__file__).parents[2] / "themes/yuandi_theme/assets/javascripts"
PARTS = {file.name: file.read_text("utf-8") for file in sorted((SCRIPTS / "search").glob("*.js"))}
CODE = {name: re.sub(r"/\*.*?\*/", "", text, flags=re.S) for name, text in PARTS.items()}
GIVEN = {name: json.loads(value) for name, value in re.findall(r"^var (\w+) = (.*);$", as_script(), re.M)}
SMALL = 40
"""Up to here a number is a width of bits or a plain count, and means nothing by itself."""


def test_the_script_is_given_every_constant() -> None:
    """One line a constant, its value as JSON."""
    assert json.loads(json.dumps({name: getattr(constants, name) for name in GIVEN})) == GIVEN
    assert GIVEN.keys() == {name for name in vars(constants) if name.isupper()}


def test_every_constant_is_used() -> None:
    """None is given that no part asks for, and no part makes one of the same name."""
    whole = "".join(CODE.values())
    assert [name for name in GIVEN if not re.search(rf"(?<![\w.]){name}\b", whole)] == []
    assert [name for name in GIVEN if re.search(rf"\bvar {name}\b", whole)] == []


def test_no_constant_is_told_twice() -> None:
    """No part has the value of a constant in digits or in quotes."""
    values = [one for value in GIVEN.values() for one in (value if isinstance(value, list | tuple) else [value])]
    numbers = {one for one in values if isinstance(one, int) and one > SMALL}
    words = {one for one in values if isinstance(one, str)}
    assert len(numbers) > 10
    assert {
        (name, text)
        for name, code in CODE.items()
        for text in re.findall(r"(?<![\w.$])(?:0x[\da-f]+|\d+)(?![\w.])", code, re.I)
        if int(text, 0) in numbers
    } == set()
    assert {
        (name, text) for name, code in CODE.items() for text in re.findall(r'"([^"\n]+)"', code) if text in words
    } == set()
