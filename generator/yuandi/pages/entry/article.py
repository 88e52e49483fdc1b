"""文章: its subject and where it was published."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Article
from yuandi.i18n import clauses, message
from yuandi.i18n.dates import day
from yuandi.pages.entry.showing import Showing, facts
from yuandi.pages.parts import WORDS
from yuandi.pages.shown import Shown
from yuandi.pages.words import Amount


def showing(shown: Shown, entry: Entry[Article]) -> Showing:
    """An article with its subject and where it was published."""
    record = entry.record
    training, topic = shown.found(record.training, entry), shown.found(record.topic, entry)
    words = WORDS if record.words is None else Amount(record.words)
    return Showing(
        facts(
            (message("所读"), record.work),
            (message("培训"), shown.entry(training) if training else None),
            (message("课题"), shown.entry(topic) if topic else None),
            (message("字数"), message("%(count)s 字", count=words)),
            (message("发表"), _published(record)),
        )
    )


def _published(record: Article) -> str:
    if record.published is None:
        return ""
    return clauses((record.published.medium, record.published.level or "", day(record.published.date)))
