"""All pages that a build makes. A family of pages is planned once, when it is first needed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from yuandi.page_plan.families import FAMILIES, AnyPage, families_at
from yuandi.page_plan.planned_page import addresses_of
from yuandi.page_plan.published import Published
from yuandi.page_plan.single import planned_entries, planned_home

P = TypeVar("P", bound=AnyPage)
Family = Callable[[Published], Iterator[P]]


@dataclass(frozen=True)
class Plan:
    """The pages that are made if some entries are published."""

    published: Published

    def of(self, family: Family[P]) -> tuple[P, ...]:
        """The pages of a family, given by its planning function."""
        if family not in self._pages:
            self._pages[family] = tuple(family(self.published))
        return self._pages[family]

    @property
    def generated(self) -> frozenset[str]:
        """The addresses of the generated pages except the home page."""
        return frozenset().union(*(self._at(family.pages) for family in FAMILIES))

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses of all pages except plain pages."""
        return self.generated | self._at(planned_entries) | self._at(planned_home)

    def generates(self, address: str) -> bool:
        """Whether a generated page has an address. Plans only the families that may have it."""
        return any(address in self._at(family.pages) for family in families_at(address))

    def _at(self, family: Family[Any]) -> frozenset[str]:
        if family not in self._addresses:
            self._addresses[family] = addresses_of(self.of(family))
        return self._addresses[family]

    @cached_property
    def _pages(self) -> dict[Family[Any], tuple[Any, ...]]:
        return {}

    @cached_property
    def _addresses(self) -> dict[Family[Any], frozenset[str]]:
        return {}
