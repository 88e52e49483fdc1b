"""通知、公告、公示、决定、通报: deadlines, publicity, subjects."""

from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import Notice
from yuandi.entry_types.notice import Verdict
from yuandi.pages.entry.showing import Showing, blocks, cell, facts
from yuandi.pages.parts import Grid
from yuandi.pages.printable import lists
from yuandi.pages.shown import Shown
from yuandi.pages.words import day

sheet = lists.submissions


def showing(shown: Shown, entry: Entry[Notice]) -> Showing:
    """A notice, announcement, decision or circular."""
    record = entry.record
    publicity = record.publicity
    window = f"{day(publicity.start)}至{day(publicity.end)}" if publicity else ""
    basis = tuple(shown.entry(target) for target in shown.found_all(record.basis, entry))
    return Showing(
        facts(
            ("截止日期", record.deadline),
            ("公示期", window),
            ("联系方式", publicity.contact if publicity else None),
            ("根据", basis),
        ),
        after=blocks(verdicts(shown, entry, "涉及对象", record.subjects)),
    )


def verdicts(shown: Shown, entry: Entry[Any], title: str, given: tuple[Verdict, ...]) -> Grid | None:
    """Subjects with what was found of them."""
    rows = tuple((cell(shown.actor(one.ref, entry)), cell(one.result)) for one in given)
    return Grid(title, ("对象", "结果"), rows) if rows else None
