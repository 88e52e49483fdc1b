"""The same records under two presets: two sets of verdicts, and the page of each says from which article."""

from datetime import date
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from presets.tables import demands
from yuandi.content.settings import read_settings
from yuandi.load.policy import preset_page
from yuandi.measures import Row, measures
from yuandi.page_plan.planned_portal import PlannedPortal, read_portal

RECORDS = Path(__file__).parent / "examples" / "office-four-ones"
OFFICE, STREET = "office-four-ones", "street-party-work-committee"


def under(preset: str, folder: Path, as_of: str) -> PlannedPortal:
    """The portal of the office, with the numbers of a preset."""
    portal = Path(copytree(RECORDS, folder / preset, ignore=ignore_patterns(".yuandi")))
    (portal / "content/_data/policy.yml").write_text(f"extends: [{preset}]\n", encoding="utf-8")
    return read_portal(read_settings(portal), date.fromisoformat(as_of))


def verdicts(preset: str, folder: Path, as_of: str = "2026-08-10") -> dict[tuple[str, str, str], str]:
    """Code, subject and period of what is computed, and the state with the value and what was asked for."""
    rows = (row for row in measures(under(preset, folder, as_of)) if row.statement is None)
    return {(row.code, row.subject.id, str(row.period)): _said(row) for row in rows}


def _said(row: Row) -> str:
    return f"{row.state.value} {row.said_value} {row.limit}"


def test_centre_group(tmp_path: Path) -> None:
    """One day of study in June is enough for an office's second quarter, and not for a street's July."""
    office, street = verdicts(OFFICE, tmp_path), verdicts(STREET, tmp_path)
    assert {key: said for key, said in office.items() if key[1] == "centre"} == {
        ("STU-04", "centre", "2026-Q2"): "met 1 ≥1",
        ("STU-04", "centre", "2026-Q3"): "pending 0 ≥1",
    }
    assert {key: said for key, said in street.items() if key[1] == "centre"} == {
        ("STU-01", "centre", "2026-06"): "met 1 ≥1",
        ("STU-01", "centre", "2026-07"): "violated 0 ≥1",
        ("STU-01", "centre", "2026-08"): "pending 0 ≥1",
        ("STU-02", "centre", "2026"): "pending 1 ≥12",
    }


def test_one_record_two_demands(tmp_path: Path) -> None:
    """A cadre's report fulfils the office's one a year; the street asks it of leaders, and of the branch."""
    office, street = verdicts(OFFICE, tmp_path), verdicts(STREET, tmp_path)
    assert office["WRT-06", "deng-yu", "2026"] == "met 1 ≥1"
    assert street["WRT-04", "lin-qiao", "2026"] == "no-data  ≥1"
    assert street["WRT-05", "branch", "2026"] == "no-data  ≥1"


def test_codes_of_each(tmp_path: Path) -> None:
    """Nothing of one preset is asked under the other, but what both ask."""
    office, street = ({key[0] for key in verdicts(name, tmp_path)} for name in (OFFICE, STREET))
    assert office & street == {"WRT-16", "ATT-01"}
    assert office <= {one["code"] for one in demands(OFFICE)}
    assert street <= {one["code"] for one in demands(STREET)}


@pytest.mark.parametrize("name", [OFFICE, STREET])
def test_each_verdict_is_explained(name: str, tmp_path: Path) -> None:
    """Every code that gives a verdict stands on the preset's page with its words, and each row names its article."""
    page = preset_page(name) or ""
    for row in measures(under(name, tmp_path, "2026-08-10")):
        assert f"| {row.title} | {row.code} |" in page
        assert row.measure.record.source is not None
        assert row.measure.record.source.article
