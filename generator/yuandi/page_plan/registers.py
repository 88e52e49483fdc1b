"""Boards that are tables with a line for each thing: what is due, what was handed in, the columns."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from yuandi.page_plan.deadlines import Deadline, deadlines
from yuandi.page_plan.planned import Listed, cut
from yuandi.page_plan.published import Published
from yuandi.page_plan.submissions import submissions

LINES = 100
"""At most this many lines stand on one page."""

WEEKS = timedelta(weeks=6)
"""What is due later than this is on no board yet."""

DUE, SUBMISSIONS, COLUMNS = "deadlines", "submissions", "columns"


@dataclass(frozen=True, slots=True)
class RegisterPage(Listed[int]):
    """A page of a register. The items are the places of its lines: their order follows the words of the table."""

    name: str


def due(published: Published) -> tuple[Deadline, ...]:
    """What is due within the next weeks, or late."""
    last = published.as_of + WEEKS
    return tuple(deadline for deadline in deadlines(published) if not deadline.done and deadline.day <= last)


def planned_registers(published: Published) -> Iterator[RegisterPage]:
    """The pages of the registers that have a line."""
    counts = {
        DUE: len(due(published)),
        SUBMISSIONS: len(submissions(published)),
        COLUMNS: len(published.portal.columns.by_id),
    }
    for name, count in counts.items():
        if count:
            for part in cut(range(count), LINES, partial(published.portal.addresses.board, name)):
                yield RegisterPage(part, name)
