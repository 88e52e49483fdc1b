"""Chapters of work: plans, tasks, articles, projects, what was issued, inspections and circulars, funds."""

from collections.abc import Sequence

from yuandi.entry_types import LectureSeries, PersonalPlan, Project
from yuandi.facts.dossiers import Filed
from yuandi.pages.dossier.table import Section, sentence, table
from yuandi.pages.entry import personal_plan
from yuandi.pages.entry.showing import cell
from yuandi.pages.organisation.standing import span_of, span_state
from yuandi.pages.parts import Bar, Bars, Block
from yuandi.pages.shown import Shown
from yuandi.pages.timeline import state_of
from yuandi.pages.words import day, number


def plans(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """A person's own plan in full; the plans and series of a unit or group in a list."""
    own = [one for one in given if isinstance(one.entry.record, PersonalPlan)]
    others = [one for one in given if not isinstance(one.entry.record, PersonalPlan)]
    made: list[Block] = [block for one in own for block in personal_plan.showing(shown, one.entry).before]
    rows = [
        (
            shown.entry(one.entry),
            shown.label(one.entry),
            f"{day(span_of(one.entry)[0])}至{day(span_of(one.entry)[1])}",
            cell(None, mark=span_state(*span_of(one.entry), shown.as_of)),
        )
        for one in sorted(others, key=lambda one: (span_of(one.entry), one.entry.id))
    ]
    if rows:
        made.append(table("方案与系列", ("名称", "种类", "起止", "进展"), rows))
    series = sum(isinstance(one.entry.record, LectureSeries) for one in others)
    counts = (("个人计划 {} 份", len(own)), ("方案和计划 {} 件", len(others) - series), ("讲座系列 {} 个", series))
    said = sentence(words.format(count) for words, count in counts if count)
    return Section("计划与方案", len(given), said, tuple(made))


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
    heads = ("任务", "期限", "完成", "出自", "进展")
    return Section(
        "承担任务",
        len(given),
        sentence((f"共 {len(given)} 项", f"已完成 {done} 项")),
        (table("承担任务", heads, rows),),
    )


def written(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Articles, with where they appeared."""
    rows = [
        (
            shown.entry(one.entry),
            day(one.entry.record.date),
            one.entry.record.kind.label,
            shown.actors(one.entry.record.authors),
            cell(number(one.entry.record.words), is_number=True),
            one.entry.record.published.medium if one.entry.record.published else "",
        )
        for one in _by_date(given)
    ]
    heads = ("题目", "日期", "种类", "作者", "字数", "发表")
    published = sum(one.entry.record.published is not None for one in given)
    said = sentence((f"共 {len(given)} 篇", f"发表 {published} 篇" if published else ""))
    return Section("文章", len(given), said, (table("文章", heads, rows),))


def projects(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Projects with the part that somebody had, each once."""
    roles: dict[str, list[str]] = {}
    entries = {one.entry.id: one.entry for one in given}
    for one in given:
        roles.setdefault(one.entry.id, []).append(one.role)
    rows = [
        (
            shown.entry(entry),
            "、".join(roles[entry.id]),
            f"{day(entry.record.span.start)}至{day(entry.record.span.end)}",
            _milestones(shown, entry.record),
            cell(None, mark=span_state(*span_of(entry), shown.as_of)),
        )
        for entry in sorted(entries.values(), key=lambda entry: (entry.record.span.start, entry.id))
    ]
    heads = ("课题", "身份", "起止", "节点", "进展")
    return Section("行动学习课题", len(rows), sentence((f"共 {len(rows)} 项",)), (table("行动学习课题", heads, rows),))


def _milestones(shown: Shown, record: Project) -> str:
    done = sum(one.done is not None and one.done <= shown.as_of for one in record.milestones)
    return f"完成 {done}/{len(record.milestones)}" if record.milestones else ""


def issued(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """What was published: notices, regulations, briefs, news and the rest."""
    rows = [
        (shown.entry(one.entry), day(one.entry.record.date), shown.label(one.entry), one.entry.record.doc_number or "")
        for one in _by_date(given)
    ]
    counts: dict[str, int] = {}
    for one in given:
        counts[one.entry.type.label] = counts.get(one.entry.type.label, 0) + 1
    said = sentence((f"共 {len(given)} 件", *(f"{label} {count} 件" for label, count in counts.items())))
    return Section(
        "发布的文件与信息", len(given), said, (table("发布的文件与信息", ("标题", "日期", "种类", "文号"), rows),)
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
    said = sentence((f"共 {len(given)} 次",))
    return Section("检查与通报", len(given), said, (table("检查与通报", ("文件", "日期", "种类或身份", "结果"), rows),))


def funded(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Money set aside, and what it was spent on."""
    spent = [one for filed in given for one in filed.entry.record.spent]
    amount = sum(one.entry.record.amount for one in given)
    total = sum(one.amount for one in spent)
    whole = max(amount, total, 0.01)
    bars = tuple(
        Bar(one.purpose, f"{number(one.amount)} 元（{one.amount / whole:.0%}）", round(100 * one.amount / whole, 1))
        for one in spent
    )
    rows = [(shown.entry(one.entry), cell(f"{number(one.entry.record.amount)} 元", is_number=True)) for one in given]
    blocks: tuple[Block, ...] = (table("经费", ("文件", "提取金额"), rows), *((Bars("支出", bars),) if bars else ()))
    said = sentence((f"提取 {number(amount)} 元", f"支出 {number(total)} 元" if spent else ""))
    return Section("经费", len(given), said, blocks)


def _by_date(given: Sequence[Filed]) -> list[Filed]:
    return sorted(given, key=lambda one: (one.entry.record.date, one.entry.id))
