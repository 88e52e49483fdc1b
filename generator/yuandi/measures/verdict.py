"""A value and its limit → the state, and the pace of an open period."""

from datetime import date
from math import ceil, floor

from yuandi.entry_types.data_types.policy import Bounds, Modality
from yuandi.entry_types.dates import Period
from yuandi.measures.rows import Limit, State


def state_of(value: float | None, limit: Limit, modality: Modality, *, is_closed: bool, is_partial: bool) -> State:
    """The state of a value. `is_partial`: only a part of the period is under the measure."""
    if limit.is_empty:
        return State.NO_DATA
    if value is None:
        return State.NO_DATA if is_closed else State.PENDING
    failed = State.WARNING if modality in {Modality.GENERALLY, Modality.TARGET} else State.VIOLATED
    if not limit.kept(value):
        return State.PENDING if modality is Modality.TARGET and not is_closed else failed
    if limit.reached(value):
        return State.MET if is_closed or limit.low is not None else State.PENDING
    if not is_closed:
        return State.PENDING
    return State.NOT_APPLICABLE if is_partial else failed


def pace_of(low: float, period: Period, closes: date, as_of: date) -> float | None:
    """The value expected by today at an even pace."""
    whole = (closes - period.first).days + 1
    gone = (as_of - period.first).days + 1
    return round(low * min(1.0, gone / whole), 2) if whole > 0 else None


def share_limit(bounds: Bounds, population: float | None, *, strict: bool, at_least_one: bool) -> Limit:
    """A ceiling is `floor(share · population)`, at least 1 if a policy has `at_least_one`; a floor is not rounded.

    Without a population there is no bound.
    """
    share = bounds.at_most_share or bounds.at_least_share
    if share is None or population is None:
        return Limit(strict=strict)
    exact = round(share.share * population, 9)
    if bounds.at_most_share is None:
        return Limit(low=float(ceil(exact)), strict=strict)
    least = 1.0 if at_least_one and population else 0.0
    return Limit(high=max(least, float(floor(exact))), strict=strict)
