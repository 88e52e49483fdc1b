"""All families of generated pages: the function that plans them, and their possible addresses."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from yuandi.page_plan.archive import planned_archive
from yuandi.page_plan.boards import planned_boards
from yuandi.page_plan.books import planned_books
from yuandi.page_plan.collections import planned_awards, planned_tags, planned_types
from yuandi.page_plan.columns import planned_columns
from yuandi.page_plan.dossiers import planned_dossiers
from yuandi.page_plan.organisation import planned_organisation
from yuandi.page_plan.planned_page import Listed, Planned
from yuandi.page_plan.printable_forms import planned_forms
from yuandi.page_plan.published import Published
from yuandi.page_plan.single import planned_search

AnyPage = Planned | Listed[Any]


@dataclass(frozen=True, slots=True)
class Family:
    """Pages that are planned together, and their possible addresses: folders of the site, or a pattern."""

    pages: Callable[[Published], Iterator[AnyPage]]
    folders: tuple[str, ...] = ()
    form: re.Pattern[str] = re.compile("")


_OF_SUBJECTS = ("units", "people", "groups")
_FORMS = Family(planned_forms, form=re.compile(r"/sheet(?:/|\.html$)"))

FAMILIES = (
    _FORMS,
    Family(planned_dossiers, _OF_SUBJECTS, re.compile(r"/[^/]+/[0-9]+(?:/|\.html)$")),
    Family(planned_organisation, _OF_SUBJECTS),
    Family(planned_columns, ("columns",)),
    Family(planned_types, ("types",)),
    Family(planned_tags, ("tags",)),
    Family(planned_awards, ("awards",)),
    Family(planned_books, ("library",)),
    Family(planned_archive, ("archive",)),
    Family(planned_boards, ("board",)),
    Family(planned_search, ("search",)),
)

_BY_FOLDER: Mapping[str, tuple[Family, ...]] = {
    folder: tuple(family for family in FAMILIES if folder in family.folders)
    for folder in dict.fromkeys(folder for family in FAMILIES for folder in family.folders)
}


def families_at(address: str) -> Iterator[Family]:
    """The families that may have a page at an address."""
    folder = address.partition("/")[0].removesuffix(".html")
    for family in (*_BY_FOLDER.get(folder, ()), _FORMS):
        if family.form.search(address):
            yield family
