"""Paths of fields: through mappings and lists, to what is given."""

import pytest

from yuandi.entry_types.paths import has_field, values_at
from yuandi.entry_types.plan import Plan

PLAN = Plan.model_validate(
    {
        "type": "plan",
        "title": "年度计划",
        "date": "2026-01-05",
        "span": {"from": "2026-01-05", "to": "2026-12-31"},
        "groups": ["one", "two"],
        "phases": [
            {
                "name": "启动",
                "from": "2026-01-05",
                "to": "2026-03-31",
                "milestones": [{"name": "动员"}, {"name": "方案"}],
            },
            {"name": "实施", "from": "2026-04-01", "to": "2026-12-31", "milestones": [{"name": "检查"}]},
        ],
    }
)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("title", ["年度计划"]),
        ("groups", ["one", "two"]),
        ("phases.milestones.name", ["动员", "方案", "检查"]),
        ("phases.milestones.due", []),
        ("unit", []),
        ("nothing.at.all", []),
    ],
)
def test_values_at_a_path(path: str, found: list[str]) -> None:
    """Lists are gone through at every depth; what is not given is not there."""
    assert list(values_at(PLAN, path)) == found


def test_the_empty_path_is_the_whole() -> None:
    """As `SELF` says it."""
    assert list(values_at(PLAN, "")) == [PLAN]


def test_rows_of_tables_have_paths_too() -> None:
    """A row answers for any of its columns; an empty cell gives nothing."""
    row = {"person": "li-fang", "period": ""}
    assert list(values_at(row, "person")) == ["li-fang"]
    assert list(values_at(row, "period")) == []
    assert has_field(row, "hours")
    assert has_field(PLAN, "span.start")
    assert not has_field(PLAN, "hours")
