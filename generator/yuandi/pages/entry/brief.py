"""简报: its number, its items, and its distribution."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Brief
from yuandi.i18n import listed, message
from yuandi.pages.entry.showing import Showing, blocks, facts
from yuandi.pages.parts import Fact, Rows
from yuandi.pages.shown import Shown
from yuandi.pages.words import bracketed


def showing(shown: Shown, entry: Entry[Brief]) -> Showing:
    """A brief: its number, its items, and its distribution."""
    record = entry.record
    number = message("%(year)s年第%(issue)s期", year=record.date.year, issue=record.issue)
    total = message("总第%(issue)s期", issue=record.total_issue) if record.total_issue else ""
    items = shown.found_all(record.items, entry)
    return Showing(
        _distribution(entry),
        after=blocks(Rows(message("本期条目"), shown.rows(items)) if items else None),
        head=record.series,
        number=bracketed(number, total) if total else number,
    )


def _distribution(entry: Entry[Brief]) -> tuple[Fact, ...]:
    sent = entry.record.distribution
    if sent is None:
        return ()
    return facts(
        (message("报"), listed(sent.report)), (message("送"), listed(sent.send)), (message("发"), listed(sent.issue))
    )
