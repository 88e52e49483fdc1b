"""Printable lists: an honour roll with its applications; a register of what units hand in for a notice."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Application, HonourRoll, Notice
from yuandi.entry_types.kinds import category
from yuandi.i18n import message
from yuandi.i18n.dates import day
from yuandi.page_plan.deadlines import addressed_units
from yuandi.pages.entry.honours import wall
from yuandi.pages.entry.showing import facts
from yuandi.pages.printable.sheet import Column, FormTable, Sheet, numbered
from yuandi.pages.shown import Shown

_FOOT = (message("制表人："), message("审核人："))
_EMPTY = 12


def roll(shown: Shown, entry: Entry[HonourRoll]) -> Sheet:
    """The names by category, revoked ones with the reason; then the applications."""
    record = entry.record
    told = facts(
        (message("称号"), record.award),
        (message("年度"), message("%(year)s 年", year=record.year)),
        (message("决定机构"), shown.actor(record.decided_by).text if record.decided_by else None),
    )
    columns = (
        Column(message("类别")),
        Column(message("名称")),
        Column(message("单位")),
        Column(message("事迹"), "wide"),
        Column(message("备注")),
    )
    rows = [
        (
            part.title,
            honour.name.text,
            honour.unit.text if honour.unit else None,
            honour.reason,
            message("已撤销：%(reason)s", reason=honour.revoked) if honour.revoked else None,
        )
        for part in wall(shown, entry).parts
        for honour in part.honours
    ]
    tables = (numbered(message("获表彰名单"), columns, rows), _applications(shown, entry))
    return Sheet(told, tuple(table for table in tables if table.rows), _FOOT)


def _applications(shown: Shown, entry: Entry[HonourRoll]) -> FormTable:
    """The applications that the roll refers to, and those of its year for the same award."""
    record = entry.record
    named = {
        application.id
        for application in shown.found_all(
            (honoured.application for honoured in record.entries if honoured.application), entry
        )
    }
    applied = sorted(
        (
            application
            for application in shown.counting(Application)
            if application.id in named
            or (application.record.award == record.award and application.record.year == record.year)
        ),
        key=lambda application: (application.record.category, application.record.submitted, application.id),
    )
    rows = [
        (
            shown.actor(application.record.subject).text,
            category(application.record.category),
            application.record.award,
            day(application.record.submitted),
            message("是") if application.id in named else "",
        )
        for application in applied
    ]
    columns = (
        Column(message("申报对象")),
        Column(message("类别")),
        Column(message("申报称号"), "wide"),
        Column(message("报送日期"), "tight"),
        Column(message("是否入选")),
    )
    return numbered(message("申报推荐汇总"), columns, rows)


def submissions(shown: Shown, entry: Entry[Notice]) -> Sheet:
    """A register for the submissions to a notice: a line for each addressed unit."""
    record = entry.record
    told = facts(
        (message("截止日期"), record.deadline),
        (message("发文"), record.doc_number),
        (message("收件"), shown.actor(record.unit or "").text),
    )
    units = addressed_units(shown.portal, record.to)
    columns = (
        Column(message("报送单位")),
        Column(message("报送日期"), "blank"),
        Column(message("报送人"), "blank"),
        Column(message("接收人"), "blank"),
        Column(message("备注"), "blank"),
    )
    rows = [(unit.name, None, None, None, None) for unit in units]
    return Sheet(told, (numbered("", columns, rows, empty=0 if units else _EMPTY),), _FOOT)
