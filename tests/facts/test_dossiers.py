"""Whose dossier an entry belongs to, of which year and in which chapter."""

from pathlib import Path

import pytest

from portals import portal
from seen import entry
from yuandi.facts.dossiers import Chapter

WHOSE = (
    ("unit", "office"),
    ("unit", "finance"),
    ("person", "chen-ming"),
    ("person", "li-fang"),
    ("group", "study-group"),
)


@pytest.mark.parametrize(
    ("path", "fields", "filed"),
    [
        ("summaries/a.md", "unit: office\nperiod: 2025", ["office 2025 summary-chapter"]),
        ("summaries/b.md", "period: 2025", []),
        ("news/a.md", "unit: office", ["office 2026 issued"]),
        ("news/b.md", "unit: office\nauthor: 李芳", ["office 2026 issued", "li-fang 2026 issued"]),
        ("personal-plans/a.md", "type: personal-plan\nperson: li-fang\nyear: 2025", ["li-fang 2025 plans"]),
    ],
)
def test_filed(tmp_path: Path, path: str, fields: str, filed: list[str]) -> None:
    """By what the entry names and the period that it is about; what names nobody is nobody's."""
    made = portal(tmp_path, {f"content/{path}": entry(fields)})
    assert not made.faults, made.faults
    found = {
        f"{whose[1]} {year} {one.chapter}"
        for whose in WHOSE
        for year, things in made.dossiers.everything.get(whose, {}).items()
        for one in things
    }
    assert found == {line.replace("summary-chapter", str(Chapter.ISSUED)) for line in filed}


def test_the_newest_year_first(tmp_path: Path) -> None:
    """What is filed of a subject comes year by year, the newest first, and only of the chapters that are asked for."""
    news = "---\ntitle: 甲\ndate: {}-03-05\nunit: office\n---\n\n正文。\n"
    made = portal(tmp_path, {f"content/news/n{year}.md": news.format(year) for year in (2024, 2026, 2025)})
    filed = list(made.dossiers.filed("unit", "office", Chapter.ISSUED))
    assert [one.entry.record.date.year for one in filed] == [2026, 2025, 2024]
    assert list(made.dossiers.filed("unit", "office", Chapter.FUNDED)) == []
