"""Chapters of work: plans, tasks, articles, projects, what was issued, inspections and circulars, funds."""

from collections.abc import Sequence

from yuandi.entry_types import LectureSeries, PersonalPlan, Project
from yuandi.facts.dossiers import Filed
from yuandi.i18n import in_context, listed, message
from yuandi.i18n.dates import between, day
from yuandi.pages.dossier.table import Section, sentence, table
from yuandi.pages.entry import personal_plan
from yuandi.pages.entry.showing import cell
from yuandi.pages.organisation.standing import span_of, span_state
from yuandi.pages.parts import Bar, Bars, Block
from yuandi.pages.shown import Shown
from yuandi.pages.timeline import state_of
from yuandi.pages.words import money, number


def plans(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """A person's own plan in full; the plans and series of a unit or group in a list."""
    own = [one for one in given if isinstance(one.entry.record, PersonalPlan)]
    others = [one for one in given if not isinstance(one.entry.record, PersonalPlan)]
    made: list[Block] = [block for one in own for block in personal_plan.showing(shown, one.entry).before]
    rows = [
        (
            shown.entry(one.entry),
            shown.label(one.entry),
            between(*span_of(one.entry)),
            cell(None, mark=span_state(*span_of(one.entry), shown.as_of)),
        )
        for one in sorted(others, key=lambda one: (span_of(one.entry), one.entry.id))
    ]
    if rows:
        made.append(
            table(message("方案与系列"), (message("名称"), message("种类"), message("起止"), message("进展")), rows)
        )
    series = sum(isinstance(one.entry.record, LectureSeries) for one in others)
    counts = (
        (message("个人计划 %(count)s 份"), len(own)),
        (message("方案和计划 %(count)s 件"), len(others) - series),
        (message("讲座系列 %(count)s 个"), series),
    )
    said = sentence(words.fill(count=count) for words, count in counts if count)
    return Section(message("计划与方案"), len(given), said, tuple(made))


def tasks(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Tasks from plans, with how they stand."""
    ordered = sorted(given, key=lambda one: (one.part.due or one.entry.record.span.end, one.part.title))
    rows = [
        (
            one.part.title,
            day(one.part.due),
            day(one.part.done),
            shown.entry(one.entry),
            cell(None, mark=state_of(one.part.due, one.part.done, shown.as_of)),
        )
        for one in ordered
    ]
    done = sum(one.part.done is not None and one.part.done <= shown.as_of for one in given)
    heads = (message("任务"), message("期限"), message("完成"), message("出自"), message("进展"))
    return Section(
        message("承担任务"),
        len(given),
        sentence((message("共 %(count)s 项", count=len(given)), message("已完成 %(count)s 项", count=done))),
        (table(message("承担任务"), heads, rows),),
    )


def written(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Articles, with where they appeared."""
    rows = [
        (
            shown.entry(one.entry),
            day(one.entry.record.date),
            one.entry.record.kind.message,
            shown.actors(one.entry.record.authors),
            cell(number(one.entry.record.words), is_number=True),
            one.entry.record.published.medium if one.entry.record.published else "",
        )
        for one in _by_date(given)
    ]
    heads = (message("题目"), message("日期"), message("种类"), message("作者"), message("字数"), message("发表"))
    published = sum(one.entry.record.published is not None for one in given)
    said = sentence(
        (
            message("共 %(count)s 篇", count=len(given)),
            message("发表 %(count)s 篇", count=published) if published else "",
        )
    )
    return Section(in_context("many", "文章"), len(given), said, (table(in_context("many", "文章"), heads, rows),))


def projects(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Projects with the part that somebody had, each once."""
    roles: dict[str, list[str]] = {}
    entries = {one.entry.id: one.entry for one in given}
    for one in given:
        roles.setdefault(one.entry.id, []).append(one.role)
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
    done = sum(one.done is not None and one.done <= shown.as_of for one in record.milestones)
    return message("完成 %(done)s/%(all)s", done=done, all=len(record.milestones)) if record.milestones else ""


def issued(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """What was published: notices, regulations, briefs, news and the rest."""
    rows = [
        (shown.entry(one.entry), day(one.entry.record.date), shown.label(one.entry), one.entry.record.doc_number or "")
        for one in _by_date(given)
    ]
    counts: dict[str, int] = {}
    for one in given:
        counts[one.entry.type.message] = counts.get(one.entry.type.message, 0) + 1
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
    """Inspections made, and what inspections and circulars say of the subject."""
    rows = [
        (
            shown.entry(one.entry),
            day(one.entry.record.date),
            one.role or shown.label(one.entry),
            one.part.result if one.part is not None else "",
        )
        for one in _by_date(given)
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
    """Money set aside, and what it was spent on."""
    spent = [one for filed in given for one in filed.entry.record.spent]
    amount = sum(one.entry.record.amount for one in given)
    total = sum(one.amount for one in spent)
    whole = max(amount, total, 0.01)
    bars = tuple(
        Bar(one.purpose, money(one.amount, one.amount / whole), round(100 * one.amount / whole, 1)) for one in spent
    )
    rows = [(shown.entry(one.entry), cell(money(one.entry.record.amount), is_number=True)) for one in given]
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
    return sorted(given, key=lambda one: (one.entry.record.date, one.entry.id))
