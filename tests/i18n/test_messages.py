"""Words of the interface as values: Chinese text that can be said in English."""

from datetime import date, datetime

import pytest

from yuandi.entry_types.dates import to_period
from yuandi.i18n import Message, clauses, in_context, listed, message, say
from yuandi.i18n.dates import between, clock, day, day_or_time, month, short_month, when, year
from yuandi.incremental.serialise import pickled, unpickled
from yuandi.incremental.store import sealed
from yuandi.pages.dossier.table import sentence
from yuandi.pages.words import Amount, bracketed, length


@pytest.mark.parametrize(
    ("words", "chinese", "english"),
    [
        (message("归档"), "归档", "Archive"),
        (message("%(count)s 件", count=1), "1 件", "1 item"),
        (message("%(count)s 件", count=2), "2 件", "2 items"),
        (message("%(count)s 件", count=0), "0 件", "0 items"),
        (length(None, 1), "1 天", "1 day"),
        (length(None, 2), "2 天", "2 days"),
        (length(1.5, None), "1.5 学时", "1.5 hours"),
        (length(2, 1), "2 学时，1 天", "2 hours, 1 day"),
        (message("%(count)s 字", count=Amount(12000)), "12,000 字", "12,000 characters"),
        (message("%(count)s 字", count="\ue000"), "\ue000 字", "\ue000 characters"),
        (message("%(title)s（第 %(page)s 页）", title=message("归档"), page=2), "归档（第 2 页）", "Archive (page 2)"),
        (bracketed("归档", message("任务")), "归档（任务）", "归档 (Task)"),
        (listed(("甲", "乙")), "甲、乙", "甲, 乙"),
        (clauses(("", message("归档"), "")), "归档", "Archive"),
        (clauses(()), "", ""),
        (sentence((message("共 %(count)s 次", count=1), length(2, None))), "共 1 次，2 学时。", "1 in all, 2 hours."),
        (in_context("many", "任务"), "任务", "Tasks"),
        (message("任务"), "任务", "Task"),
    ],
)
def test_messages(words: str, chinese: str, english: str) -> None:
    """A message is its Chinese text; in English it has plural forms, and so have the messages in it."""
    assert (words, say(words, "zh"), say(words, "en")) == (chinese, chinese, english)


def test_dates() -> None:
    """As each language writes them."""
    moment, end = datetime(2026, 3, 5, 14, 30), datetime(2026, 3, 5, 16, 0)
    told = [
        (day(date(2026, 3, 5)), "2026年3月5日", "5 March 2026"),
        (day(None), "", ""),
        (month(date(2026, 3, 5)), "2026年3月", "March 2026"),
        (year(2026), "2026年", "2026"),
        (short_month(12), "12月", "Dec"),
        (between(date(2026, 3, 5), date(2026, 4, 1)), "2026年3月5日至2026年4月1日", "5 March 2026 – 1 April 2026"),
        (day_or_time(datetime(2026, 3, 5)), "2026年3月5日（星期四）", "Thursday, 5 March 2026"),
        (when(moment, end), "2026年3月5日（星期四）14:30—16:00", "Thursday, 5 March 2026, 14:30–16:00"),
        (when(datetime(2026, 3, 5), end), "2026年3月5日（星期四）至16:00", "Thursday, 5 March 2026 to 16:00"),
        (clock(moment, end), "14:30—16:00", "14:30–16:00"),
        (clock(moment, datetime(2026, 4, 6)), "14:30至4月6日", "14:30 to 6 April"),
        (clock(datetime(2026, 3, 5), datetime(2026, 4, 6)), "至4月6日", "to 6 April"),
        (clock(datetime(2026, 3, 5), None), "", ""),
    ]
    assert [(words, say(words, "en")) for words, _, _ in told] == [(chinese, english) for _, chinese, english in told]


@pytest.mark.parametrize(
    ("period", "chinese", "english"),
    [
        ("2026", "2026年", "2026"),
        ("2026-H1", "2026年上半年", "First half of 2026"),
        ("2026-Q3", "2026年第三季度", "Third quarter of 2026"),
        ("2026-W09", "2026年第9周", "Week 9, 2026"),
        ("2026-03", "2026年3月", "March 2026"),
        ("2026-03-05", "2026年3月5日", "5 March 2026"),
    ],
)
def test_periods(period: str, chinese: str, english: str) -> None:
    """A period by its name."""
    label = to_period(period).label
    assert (label, say(label, "en")) == (chinese, english)


def test_what_is_no_message_stays_as_it_is() -> None:
    """A title or a name that reads like a label is no label."""
    assert say("归档", "en") == "归档"
    assert say(bracketed("通知", "公告"), "en") == "通知 (公告)"


@pytest.mark.parametrize("words", [message("归档"), length(2, 1), in_context("many", "任务"), day(date(2026, 3, 5))])
def test_a_kept_message_is_the_same_again(words: Message) -> None:
    """Between builds a message is kept with all that it needs to be said; one without arguments is one object."""
    again = unpickled(sealed(pickled(words)))
    assert (again, type(again), say(again, "en")) == (words, type(words), say(words, "en"))
    assert again is words or words.arguments or say(words, "zh") != words.id


def test_a_language_without_a_catalogue_has_chinese() -> None:
    """Nothing is looked up for it."""
    assert say(message("归档"), "fr") == "归档"
