"""通知、公告、公示、决定、通报: deadlines, publicity, subjects."""

from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import Notice
from yuandi.entry_types.notice import Verdict
from yuandi.i18n import message
from yuandi.i18n.dates import between
from yuandi.pages.entry.showing import Showing, blocks, cell, facts
from yuandi.pages.parts import Grid
from yuandi.pages.printable import lists
from yuandi.pages.shown import Shown

sheet = lists.submissions


def showing(shown: Shown, entry: Entry[Notice]) -> Showing:
    """A notice, announcement, decision or circular."""
    record = entry.record
    publicity = record.publicity
    window = between(publicity.start, publicity.end) if publicity else ""
    basis = tuple(shown.entry(target) for target in shown.found_all(record.basis, entry))
    return Showing(
        facts(
            (message("截止日期"), record.deadline),
            (message("公示期"), window),
            (message("联系方式"), publicity.contact if publicity else None),
            (message("根据"), basis),
        ),
        after=blocks(verdicts(shown, entry, message("涉及对象"), record.subjects)),
    )


def verdicts(shown: Shown, entry: Entry[Any], title: str, given: tuple[Verdict, ...]) -> Grid | None:
    """Subjects with their results."""
    rows = tuple((cell(shown.actor(verdict.ref, entry)), cell(verdict.result)) for verdict in given)
    return Grid(title, (message("对象"), message("结果")), rows) if rows else None
