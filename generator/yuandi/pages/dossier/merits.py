"""Chapters of merits: assessments with scores and grade, applications, honours, competitions."""

from collections.abc import Sequence

from yuandi.entry_types.kinds import category
from yuandi.facts.dossiers import Filed
from yuandi.i18n import clauses, in_context, message
from yuandi.i18n.dates import day
from yuandi.pages.dossier.table import Section, sentence, table
from yuandi.pages.entry.showing import cell
from yuandi.pages.organisation.subject_blocks import honour
from yuandi.pages.shown import Shown
from yuandi.pages.type_parts import Wall, WallPart
from yuandi.pages.words import number


def assessed(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Assessments: period, scores by item, total and grade."""
    rows = [
        (
            shown.entry(filed.entry),
            filed.entry.record.period.label,
            _scores(filed),
            cell(number(filed.record.total), is_number=True),
            filed.record.grade,
        )
        for filed in sorted(given, key=lambda filed: (filed.entry.record.period, filed.entry.id))
    ]
    heads = (message("考核"), message("时期"), message("各项得分"), message("总分"), message("等次"))
    return Section(
        in_context("many", "考核"),
        len(given),
        sentence((message("共 %(count)s 次", count=len(given)),)),
        (table(in_context("many", "考核"), heads, rows),),
    )


def _scores(filed: Filed) -> str:
    """Each item with its score; names that a result omits are those of the assessment's items."""
    names = [item.name for item in filed.entry.record.items]
    told = []
    for place, item in enumerate(filed.record.items):
        name = item.name or (names[place] if place < len(names) else message("第 %(number)s 项", number=place + 1))
        if item.score is not None:
            told.append(message("%(name)s %(score)s", name=name, score=number(item.score)))
    return clauses(told)


def applied(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Applications for titles, with how many of their conditions are met."""
    rows = [
        (
            shown.entry(filed.entry),
            filed.entry.record.award,
            category(filed.entry.record.category),
            day(filed.entry.record.submitted),
            f"{sum(item.met for item in conditions)}/{len(conditions)}"
            if (conditions := filed.entry.record.conditions)
            else "",
        )
        for filed in sorted(given, key=lambda filed: (filed.entry.record.submitted, filed.entry.id))
    ]
    heads = (message("申报材料"), message("称号"), message("类别"), message("报送日期"), message("符合条件"))
    return Section(
        message("申报"),
        len(given),
        sentence((message("共 %(count)s 件", count=len(given)),)),
        (table(message("申报"), heads, rows),),
    )


def honoured(shown: Shown, given: Sequence[Filed], own: str) -> Section:
    """Titles; revoked ones are struck through, with the reason."""
    titles = tuple(honour(shown, filed, own) for filed in given)
    revoked = sum(bool(title.revoked) for title in titles)
    said = sentence(
        (
            message("共 %(count)s 项", count=len(titles)),
            message("其中已撤销 %(count)s 项", count=revoked) if revoked else "",
        )
    )
    return Section(message("荣誉"), len(titles), said, (Wall(message("荣誉"), (WallPart("", "", "", titles),)),))


def competed(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Ranks in competitions."""
    ordered = sorted(given, key=lambda filed: (filed.entry.record.date, filed.entry.id))
    rows = [
        (shown.entry(filed.entry), day(filed.entry.record.date), filed.entry.record.kind, filed.part.rank)
        for filed in ordered
    ]
    said = sentence((message("共 %(count)s 项", count=len(given)),))
    return Section(
        in_context("many", "竞赛"),
        len(given),
        said,
        (
            table(
                in_context("many", "竞赛"), (message("竞赛"), message("日期"), message("种类"), message("名次")), rows
            ),
        ),
    )
