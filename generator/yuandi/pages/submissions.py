"""Submissions, their deadlines, and what is still missing. Pure.

The deadline of an entry is that of the notice that it answers, else that of the policy's measures with `due`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import Application, Notice
from yuandi.i18n import message
from yuandi.measures import Row as Verdict
from yuandi.measures.applications import last_day
from yuandi.measures.periods import label
from yuandi.page_plan.submissions import Owed, Sent
from yuandi.page_plan.submissions import submissions as planned
from yuandi.pages.entry.showing import cell
from yuandi.pages.parts import Grid, Link, Mark, StateCount
from yuandi.pages.shown import Shown
from yuandi.pages.words import bracketed

ON_TIME = Mark("done", message("按时"))
LATE = Mark("violated", message("迟报"))
MISSING = Mark("overdue", message("未报"))
TO_COME = Mark("coming", message("待报"))
SENDERS = 60
"""The maximum number of senders in the table of sums."""

_STATES = (ON_TIME, LATE, MISSING, TO_COME)


@dataclass(frozen=True, slots=True)
class Submission:
    """Something handed in, or still owed if `sent` is None. `day` is its sort key in the register."""

    day: date
    sent: date | None
    sender: Link | None
    what: Link
    label: str
    due: date | None
    state: Mark | None


def submissions(shown: Shown) -> tuple[Submission, ...]:
    """All submissions, the newest first; those still owed are sorted by deadline."""
    found = (_sent(shown, line) if isinstance(line, Sent) else _owed(shown, line) for line in planned(shown.published))
    return tuple(
        sorted(
            found,
            key=lambda submission: (
                -submission.day.toordinal(),
                submission.what.text,
                submission.sender.text if submission.sender else "",
            ),
        )
    )


def states(found: Iterable[Submission]) -> tuple[StateCount, ...]:
    """The number of submissions in each state."""
    counts = Counter(submission.state for submission in found)
    return tuple(StateCount(state, counts[state]) for state in _STATES if counts[state])


def by_sender(found: Sequence[Submission]) -> Grid | None:
    """The submissions of each sender in the newest year: on time, late and still owed; the most owed first."""
    counts: dict[Link, Counter[Mark | None]] = {}
    for submission in found:
        if submission.sender and submission.day.year == found[0].day.year:
            counts.setdefault(submission.sender, Counter())[submission.state] += 1
    if not any(set(_STATES) & by_state.keys() for by_state in counts.values()):
        return None
    rows = tuple(
        (
            cell(sender),
            cell(str(by_state.total() - by_state[MISSING] - by_state[TO_COME]), is_number=True),
            *(cell(str(by_state[state] or ""), is_number=True) for state in _STATES),
        )
        for sender, by_state in sorted(counts.items(), key=_most_wanted)[:SENDERS]
    )
    heads = (message("报送单位"), message("已报"), *(state.label for state in _STATES))
    return Grid(message("%(year)s年报送情况", year=found[0].day.year), heads, rows)


def _most_wanted(pair: tuple[Link, Counter[Mark | None]]) -> tuple[int, int, str]:
    sender, by_state = pair
    return -by_state[MISSING] - by_state[LATE], -by_state.total(), sender.text


def _sent(shown: Shown, sent: Sent) -> Submission:
    entry, day, row = sent.entry, sent.day, sent.verdict
    by_notice = _due_by_notice(shown, entry, day)
    due = by_notice or (_due_by_measure(entry, row) if row else None)
    is_strict = by_notice is None and row is not None and row.limit.strict
    state = None if due is None else LATE if day > due or (day == due and is_strict) else ON_TIME
    return Submission(
        day=day,
        sent=day,
        sender=_sender(shown, entry),
        what=shown.entry(entry),
        label=shown.label(entry),
        due=due,
        state=state,
    )


def _due_by_notice(shown: Shown, entry: Entry[Any], sent: date) -> date | None:
    """The deadline of the notice that an entry answers: of several, the newest published before the submission."""
    record = entry.record
    related = record.relates if isinstance(record, Application) else ()
    words = (word for word in (record.implements, record.part_of, *related) if word)
    notices = [
        notice
        for notice in shown.found_all(words, entry)
        if isinstance(notice.record, Notice) and notice.record.deadline
    ]
    newest = max(
        (notice for notice in notices if notice.record.date <= sent),
        key=lambda notice: notice.record.date,
        default=None,
    )
    return newest.record.deadline if newest else None


def _due_by_measure(entry: Entry[Any], row: Verdict) -> date | None:
    """The deadline of a measure; for an application, the one of its year, as in SEL003."""
    measure = row.measure.record
    of_year = (
        last_day(measure.due, entry.record.year) if measure.due and isinstance(entry.record, Application) else None
    )
    return of_year or row.limit.due


def _sender(shown: Shown, entry: Entry[Any]) -> Link | None:
    record = entry.record
    if isinstance(record, Application):
        return shown.actor(record.subject, entry)
    return shown.unit(record.unit) or next(iter(shown.actors(record.authors or filter(None, (record.author,)))), None)


def _owed(shown: Shown, owed: Owed) -> Submission:
    row, due = owed.verdict, owed.due
    what = Link(bracketed(row.title, label(row.period)), shown.portal.addresses.measure(row.code))
    state = MISSING if due < shown.as_of else TO_COME
    return Submission(day=due, sent=None, sender=_subject(shown, row), what=what, label="", due=due, state=state)


def _subject(shown: Shown, row: Verdict) -> Link:
    who = row.subject
    return shown.actor(who.id) if who.kind in {"unit", "person", "group"} else Link(who.name)
