"""文章与学习资料: what was written, and what there is to read."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Article, Material
from yuandi.pages.entry.showing import Showing, facts
from yuandi.pages.parts import WORDS
from yuandi.pages.shown import Shown
from yuandi.pages.words import day, number


def article(shown: Shown, entry: Entry[Article]) -> Showing:
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


def material(shown: Shown, entry: Entry[Material]) -> Showing:  # noqa: ARG001  # all types are shown by one signature
    """Something to read; its file stands among the attachments."""
    return Showing(facts(("种类", entry.record.kind), ("主题", entry.record.topic)))
