"""Tables of verdicts for tests: a policy and a few entries → lines of `code subject period state value limit`."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from portals import AS_OF, portal
from yuandi.measures import Row, measures
from yuandi.measures.rows import plain

UNITS = """\
- id: yunze
  name: 云泽县支行
  kind: county-branch
  headcount: {2024-01-01: 40, 2026-01-01: 45}
  children:
    - {id: office, name: 办公室, kind: department, headcount: 10}
    - {id: finance, name: 财务科, kind: department, headcount: 12, from: 2025-07-01}
"""
PEOPLE = """\
- {id: chen-ming, name: 陈明, unit: office, tags: [leader, cadre], born: 1970}
- {id: li-fang, name: 李芳, unit: {2020-01-01: office, 2026-02-01: finance}, tags: [cadre], born: 1990}
- {id: wang-jun, name: 王军, unit: finance, born: 1985}
"""
GROUPS = """\
- id: centre
  name: 中心组
  kind: centre-group
  unit: yunze
  members:
    - {person: chen-ming, role: 组长}
    - {person: li-fang, role: 成员, from: 2026-01-01}
    - {person: wang-jun, role: 成员, to: 2025-12-31}
"""


def rows(folder: Path, measure: str, entries: Mapping[str, str], as_of: date = AS_OF) -> tuple[Row, ...]:
    """The verdicts of one measure, or of a whole policy."""
    policy = measure if measure.startswith(("measures:", "extends:", "settings:")) else f"measures:\n  - {measure}\n"
    files = {
        "content/_data/units.yml": UNITS,
        "content/_data/people.yml": PEOPLE,
        "content/_data/groups.yml": GROUPS,
        "content/_data/policy.yml": policy,
        **{f"content/{path}": text for path, text in entries.items()},
    }
    made = portal(folder, files)
    assert not made.faults, made.faults
    return measures(replace(made, as_of=as_of))


def table(folder: Path, measure: str, entries: Mapping[str, str], as_of: date = AS_OF) -> list[str]:
    """The verdicts as lines, without the code where the policy has one measure."""
    return [line(row) for row in rows(folder, measure, entries, as_of)]


def line(row: Row) -> str:
    """`yunze 2026-Q1 met 1 ≥1`, with the pace where there is one."""
    value = "–" if row.value is None else f"{plain(row.value)}"
    pace = f" pace {row.pace}" if row.pace is not None else ""
    return f"{row.subject.id} {row.period} {row.state} {value} {row.limit}{pace}"


def entry(**fields: object) -> str:
    """An entry with these fields."""
    given = {"title": "甲", "date": "2026-01-05"} | fields
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in given.items()) + "---\n"


def session(start: str, **fields: object) -> str:
    """A session of the centre group, of one day."""
    given = {"kind": "centre-study", "host": "centre", "start": start, "topic": "理论", "date": start}
    return entry(**(given | ({} if "hours" in fields else {"days": 1}) | fields))


def notes(person: str, period: str, words: int) -> str:
    """Somebody's notes."""
    return entry(kind="notes", person=person, period=period, words=words)


def report(author: str, date: str, **fields: object) -> str:
    """A research report."""
    return entry(kind="research-report", authors=f"[{author}]", date=date, **fields)
