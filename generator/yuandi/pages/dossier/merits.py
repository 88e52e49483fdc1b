"""Chapters of merits: assessments with scores and grade, applications, honours, competitions."""

from collections.abc import Sequence

from yuandi.entry_types.kinds import category
from yuandi.facts.dossiers import Filed
from yuandi.pages.dossier.table import Section, sentence, table
from yuandi.pages.entry.showing import cell
from yuandi.pages.organisation.standing import honour
from yuandi.pages.parts import Wall, WallPart
from yuandi.pages.shown import Shown
from yuandi.pages.words import day, number


def assessed(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Assessments: period, scores by item, total and grade."""
    rows = [
        (
            shown.entry(one.entry),
            one.entry.record.period.label,
            _scores(one),
            cell(number(one.record.total), is_number=True),
            one.record.grade,
        )
        for one in sorted(given, key=lambda one: (one.entry.record.period, one.entry.id))
    ]
    heads = ("考核", "时期", "各项得分", "总分", "等次")
    return Section("考核", len(given), sentence((f"共 {len(given)} 次",)), (table("考核", heads, rows),))


def _scores(one: Filed) -> str:
    """Each item with its score; the names of items that stand once for all."""
    names = [item.name for item in one.entry.record.items]
    told = []
    for place, item in enumerate(one.record.items):
        name = item.name or (names[place] if place < len(names) else f"第 {place + 1} 项")
        if item.score is not None:
            told.append(f"{name} {number(item.score)}")
    return "，".join(told)


def applied(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Applications for titles, with how many of their conditions are met."""
    rows = [
        (
            shown.entry(one.entry),
            one.entry.record.award,
            category(one.entry.record.category),
            day(one.entry.record.submitted),
            f"{sum(item.met for item in conditions)}/{len(conditions)}"
            if (conditions := one.entry.record.conditions)
            else "",
        )
        for one in sorted(given, key=lambda one: (one.entry.record.submitted, one.entry.id))
    ]
    heads = ("申报材料", "称号", "类别", "报送日期", "符合条件")
    return Section("申报", len(given), sentence((f"共 {len(given)} 件",)), (table("申报", heads, rows),))


def honoured(shown: Shown, given: Sequence[Filed], own: str) -> Section:
    """Titles; what was taken back is struck, with its reason."""
    titles = tuple(honour(shown, one, own) for one in given)
    revoked = sum(bool(one.revoked) for one in titles)
    said = sentence((f"共 {len(titles)} 项", f"其中已撤销 {revoked} 项" if revoked else ""))
    return Section("荣誉", len(titles), said, (Wall("荣誉", (WallPart("", len(titles), "", titles),)),))


def competed(shown: Shown, given: Sequence[Filed], _: str) -> Section:
    """Ranks in competitions."""
    ordered = sorted(given, key=lambda one: (one.entry.record.date, one.entry.id))
    rows = [
        (shown.entry(one.entry), day(one.entry.record.date), one.entry.record.kind, one.part.rank) for one in ordered
    ]
    said = sentence((f"共 {len(given)} 项",))
    return Section("竞赛", len(given), said, (table("竞赛", ("竞赛", "日期", "种类", "名次"), rows),))
