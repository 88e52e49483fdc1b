"""Dossiers (学习档案) of people, units and groups by year, made for printing: cover, catalogue, chapters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from yuandi.entry_types import Group, Person, Unit
from yuandi.entry_types.entry_type import Chapter
from yuandi.entry_types.kinds import category
from yuandi.facts.dossiers import Filed
from yuandi.page_plan.dossiers import DossierPage, planned_dossiers
from yuandi.pages.dossier.sections import SECTIONS
from yuandi.pages.dossier.table import Section, table
from yuandi.pages.dossier.verdicts import verdict_section
from yuandi.pages.entry.showing import cell, facts
from yuandi.pages.organisation.people import unit_of
from yuandi.pages.parts import Fact, Link
from yuandi.pages.shown import REVOKED, Shown
from yuandi.pages.view import View
from yuandi.pages.words import day

_LABELS = {"person": "个人学习档案", "unit": "单位学习档案", "group": "小组学习档案"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierView(View):
    """A dossier. `name` stands on the cover, above the label and the year."""

    template: ClassVar[str] = "dossier.html"
    label: str
    name: str
    year: int
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    earlier: Link | None
    later: Link | None


def dossier_pages(shown: Shown) -> Iterator[DossierView]:
    """A page for each subject and year of which there is enough to tell."""
    return (_dossier(shown, page) for page in shown.plan.of(planned_dossiers))


def _dossier(shown: Shown, page: DossierPage) -> DossierView:
    subject = shown.portal.directory(page.kind).by_id[page.id]
    place = page.years.index(page.year)
    return DossierView(
        address=page.address,
        title=f"{subject.name}{page.year}年度学习档案",
        crumbs=_crumbs(shown, page.kind, subject),
        active="units",
        label=_LABELS[page.kind],
        name=subject.name,
        year=page.year,
        facts=_told(shown, subject),
        sections=tuple(_sections(shown, page)),
        earlier=_year(shown, page, page.years[place + 1 : place + 2]),
        later=_year(shown, page, page.years[max(0, place - 1) : place]),
    )


def _sections(shown: Shown, page: DossierPage) -> Iterator[Section]:
    by_chapter: dict[Chapter, list[Filed]] = {}
    for one in page.filed:
        by_chapter.setdefault(one.chapter, []).append(one)
    own = shown.portal.addresses.subject(page.kind, page.id)
    for chapter in Chapter:
        if given := by_chapter.get(chapter):
            yield SECTIONS[chapter](shown, given, own)
    if section := verdict_section(shown.verdicts.get((page.kind, page.id), ()), page.year):
        yield section
    if revoked := shown.portal.dossiers.revoked.get((page.kind, page.id), {}).get(page.year):
        yield _revoked(shown, revoked)


def _revoked(shown: Shown, filed: Sequence[Filed]) -> Section:
    """What was revoked, struck; it is in none of the chapters and none of their sums."""
    entries = {one.entry.path: one.entry for one in filed}
    rows = [
        (cell(shown.entry(entry), mark=REVOKED), day(entry.record.date), shown.label(entry))
        for entry in sorted(entries.values(), key=lambda entry: (entry.record.date, entry.id))
    ]
    grid = table("已废止，不计入以上各项", ("标题", "日期", "种类"), rows)
    return Section("已废止", len(rows), "", (grid,))


def _told(shown: Shown, subject: Person | Unit | Group) -> tuple[Fact, ...]:
    if isinstance(subject, Person):
        unit = unit_of(shown, subject)
        return facts(("姓名", subject.name), ("单位", shown.to_unit(unit) if unit else None), ("职务", subject.post))
    if isinstance(subject, Unit):
        above = shown.portal.parents.get(subject.id)
        return facts(
            ("单位", subject.name), ("种类", category(subject.kind)), ("上级", shown.to_unit(above) if above else None)
        )
    return facts(("小组", subject.name), ("单位", shown.actor(subject.unit) if subject.unit else None))


def _crumbs(shown: Shown, kind: str, subject: Person | Unit | Group) -> tuple[Link, ...]:
    units = (Link("单位", shown.portal.addresses.units()),) if shown.portal.has_units else ()
    return (*units, Link(subject.name, shown.portal.addresses.subject(kind, subject.id)))


def _year(shown: Shown, page: DossierPage, years: Sequence[int]) -> Link | None:
    return Link(f"{years[0]}年", shown.portal.addresses.dossier(page.kind, page.id, years[0])) if years else None
