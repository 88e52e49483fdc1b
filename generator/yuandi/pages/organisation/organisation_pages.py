"""Pages of units, people and groups: facts, publications, responsibilities, open tasks and honours."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from yuandi.page_plan.organisation import SubjectPage, UnitsPage, planned_organisation
from yuandi.pages.organisation.groups import group_told
from yuandi.pages.organisation.people import person_told
from yuandi.pages.organisation.subject import Subject, Told, others_page, subject_page
from yuandi.pages.organisation.tree import units_view
from yuandi.pages.organisation.units import unit_told
from yuandi.pages.shown import Shown
from yuandi.pages.view import View

_TOLD: Mapping[str, Callable[[Told, Any], Subject]] = {"unit": unit_told, "person": person_told, "group": group_told}


def organisation_pages(shown: Shown) -> Iterator[View]:
    """The pages of all units, people and groups; and the tree, if there are units or groups."""
    told = Told(shown)

    @lru_cache(maxsize=1)  # the pages of one subject follow each other
    def subject(kind: str, identifier: str) -> Subject:
        return _TOLD[kind](told, shown.portal.directory(kind).by_id[identifier])

    for page in shown.plan.of(planned_organisation):
        if isinstance(page, UnitsPage):
            yield units_view(shown, page)
        elif isinstance(page, SubjectPage):
            yield subject_page(told, subject(page.kind, page.id), page)
        else:
            yield others_page(told, subject(page.kind, page.id), page)
