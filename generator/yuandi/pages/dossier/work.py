"""Chapters of work: plans, tasks, articles, projects, published documents, inspections and circulars, funds."""

from collections.abc import Sequence

from yuandi.entry_types import LectureSeries, PersonalPlan, Project
from yuandi.facts.dossiers import Filed
from yuandi.i18n import in_context, listed, message
from yuandi.i18n.dates import between, day
from yuandi.pages.dossier.table import Section, sentence, table
from yuandi.pages.entry import personal_plan
from yuandi.pages.entry.showing import cell
from yuandi.pages.organisation.subject_blocks import span_of, span_state
from yuandi.pages.parts import Bar, Bars, Block
from yuandi.pages.shown import Shown
from yuandi.pages.timeline import state_of
from yuandi.pages.words import money, number


def plans(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """A person's own plan in full; the plans and series of a unit or group in a list."""
    own = [filed for filed in given if isinstance(filed.entry.record, PersonalPlan)]
    others = [filed for filed in given if not isinstance(filed.entry.record, PersonalPlan)]
    made: list[Block] = [block for filed in own for block in personal_plan.showing(shown, filed.entry).before]
    rows = [
        (
            shown.entry(filed.entry),
            shown.label(filed.entry),
            between(*span_of(filed.entry)),
            cell(None, mark=span_state(*span_of(filed.entry), shown.as_of)),
        )
        for filed in sorted(others, key=lambda filed: (span_of(filed.entry), filed.entry.id))
    ]
    if rows:
        made.append(
            table(message("方案与系列"), (message("名称"), message("种类"), message("起止"), message("进展")), rows)
        )
    series = sum(isinstance(filed.entry.record, LectureSeries) for filed in others)
    counts = (
        (message("个人计划 %(count)s 份"), len(own)),
        (message("方案和计划 %(count)s 件"), len(others) - series),
        (message("讲座系列 %(count)s 个"), series),
    )
    said = sentence(words.fill(count=count) for words, count in counts if count)
    return Section(message("计划与方案"), len(given), said, tuple(made))


def tasks(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Tasks from plans, with their state."""
    ordered = sorted(given, key=lambda filed: (filed.part.due or filed.entry.record.span.end, filed.part.title))
    rows = [
        (
            filed.part.title,
            day(filed.part.due),
            day(filed.part.done),
            shown.entry(filed.entry),
            cell(None, mark=state_of(filed.part.due, filed.part.done, shown.as_of)),
        )
        for filed in ordered
    ]
    done = sum(filed.part.done is not None and filed.part.done <= shown.as_of for filed in given)
    heads = (message("任务"), message("期限"), message("完成"), message("出自"), message("进展"))
    return Section(
        message("承担任务"),
        len(given),
        sentence((message("共 %(count)s 项", count=len(given)), message("已完成 %(count)s 项", count=done))),
        (table(message("承担任务"), heads, rows),),
    )


def written(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Articles, with where they were published."""
    rows = [
        (
            shown.entry(filed.entry),
            day(filed.entry.record.date),
            filed.entry.record.kind.message,
            shown.actors(filed.entry.record.authors),
            cell(number(filed.entry.record.words), is_number=True),
            filed.entry.record.published.medium if filed.entry.record.published else "",
        )
        for filed in _by_date(given)
    ]
    heads = (message("题目"), message("日期"), message("种类"), message("作者"), message("字数"), message("发表"))
    published = sum(filed.entry.record.published is not None for filed in given)
    said = sentence(
        (
            message("共 %(count)s 篇", count=len(given)),
            message("发表 %(count)s 篇", count=published) if published else "",
        )
    )
    return Section(in_context("many", "文章"), len(given), said, (table(in_context("many", "文章"), heads, rows),))


def projects(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Projects with the subject's roles, each project once."""
    roles: dict[str, list[str]] = {}
    entries = {filed.entry.id: filed.entry for filed in given}
    for filed in given:
        roles.setdefault(filed.entry.id, []).append(filed.role)
    rows = [
        (
            shown.entry(entry),
            listed(roles[entry.id]),
            between(entry.record.span.start, entry.record.span.end),
            _milestones(shown, entry.record),
            cell(None, mark=span_state(*span_of(entry), shown.as_of)),
        )
        for entry in sorted(entries.values(), key=lambda entry: (entry.record.span.start, entry.id))
    ]
    heads = (message("课题"), message("身份"), message("起止"), message("节点"), message("进展"))
    return Section(
        in_context("many", "行动学习课题"),
        len(rows),
        sentence((message("共 %(count)s 项", count=len(rows)),)),
        (table(in_context("many", "行动学习课题"), heads, rows),),
    )


def _milestones(shown: Shown, record: Project) -> str:
    done = sum(milestone.done is not None and milestone.done <= shown.as_of for milestone in record.milestones)
    return message("完成 %(done)s/%(all)s", done=done, all=len(record.milestones)) if record.milestones else ""


def issued(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Published entries: notices, regulations, briefs, news and other types."""
    rows = [
        (
            shown.entry(filed.entry),
            day(filed.entry.record.date),
            shown.label(filed.entry),
            filed.entry.record.doc_number or "",
        )
        for filed in _by_date(given)
    ]
    counts: dict[str, int] = {}
    for filed in given:
        counts[filed.entry.type.message] = counts.get(filed.entry.type.message, 0) + 1
    said = sentence(
        (
            message("共 %(count)s 件", count=len(given)),
            *(message("%(type)s %(count)s 件", type=label, count=count) for label, count in counts.items()),
        )
    )
    return Section(
        message("发布的文件与信息"),
        len(given),
        said,
        (
            table(
                message("发布的文件与信息"), (message("标题"), message("日期"), message("种类"), message("文号")), rows
            ),
        ),
    )


def circulars(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Inspections that the subject made, and the findings of inspections and circulars about the subject."""
    rows = [
        (
            shown.entry(filed.entry),
            day(filed.entry.record.date),
            filed.role or shown.label(filed.entry),
            filed.part.result if filed.part is not None else "",
        )
        for filed in _by_date(given)
    ]
    said = sentence((message("共 %(count)s 次", count=len(given)),))
    return Section(
        message("检查与通报"),
        len(given),
        said,
        (
            table(
                message("检查与通报"), (message("文件"), message("日期"), message("种类或身份"), message("结果")), rows
            ),
        ),
    )


def funded(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Funds set aside, and what they were spent on."""
    spent = [spending for filed in given for spending in filed.entry.record.spent]
    amount = sum(filed.entry.record.amount for filed in given)
    total = sum(spending.amount for spending in spent)
    whole = max(amount, total, 0.01)
    bars = tuple(
        Bar(spending.purpose, money(spending.amount, spending.amount / whole), round(100 * spending.amount / whole, 1))
        for spending in spent
    )
    rows = [(shown.entry(filed.entry), cell(money(filed.entry.record.amount), is_number=True)) for filed in given]
    blocks: tuple[Block, ...] = (
        table(in_context("many", "经费"), (message("文件"), message("提取金额")), rows),
        *((Bars(message("支出"), bars),) if bars else ()),
    )
    said = sentence(
        (
            message("提取 %(amount)s 元", amount=number(amount)),
            message("支出 %(amount)s 元", amount=number(total)) if spent else "",
        )
    )
    return Section(in_context("many", "经费"), len(given), said, blocks)


def _by_date(given: Sequence[Filed]) -> list[Filed]:
    return sorted(given, key=lambda filed: (filed.entry.record.date, filed.entry.id))
