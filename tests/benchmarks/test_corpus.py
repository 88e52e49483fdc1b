"""The corpora of the benchmarks are portals that may be published."""

import random
import sys
from collections import Counter
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import pytest
from corpus import EVEN, Manner, make  # the benchmarks are no package
from natural import NATURAL

from portals import lines
from yuandi.check import check
from yuandi.check.read_in_workers import in_workers
from yuandi.content.settings import read_settings
from yuandi.page_plan.planned_portal import read_portal


@pytest.mark.slow
@pytest.mark.parametrize("manner", [EVEN, NATURAL], ids=["even", "natural"])
def test_the_corpus_may_be_published(manner: Manner, tmp_path: Path) -> None:
    """The check finds no error in it. Worker processes find the same as one."""
    make(tmp_path, 700, manner=manner)
    settings = read_settings(tmp_path)
    portal = read_portal(settings, date(2025, 12, 31))
    report = check(portal)
    assert not report.fails(), lines(report)
    assert check(portal, begin=lambda *given: in_workers(*given, workers=2)) == report


def test_a_few_natural_words_make_up_much_of_the_text() -> None:
    """The tenth most frequent word comes dozens of times as often as the thousandth; the even ones do not."""
    rng = random.Random(1)  # noqa: S311  # a corpus, no secret
    for manner, least, most in ((EVEN, 0, 3), (NATURAL, 20, 200)):
        words = manner.words(rng)
        drawn = Counter(words.draw(rng) for _ in range(100_000))
        often = [count for _, count in drawn.most_common()]
        assert least <= often[9] / often[999] <= most
