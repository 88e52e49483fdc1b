"""文章: what it is about and where it appeared."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Article
from yuandi.pages.entry.showing import Showing, facts
from yuandi.pages.parts import WORDS
from yuandi.pages.shown import Shown
from yuandi.pages.words import day, number


def showing(shown: Shown, entry: Entry[Article]) -> Showing:
    """An article with what it is about and where it appeared."""
    record = entry.record
    training, topic = shown.found(record.training, entry), shown.found(record.topic, entry)
    words = WORDS if record.words is None else number(record.words)
    return Showing(
        facts(
            ("所读", record.work),
            ("培训", shown.entry(training) if training else None),
            ("课题", shown.entry(topic) if topic else None),
            ("字数", f"{words} 字"),
            ("发表", _published(record)),
        )
    )


def _published(record: Article) -> str:
    if record.published is None:
        return ""
    parts = (record.published.medium, record.published.level, day(record.published.date))
    return "，".join(part for part in parts if part)
