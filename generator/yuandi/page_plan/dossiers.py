"""The dossiers of people, units and groups by year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yuandi.facts.dossiers import Dossier
from yuandi.page_plan.planned_page import Planned
from yuandi.page_plan.published import Published


@dataclass(frozen=True, slots=True)
class DossierPage(Planned):
    """The dossier of a subject for a year; `years` are all years with a dossier of the subject, the newest first."""

    kind: str
    id: str
    year: int
    filed: Dossier
    years: Sequence[int]


def planned_dossiers(published: Published) -> Iterator[DossierPage]:
    """A page for each subject and year with enough content."""
    where = published.portal.addresses
    for (kind, identifier), by_year in published.dossiers.by_subject.items():
        years = tuple(by_year)
        for year, filed in by_year.items():
            yield DossierPage(where.dossier(kind, identifier, year), kind, identifier, year, filed, years)
