"""The last day is in time and the day after it is late: the same in measures, rules, registers and lists."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from yuandi.pages.deadlines import owed

from measures.tables import entry as fields
from measures.tables import table
from portals import portal, said
from seen import entry
from yuandi.pages import Shown
from yuandi.pages.boards import board_pages
from yuandi.pages.home import home_pages
from yuandi.pages.registers import TablesView
from yuandi.pages.submissions import submissions
from yuandi.pages.timeline import state_of

MEASURE = (
    "{{code: AL-10, title: 信息, subject: {{units: {{id: office}}}}, measure: {{count: news}}, period: month, min: 1,"
    " due: '25', since: 2026-01-01{}}}"
)
STRICT = ", strict: true"


def _shown(folder: Path, files: dict[str, str], as_of: date) -> Shown:
    return Shown(replace(portal(folder, files), as_of=as_of))


@pytest.mark.parametrize(
    ("strict", "sent", "state"),
    [
        ("", "2026-02-25", "met 1"),
        ("", "2026-02-26", "violated 0"),
        (STRICT, "2026-02-24", "met 1"),
        (STRICT, "2026-02-25", "violated 0"),
    ],
)
def test_handed_in_to_a_measure(tmp_path: Path, strict: str, sent: str, state: str) -> None:
    """What comes on the day counts; where the policy says `strict` it must come before."""
    entries = {"news/a.md": fields(unit="office", date="2026-02-01", submitted=sent)}
    measure = MEASURE.format(strict).replace("min: 1", "min: 0" if strict else "min: 1")  # more than 0 where strict
    (line,) = [line for line in table(tmp_path, measure, entries) if "2026-02" in line]
    assert line.split()[2:4] == state.split()


@pytest.mark.parametrize(("as_of", "state"), [(date(2026, 3, 25), "pending"), (date(2026, 3, 26), "violated")])
def test_a_verdict_is_final_after_the_day(tmp_path: Path, as_of: date, state: str) -> None:
    """On the day itself something may still come in."""
    entries = {"news/a.md": fields(unit="office", date="2026-02-01")}
    (line,) = [line for line in table(tmp_path, MEASURE.format(""), entries, as_of) if "2026-03" in line]
    assert line.split()[2] == state


@pytest.mark.parametrize(
    ("strict", "sent", "state"),
    [
        ("", "2026-02-25", "按时"),
        ("", "2026-02-26", "迟报"),
        (STRICT, "2026-02-24", "按时"),
        (STRICT, "2026-02-25", "迟报"),
    ],
)
def test_on_time_in_the_register(tmp_path: Path, strict: str, sent: str, state: str) -> None:
    """The register of what was handed in judges as the measure does."""
    files = {
        "content/_data/policy.yml": f"measures:\n  - {MEASURE.format(strict)}\n",
        "content/news/a.md": entry(f"type: news\nunit: office\nsubmitted: {sent}").replace("03-05", "02-01"),
    }
    found = submissions(_shown(tmp_path, files, date(2026, 3, 1)))
    assert [one.state and one.state.label for one in found if one.sent] == [state]


@pytest.mark.parametrize(("as_of", "state"), [(date(2026, 3, 25), "待报"), (date(2026, 3, 26), "未报")])
def test_owed_in_the_register(tmp_path: Path, as_of: date, state: str) -> None:
    """What has not come in is to come on the day, and missing from the next."""
    files = {
        "content/_data/policy.yml": f"measures:\n  - {MEASURE.format('')}\n",
        "content/news/a.md": entry("type: news\nunit: office").replace("03-05", "02-01"),
    }
    found = submissions(_shown(tmp_path, files, as_of))
    assert [one.state.label for one in found if one.state and one.due == date(2026, 3, 25)] == [state]


@pytest.mark.parametrize(
    ("as_of", "owes", "state"), [(date(2026, 3, 20), True, "未到期"), (date(2026, 3, 21), False, "逾期")]
)
def test_asked_for_by_a_notice(tmp_path: Path, as_of: date, owes: bool, state: str) -> None:
    """What a notice asks for is owed, stands on the home page, and is not late in the register, until its day has passed."""
    files = {"content/notices/a.md": entry("type: notice\nkind: notice\nto: [办公室]\ndeadline: 2026-03-20")}
    shown = _shown(tmp_path, files, as_of)
    assert bool(owed(shown).get(("unit", "office"))) is owes
    assert bool(next(iter(home_pages(shown))).dues) is owes
    (register,) = (view for view in board_pages(shown) if view.address == "board/deadlines/")
    assert isinstance(register, TablesView)
    assert [row[-1].mark and row[-1].mark.label for row in register.tables[0].rows] == [state]


@pytest.mark.parametrize(("as_of", "state"), [(date(2026, 3, 20), "待完成"), (date(2026, 3, 21), "已逾期")])
def test_a_milestone(as_of: date, state: str) -> None:
    """A milestone is overdue from the day after."""
    assert state_of(date(2026, 3, 20), None, as_of).label == state


@pytest.mark.parametrize(("as_of", "state"), [(date(2026, 3, 22), "已逾期"), (date(2026, 3, 23), "已完成")])
def test_a_milestone_done(as_of: date, state: str) -> None:
    """A milestone is done from the very day on which it was."""
    assert state_of(date(2026, 3, 20), date(2026, 3, 23), as_of).label == state


@pytest.mark.parametrize(
    ("strict", "sent", "is_late"),
    [
        ("", "2026-01-15", False),
        ("", "2026-01-16", True),
        (STRICT, "2026-01-14", False),
        (STRICT, "2026-01-15", True),
    ],
)
def test_an_application(tmp_path: Path, strict: str, sent: str, is_late: bool) -> None:
    """SEL003 reports an application from the day after the policy's day, or from the day where it is `strict`."""
    policy = (
        "measures:\n  - {code: SEL-05, title: 申报, measure: {presence: application}, period: year, due: '+01-15'"
        f"{strict}}}\n"
    )
    application = entry(
        "type: application\naward: 甲\ncategory: employee\nsubject: li-fang\nyear: 2025\nwords: 1000\n"
        f"submitted: {sent}"
    )
    found = said(tmp_path, {"content/_data/policy.yml": policy, "content/applications/a.md": application})
    assert any("SEL003" in line for line in found) is is_late
