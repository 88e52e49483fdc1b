"""Who belongs where and when, and who a written name means."""

from datetime import date
from pathlib import Path

import pytest

from portals import portal

UNITS = """\
- id: yunze
  name: 云泽市分行
  children:
    - id: heping
      name: 和平支行
      children:
        - {id: heping-gen, name: 综合部}
- {id: far, name: 远郊代办处, parent: heping}
- {id: one, name: 甲, parent: other}
- {id: other, name: 乙, parent: one}
"""
PEOPLE = """\
- {id: chen-ming, name: 陈　明, unit: {2020-01-01: yunze, 2026-03-01: 和平支行}}
- {id: li-fang, name: 李芳}
- {id: wang-wei, name: 王伟}
- {id: wang-wei-2, name: 王伟}
"""
FILES = {"content/_data/units.yml": UNITS, "content/_data/people.yml": PEOPLE}


@pytest.mark.parametrize(
    ("unit", "wanted", "is_within"),
    [
        ("heping", "heping", True), ("heping-gen", "yunze", True), ("far", "yunze", True), ("far", "heping", True),
        ("yunze", "heping", False), ("far", "heping-gen", False), ("one", "other", True), ("one", "yunze", False),
    ],
)  # fmt: skip
def test_unit_is_within_another(unit: str, wanted: str, is_within: bool, tmp_path: Path) -> None:
    """By standing below it or by naming it as parent, at any depth; a circle of parents ends somewhere."""
    found = portal(tmp_path, FILES)
    assert found.belonging.is_within(found.units.by_id[unit], found.units.by_id[wanted]) == is_within


@pytest.mark.parametrize(
    ("person", "day", "unit"),
    [
        ("chen-ming", date(2026, 3, 1), "heping"), ("chen-ming", date(2026, 2, 28), "yunze"),
        ("chen-ming", date(2019, 12, 31), None), ("li-fang", date(2026, 3, 1), None),
    ],
)  # fmt: skip
def test_unit_of_a_person_on_a_day(person: str, day: date, unit: str | None, tmp_path: Path) -> None:
    """The last unit that had begun; none where people.yml does not tell."""
    found = portal(tmp_path, FILES)
    own = found.belonging.unit_of(found.people.by_id[person], day)
    assert (own.id if own else None) == unit


@pytest.mark.parametrize(
    ("word", "who"),
    [("chen-ming", "chen-ming"), ("陈明", "chen-ming"), ("李　芳", "li-fang"), ("王伟", "王伟"), ("许 望舒", "许望舒")],
)
def test_who_is_meant(word: str, who: str, tmp_path: Path) -> None:
    """An id and a name of one person are the same; a name that two share, or nobody has, stands for itself."""
    assert portal(tmp_path, FILES).belonging.who(word) == who
