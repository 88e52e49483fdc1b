"""总结: what was done, in figures; problems; next steps."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Summary
from yuandi.i18n import message
from yuandi.pages.entry.showing import Showing, blocks, cell, facts
from yuandi.pages.parts import Grid, Items
from yuandi.pages.shown import Shown


def showing(shown: Shown, entry: Entry[Summary]) -> Showing:  # noqa: ARG001  # all types are shown by one signature
    """What was done, in figures; problems; next steps."""
    record = entry.record
    rows = tuple(
        (
            cell(figure.name),
            cell(f"{figure.value or ''}{' ' + figure.unit if figure.unit else ''}".strip(), is_number=True),
        )
        for figure in record.figures
    )
    return Showing(
        facts((message("时期"), record.period.label)),
        before=blocks(Grid(message("主要数据"), (message("指标"), message("数值")), rows) if rows else None),
        after=blocks(
            Items(message("存在的问题"), record.problems) if record.problems else None,
            Items(message("下一步打算"), record.next) if record.next else None,
        ),
    )
