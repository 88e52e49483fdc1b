"""No policy, however odd, breaks or hangs the check; the presets that come with Yuandi can all be evaluated."""

from pathlib import Path
from time import process_time
from typing import Any

import pytest
import yaml
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from measures.tables import GROUPS, PEOPLE, UNITS, notes, report, rows, session
from portals import report as checked
from yuandi.entry_types import BY_NAME, Session
from yuandi.entry_types.data_types.policy import Bounds, Filter, Measure, PeriodKind, Quantity
from yuandi.load.policy import preset_names

SEED = 20261116
words = st.sampled_from(
    [
        *Session.model_fields, *Quantity.model_fields, *BY_NAME, "attendance.present", "span.months", "a.b.c", ".", "",
        "次数", "学习活动", "department", "office", "1", "30%", "-1", "1e9", "01-15", "+7d", "99-99", "all", "{", "headcount",
    ]
)  # fmt: skip
anything = st.recursive(
    st.one_of(words, st.none(), st.integers(-5, 10**20), st.booleans()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(words, inner, max_size=3)),
    max_leaves=6,
)
quantities = st.one_of(
    anything,
    st.fixed_dictionaries(
        {"of": st.sampled_from(sorted(BY_NAME))},
        optional={
            "sum": words, "count": words, "distinct": words, "latest": words, "by": words, "dated": words,
            "where": st.dictionaries(words, anything, max_size=2), "among": anything,
        },
    ),
    st.fixed_dictionaries({"count": st.sampled_from(sorted(BY_NAME))}, optional={"where": st.dictionaries(words, anything, max_size=2)}),
)  # fmt: skip
subjects = st.one_of(
    anything,
    st.fixed_dictionaries(
        {"units": st.dictionaries(st.sampled_from(sorted(Filter.model_fields)), anything, max_size=2)}
    ),
    st.fixed_dictionaries(
        {"people": st.dictionaries(st.sampled_from(sorted(Filter.model_fields)), anything, max_size=2)}
    ),
)
policies = st.lists(
    st.fixed_dictionaries(
        {"code": st.sampled_from(["A-1", "SEL-01"])},
        optional={
            "subject": subjects,
            "measure": quantities,
            "period": st.one_of(anything, st.sampled_from([kind.value for kind in PeriodKind])),
            "min": anything,
            "range": anything,
            "due": words,
            "since": st.sampled_from(["1900-01-01", "2025-06-01", "2999-01-01", "x"]),
            "at_most_share": st.one_of(anything, st.just({"share": "30%", "of": "headcount"})),
            "cases": st.one_of(anything, st.lists(st.fixed_dictionaries({"subject": subjects, "measure": quantities}), max_size=2)),
        },
    ),
    max_size=2,
)  # fmt: skip
ENTRIES = {
    "content/sessions/a.md": session("2025-03-01", attendance="{expected: 2, present: 1, leave: [li-fang]}"),
    "content/sessions/b.md": session("1900-03-01"),
    "content/records/a.md": notes("li-fang", "2025", 100),
    "content/column/a.md": report("chen-ming", "2025-04-01"),
}
DATA = {"units": UNITS, "people": PEOPLE, "groups": GROUPS}


def files(policy: Any) -> dict[str, str]:
    """A small portal with a policy."""
    data = {**DATA, "policy": yaml.safe_dump(policy, allow_unicode=True)}
    return {**ENTRIES, **{f"content/_data/{name}.yml": text for name, text in data.items()}}


@pytest.mark.slow
@seed(SEED)
@settings(max_examples=250, deadline=None)
@given(policies)
def test_no_policy_breaks_the_check(tmp_path_factory: pytest.TempPathFactory, policy: list[Any]) -> None:
    """Whatever a policy says is a row or a finding, and quickly."""
    began = process_time()
    checked(tmp_path_factory.mktemp("portal"), files({"measures": policy}))
    assert process_time() - began < 5


@pytest.mark.parametrize("name", preset_names())
def test_presets_can_be_evaluated(name: str, tmp_path: Path) -> None:
    """Every measure of every preset means something in a portal that has none of its kinds."""
    found = checked(tmp_path, files({"extends": [name]}))
    assert not [one for one in found.findings if one.code.startswith(("POL", "FM"))]
    assert rows(tmp_path / "again", f"extends: [{name}]\n", {})


def test_a_case_may_have_every_bound_of_a_measure() -> None:
    """What is asked for is said in the same words in a measure and in its cases."""
    from yuandi.entry_types.data_types.policy import Case

    assert set(Bounds.model_fields) <= set(Case.model_fields) & set(Measure.model_fields)
