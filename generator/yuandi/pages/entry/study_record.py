"""学习记录: the individual study of one person, or a table of several."""

from yuandi.base.slugs import bare
from yuandi.content.entry import Entry
from yuandi.entry_types import StudyRecord
from yuandi.entry_types.dates import to_period
from yuandi.entry_types.fields import shape_of
from yuandi.entry_types.study_record import StudyRow
from yuandi.i18n import message
from yuandi.i18n.dates import day
from yuandi.pages.entry.showing import Showing, any_of, blocks, cell, facts
from yuandi.pages.parts import Grid, Items
from yuandi.pages.shown import Shown
from yuandi.pages.words import Amount, book_title


def showing(shown: Shown, entry: Entry[StudyRecord]) -> Showing:
    """A record of self-study, notes, reading or field days."""
    record = entry.record
    checks = tuple((cell(shown.actor(check.by)), cell(day(check.date)), cell(check.result)) for check in record.checks)
    return Showing(
        facts(
            (message("记录人"), shown.actor(record.person) if record.person else None),
            (message("时期"), record.period.label),
            (
                message("学时"),
                message("%(count)s 学时", count=Amount(record.hours)) if record.hours is not None else None,
            ),
            (
                message("字数"),
                message("%(count)s 字", count=Amount(record.words)) if record.words is not None else None,
            ),
            (message("天数"), message("%(count)s 天", count=Amount(record.days)) if record.days is not None else None),
        ),
        after=blocks(
            Items(message("所读书目"), tuple(book_title(bare(book)) for book in record.books))
            if record.books
            else None,
            _table(shown, entry),
            Grid(message("检查记录"), (message("检查人"), message("日期"), message("结果")), checks)
            if checks
            else None,
        ),
    )


def _table(shown: Shown, entry: Entry[StudyRecord]) -> Grid | None:
    """The CSV of several persons and periods; empty columns are left out."""
    name = entry.record.csv
    table = shown.portal.tables.get(shown.file(entry, name)) if name else None
    if not table or not table.rows:
        return None
    heads = {key: message(shape.chinese) for key, shape in shape_of(StudyRow).fields.items()}
    kept = [key for key in table.header if any_of(row.get(key) for _, row in table.rows)]
    rows = tuple(
        tuple(
            cell(shown.actor(row.get(key, "")))
            if key == "person"
            else cell(
                _period(row.get(key, "")) if key == "period" else row.get(key),
                is_number=key in {"hours", "words", "days"},
            )
            for key in kept
        )
        for _, row in table.rows
    )
    return Grid(message("登记表"), tuple(heads.get(key, key) for key in kept), rows)


def _period(word: str) -> str:
    try:
        return to_period(word).label
    except ValueError:
        return word
