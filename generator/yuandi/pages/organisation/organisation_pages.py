"""Pages of units, people and groups: facts, publications, responsibilities, open tasks and honours."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from yuandi.page_plan.organisation import SubjectPage, UnitsPage, planned_organisation
from yuandi.pages.organisation.group_pages import group_profile
from yuandi.pages.organisation.person_pages import person_profile
from yuandi.pages.organisation.subject import SubjectData, SubjectProfile, others_page, subject_page
from yuandi.pages.organisation.tree import units_view
from yuandi.pages.organisation.unit_pages import unit_profile
from yuandi.pages.shown import Shown
from yuandi.pages.view import View

_PROFILES: Mapping[str, Callable[[SubjectData, Any], SubjectProfile]] = {
    "unit": unit_profile,
    "person": person_profile,
    "group": group_profile,
}


def organisation_pages(shown: Shown) -> Iterator[View]:
    """The pages of all units, people and groups; and the tree, if there are units or groups."""
    data = SubjectData(shown)

    @lru_cache(maxsize=1)  # the pages of one subject follow each other
    def subject(kind: str, identifier: str) -> SubjectProfile:
        return _PROFILES[kind](data, shown.portal.directory(kind).by_id[identifier])

    for page in shown.plan.of(planned_organisation):
        if isinstance(page, UnitsPage):
            yield units_view(shown, page)
        elif isinstance(page, SubjectPage):
            yield subject_page(data, subject(page.kind, page.id), page)
        else:
            yield others_page(data, subject(page.kind, page.id), page)
