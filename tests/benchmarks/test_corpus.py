"""The corpus of the benchmarks is a portal that may be published."""

import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from corpus import make  # the benchmarks are no package

from portals import lines
from yuandi.check import check
from yuandi.check.read_in_workers import in_workers
from yuandi.content.settings import read_settings
from yuandi.page_plan.planned_portal import read_portal


def test_the_corpus_may_be_published(tmp_path: Path) -> None:
    """The check finds no error in it. Worker processes find the same as one."""
    make(tmp_path, 700)
    settings = read_settings(tmp_path)
    portal = read_portal(settings, date(2025, 12, 31))
    report = check(portal)
    assert not report.fails(), lines(report)
    assert check(portal, begin=lambda *given: in_workers(*given, workers=2)) == report
