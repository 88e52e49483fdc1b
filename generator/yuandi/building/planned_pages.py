"""The pages of a site, each at its own address."""

from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from yuandi.base.errors import YuandiError
from yuandi.base.text import Text
from yuandi.building.summary import Clock
from yuandi.pages import Shown, View, all_views


@dataclass(frozen=True)
class PlannedPages:
    """The views of a portal, arranged early if there is time, at the latest when they are needed."""

    shown: Shown
    clock: Clock

    @cached_property
    def views(self) -> tuple[View, ...]:
        """All views. Raises YuandiError if two have the same address."""
        with self.clock.phase("views"):
            return views_of(self.shown)

    def begin(self) -> None:
        """Arrange them before the check is done; what goes wrong is for the check to explain, or is met again."""
        with suppress(Exception):
            _ = self.views


def views_of(shown: Shown) -> tuple[View, ...]:
    """All views. Raises YuandiError if two have the same address."""
    views = tuple(all_views(shown))
    seen: dict[str, View] = {}
    for view in views:
        if view.address in seen:
            raise YuandiError(_same_address(view, seen[view.address]))
        seen[view.address] = view
    return views


def _same_address(view: View, other: View) -> Text:
    return Text(
        f"“{view.title}”与“{other.title}”的地址都是 `{view.address}`；请给其中一个改名。",
        f"“{view.title}” and “{other.title}” share the address `{view.address}`; rename one of them.",
    )
