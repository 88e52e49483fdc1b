"""简报: its number, what it reports, and to whom it goes."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Brief
from yuandi.pages.entry.showing import Showing, blocks, facts
from yuandi.pages.parts import Fact, Rows
from yuandi.pages.shown import Shown


def showing(shown: Shown, entry: Entry[Brief]) -> Showing:
    """A brief: its number, what it reports, and its distribution."""
    record = entry.record
    total = f"（总第{record.total_issue}期）" if record.total_issue else ""
    year = record.date.year
    items = shown.found_all(record.items, entry)
    return Showing(
        _distribution(entry),
        after=blocks(Rows("本期条目", shown.rows(items)) if items else None),
        head=record.series,
        number=f"{year}年第{record.issue}期{total}",
    )


def _distribution(entry: Entry[Brief]) -> tuple[Fact, ...]:
    sent = entry.record.distribution
    if sent is None:
        return ()
    return facts(("报", "、".join(sent.report)), ("送", "、".join(sent.send)), ("发", "、".join(sent.issue)))
