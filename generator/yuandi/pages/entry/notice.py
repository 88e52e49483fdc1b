"""通知、简报、信息: deadlines, publicity, subjects; what a brief reports and to whom it goes."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Brief, News, Notice
from yuandi.entry_types.notice import Verdict
from yuandi.pages.entry.showing import Showing, blocks, cell, facts
from yuandi.pages.parts import Fact, Grid, Link, Rows
from yuandi.pages.shown import Shown
from yuandi.pages.words import day


def notice(shown: Shown, entry: Entry[Notice]) -> Showing:
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


def verdicts(shown: Shown, entry: Entry[Notice], title: str, given: tuple[Verdict, ...]) -> Grid | None:
    """Subjects with what was found of them."""
    rows = tuple((cell(shown.actor(one.ref, entry)), cell(one.result)) for one in given)
    return Grid(title, ("对象", "结果"), rows) if rows else None


def brief(shown: Shown, entry: Entry[Brief]) -> Showing:
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


def news(shown: Shown, entry: Entry[News]) -> Showing:
    """What a unit sent in, and the brief that took it."""
    adopted = shown.found(entry.record.adopted_in, entry)
    link: Link | None = shown.entry(adopted) if adopted else None
    return Showing(facts(("报送日期", entry.record.submitted), ("采用", link)))
