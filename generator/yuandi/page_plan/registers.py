"""Boards that are tables with a line for each item: deadlines, submissions, columns."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from yuandi.page_plan.deadlines import Deadline, deadlines
from yuandi.page_plan.planned_page import Listed, cut
from yuandi.page_plan.published import Published
from yuandi.page_plan.submissions import submissions

LINES = 100
"""The maximum number of lines on a page."""

WEEKS = timedelta(weeks=6)
"""Boards omit what is due later than this."""

DUE, SUBMISSIONS, COLUMNS = "deadlines", "submissions", "columns"


@dataclass(frozen=True, slots=True)
class RegisterPage(Listed[int]):
    """A page of a register. The items are the indices of its lines: the words of the table decide their order."""

    name: str


def due(published: Published) -> tuple[Deadline, ...]:
    """Deadlines within the next weeks, and late ones."""
    last = published.as_of + WEEKS
    return tuple(deadline for deadline in deadlines(published) if not deadline.done and deadline.day <= last)


def planned_registers(published: Published) -> Iterator[RegisterPage]:
    """The pages of the registers with at least one line."""
    counts = {
        DUE: len(due(published)),
        SUBMISSIONS: len(submissions(published)),
        COLUMNS: len(published.portal.columns.by_id),
    }
    for name, count in counts.items():
        if count:
            for part in cut(range(count), LINES, partial(published.portal.addresses.board, name)):
                yield RegisterPage(part, name)
