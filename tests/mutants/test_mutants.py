"""Mutation testing itself: which tests are tried for a line, and that a change reaches every place that holds a function."""

import runpy
from functools import cache
from pathlib import Path

from tools.mutants.reach import Reach
from tools.mutants.trials import patch

FILE = "generator/yuandi/facts/a.py"
REACH = Reach(
    {
        FILE: {
            "few": frozenset({1}),
            "many": frozenset({1, 2}),
            "alike": frozenset({1, 2}),
            "slow": frozenset({1, 2, 3}),
        }
    },
    {"few": 0.1, "many": 0.2, "alike": 0.1, "slow": 9.0},
)


def test_the_tests_of_a_line() -> None:
    """Those that reach it: one of each kind in turn, the slow ones last, as many as there is time for."""
    assert REACH.tests(FILE, 1, in_body=True, budget=20.0) == ("alike", "few", "slow", "many")
    assert REACH.tests(FILE, 2, in_body=True, budget=20.0) == ("alike", "slow", "many")
    assert REACH.tests(FILE, 2, in_body=True, budget=1.0) == ("alike",)
    assert REACH.tests(FILE, 7, in_body=True, budget=20.0) == ()


def test_what_runs_on_import_is_of_every_test() -> None:
    """A line outside functions has the tests of its file."""
    assert set(REACH.tests(FILE, 7, in_body=False, budget=20.0)) == {"few", "many", "alike", "slow"}
    assert REACH.tests("generator/yuandi/facts/b.py", 7, in_body=False, budget=20.0) == ()


def test_a_changed_function(tmp_path: Path) -> None:
    """The function is changed where it was imported and where it is wrapped; others stay as they are."""
    source = "def one():\n    return 1\n\n\ndef two():\n    return [number for number in (2,)]\n"
    file = tmp_path / "a.py"
    file.write_text(source, "utf-8")
    module = runpy.run_path(str(file))
    wrapped = cache(module["one"])
    assert patch(str(file), source.replace("1", "5")) == 2
    assert (module["one"](), wrapped(), module["two"]()) == (5, 5, [2])
    assert patch("elsewhere.py", source) == 0
