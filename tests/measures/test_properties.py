"""What holds of any records: order is nothing, more is never worse, ceilings hold, every pair has one state."""

import random
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from measures.tables import GROUPS, PEOPLE, UNITS, entry, notes, report, session
from portals import portal
from yuandi.base.source import Document
from yuandi.entry_types.data_types.policy import Bounds, Modality, Share
from yuandi.load.entries import read_entry
from yuandi.measures import Row, State, measures
from yuandi.measures.verdict import share_limit, state_of
from yuandi.portal.portal import Portal

SEED = 20261116
AS_OF = date(2026, 3, 31)
FLOORS = """\
measures:
  - {code: F-1, subject: {groups: all}, measure: {count: session}, period: month, min: 1}
  - {code: F-2, subject: {groups: all}, measure: {sum: days, of: session}, period: year, min: 3, since: 2025-02-01}
  - {code: F-3, subject: {people: all}, measure: {sum: words, of: study-record}, period: quarter, min: 900, modality: generally}
  - {code: F-4, subject: {people: {unit: office}}, measure: {count: article}, period: half, min: 2, modality: target}
  - {code: F-5, subject: {units: all}, measure: {distinct: authors, of: article}, period: week, min: 2, modality: about}
  - {code: F-6, subject: {units: all}, measure: {presence: article}, period: quarter, due: "20"}
  - {code: F-7, subject: {units: all}, measure: {count: session}, period: once, min: 4}
"""
CEILINGS = """\
  - {code: C-1, subject: {groups: all}, measure: {count: session}, period: month, max: 2}
  - {code: C-2, subject: {units: all}, measure: {count: article}, period: quarter, range: [1, 2], modality: generally}
  - {code: C-3, subject: {people: all}, measure: {latest: words, of: study-record}, period: year, min: 500}
  - {code: C-4, measure: {ratio: {of: {count: article}, to: {count: session}}}, period: year, min: 50%}
  - {code: C-5, measure: {attest: 由办公室说明}, period: quarter, since: 2025-01-01}
"""
ORDER = {State.MET: 2, State.PENDING: 1, State.NOT_APPLICABLE: 1, State.WARNING: 0, State.VIOLATED: 0}

days = st.integers(0, 800).map(lambda count: (date(2024, 3, 1) + timedelta(days=count)).isoformat())
people = st.sampled_from(["chen-ming", "li-fang", "wang-jun"])
records = st.lists(
    st.one_of(
        st.builds(lambda day, length: ("sessions", session(day, days=length)), days, st.sampled_from([0.5, 1, 2])),
        st.builds(lambda who, day, words: ("records", notes(who, day, words)), people, days, st.integers(0, 1000)),
        st.builds(lambda who, day: ("column", report(who, day)), people, days),
        st.builds(lambda day: ("funds", entry(unit="office", year=2025, amount=5, date=day)), days),
    ),
    max_size=12,
)
Records = list[tuple[str, str]]


@cache
def base(policy: str) -> Portal:
    """A portal without entries."""
    with TemporaryDirectory() as folder:
        data = {"units": UNITS, "people": PEOPLE, "groups": GROUPS, "policy": policy}
        return portal(Path(folder), {f"content/_data/{name}.yml": text for name, text in data.items()})


def made(policy: str, given_records: Records, order: random.Random | None = None) -> Portal:
    """A portal of these records, read in some order."""
    entries = []
    for index, (folder, text) in enumerate(given_records):
        path = f"{folder}/{index:02}.md"
        read = read_entry(path, Document(path, text), True).entry
        assert read
        entries.append(read)
    if order:
        order.shuffle(entries)
    return replace(base(policy), entries=tuple(entries), as_of=AS_OF)


def pairs(rows: tuple[Row, ...]) -> dict[tuple[str, str, str], Row]:
    """Rows by measure, subject and period."""
    return {(row.code, row.subject.id, row.period.text): row for row in rows}


@pytest.mark.slow
@seed(SEED)
@settings(max_examples=60, deadline=None)
@given(records, st.randoms(use_true_random=False))
def test_order_is_nothing(given_records: Records, order: random.Random) -> None:
    """Records read in another order give the same rows."""
    policy = FLOORS + CEILINGS
    assert repr(measures(made(policy, given_records, order))) == repr(measures(made(policy, given_records)))


@pytest.mark.slow
@seed(SEED)
@settings(max_examples=80, deadline=None)
@given(records, records)
def test_more_is_never_worse(before: Records, added: Records) -> None:
    """Where there was data, further records leave the value and the state of a floor as good as they were."""
    old, new = pairs(measures(made(FLOORS, before))), pairs(measures(made(FLOORS, before + added)))
    for key, row in old.items():
        if row.state is State.NO_DATA:
            continue
        later = new[key]
        assert (later.value or 0) >= (row.value or 0)
        assert ORDER[later.state] >= ORDER[row.state]


@seed(SEED)
@settings(max_examples=60, deadline=None)
@given(records)
def test_every_pair_has_one_state(given_records: Records) -> None:
    """No subject and period stands twice under a measure; what has a state has what the state needs."""
    rows = measures(made(FLOORS + CEILINGS, given_records))
    assert len(pairs(rows)) == len(rows)
    for row in rows:
        assert row.state in State
        assert (row.pace is None) or row.state is State.PENDING
        if row.state in {State.VIOLATED, State.WARNING}:
            assert row.value is not None
            assert not (row.limit.reached(row.value) and row.limit.kept(row.value))
        if row.state is State.MET:
            assert row.value is not None
            assert row.limit.reached(row.value)
            assert row.limit.kept(row.value)


@seed(SEED)
@settings(max_examples=500, deadline=None)
@given(st.integers(0, 1000), st.integers(0, 100), st.integers(0, 1000), st.booleans())
def test_shares_never_exceed_their_floor(population: int, percent: int, value: int, at_least_one: bool) -> None:
    """What is met is at most floor(share · population), or one; whole numbers decide, not binary fractions."""
    bounds = Bounds(at_most_share=Share(share=f"{percent}%", of="population"))  # type: ignore[arg-type]  # as YAML has it
    limit = share_limit(bounds, float(population), strict=False, at_least_one=at_least_one)
    state = state_of(float(value), limit, Modality.MUST, is_closed=True, is_partial=False)
    exact = percent * population // 100
    allowed = max(exact, 1) if at_least_one and population else exact
    assert (state is State.MET) == (value <= allowed)


@seed(SEED)
@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.none(), st.floats(0, 20)),
    st.one_of(st.none(), st.integers(0, 20)),
    st.one_of(st.none(), st.integers(0, 20)),
    st.sampled_from(list(Modality)),
    st.booleans(),
    st.booleans(),
)
def test_state_is_total(
    value: float | None, low: int | None, high: int | None, modality: Modality, is_closed: bool, is_partial: bool
) -> None:
    """Every value has a state; nothing that is over is pending; a target is never violated."""
    from yuandi.measures import Limit

    limit = Limit(None if low is None else float(low), None if high is None else float(high))
    state = state_of(value, limit, modality, is_closed=is_closed, is_partial=is_partial)
    assert not (is_closed and state is State.PENDING)
    assert not (modality is Modality.TARGET and state is State.VIOLATED)
    assert not (not is_partial and state is State.NOT_APPLICABLE)
