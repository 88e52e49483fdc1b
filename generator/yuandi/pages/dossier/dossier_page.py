"""Dossiers (学习档案) of people, units and groups by year, made for printing: cover, catalogue, chapters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from yuandi.entry_types import Group, Person, Unit
from yuandi.entry_types.entry_type import Chapter
from yuandi.entry_types.kinds import category
from yuandi.facts.dossiers import Filed
from yuandi.i18n import in_context, message
from yuandi.i18n.dates import day
from yuandi.i18n.dates import year as year_label
from yuandi.page_plan.dossiers import DossierPage, planned_dossiers
from yuandi.pages.dossier.sections import SECTIONS
from yuandi.pages.dossier.table import Section, table
from yuandi.pages.dossier.verdicts import verdict_section
from yuandi.pages.entry.showing import cell, facts
from yuandi.pages.organisation.person_pages import unit_of
from yuandi.pages.parts import Fact, Link
from yuandi.pages.shown import REVOKED, Shown
from yuandi.pages.view import View

_LABELS = {"person": message("个人学习档案"), "unit": message("单位学习档案"), "group": message("小组学习档案")}


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierView(View):
    """A dossier. `name` is on the cover, above the label and the year."""

    template: ClassVar[str] = "dossier.html"
    label: str
    name: str
    year: int
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    earlier: Link | None
    later: Link | None


def dossier_pages(shown: Shown) -> Iterator[DossierView]:
    """A page for each subject and year with enough content."""
    return (_dossier(shown, page) for page in shown.plan.of(planned_dossiers))


def _dossier(shown: Shown, page: DossierPage) -> DossierView:
    subject = shown.portal.directory(page.kind).by_id[page.id]
    place = page.years.index(page.year)
    return DossierView(
        address=page.address,
        title=message("%(name)s%(year)s年度学习档案", name=subject.name, year=page.year),
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
    for filed in page.filed:
        by_chapter.setdefault(filed.chapter, []).append(filed)
    own = shown.portal.addresses.subject(page.kind, page.id)
    for chapter in Chapter:
        if given := by_chapter.get(chapter):
            yield SECTIONS[chapter](shown, given, own)
    if section := verdict_section(shown.verdicts.get((page.kind, page.id), ()), page.year):
        yield section
    if revoked := shown.portal.dossiers.revoked.get((page.kind, page.id), {}).get(page.year):
        yield _revoked(shown, revoked)


def _revoked(shown: Shown, given: Sequence[Filed]) -> Section:
    """Revoked entries, struck through; they are not in any chapter or sum."""
    entries = {filed.entry.path: filed.entry for filed in given}
    rows = [
        (cell(shown.entry(entry), mark=REVOKED), day(entry.record.date), shown.label(entry))
        for entry in sorted(entries.values(), key=lambda entry: (entry.record.date, entry.id))
    ]
    grid = table(message("已废止"), (message("标题"), message("日期"), message("种类")), rows)
    return Section(message("已废止"), len(rows), message("共 %(count)s 件，不计入以上各项。", count=len(rows)), (grid,))


def _told(shown: Shown, subject: Person | Unit | Group) -> tuple[Fact, ...]:
    if isinstance(subject, Person):
        unit = unit_of(shown, subject)
        return facts(
            (message("姓名"), subject.name),
            (message("单位"), shown.to_unit(unit) if unit else None),
            (message("职务"), subject.post),
        )
    if isinstance(subject, Unit):
        above = shown.portal.parents.get(subject.id)
        return facts(
            (message("单位"), subject.name),
            (message("种类"), category(subject.kind)),
            (message("上级"), shown.to_unit(above) if above else None),
        )
    return facts(
        (message("小组"), subject.name), (message("单位"), shown.actor(subject.unit) if subject.unit else None)
    )


def _crumbs(shown: Shown, kind: str, subject: Person | Unit | Group) -> tuple[Link, ...]:
    units = (Link(in_context("many", "单位"), shown.portal.addresses.units()),) if shown.portal.has_units else ()
    return (*units, Link(subject.name, shown.portal.addresses.subject(kind, subject.id)))


def _year(shown: Shown, page: DossierPage, years: Sequence[int]) -> Link | None:
    return Link(year_label(years[0]), shown.portal.addresses.dossier(page.kind, page.id, years[0])) if years else None
