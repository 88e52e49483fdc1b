"""The portal with the pages that a build makes of it: links are checked against them, and they are drawn."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any

from yuandi.content.addresses import meant
from yuandi.content.entry import Entry
from yuandi.content.settings import Settings
from yuandi.facts.dossiers import Dossiers
from yuandi.load import NOTHING_OPEN, Texts, load, repository_of
from yuandi.markdown.links import Link
from yuandi.measures import Row as Verdict
from yuandi.page_plan.plan import Plan
from yuandi.page_plan.published import Published
from yuandi.page_plan.targets import Targets
from yuandi.portal.portal import Portal


@dataclass(frozen=True, kw_only=True)
class PlannedPortal(Portal):
    """A portal with the pages that a build makes. `borrowed` are the targets of another portal, used instead of its own."""

    borrowed: Targets | None = None

    @cached_property
    def plan(self) -> Plan:
        """The pages of a build for this audience on this day."""
        return Plan(Published(self, self.shown, self.dossiers))

    @cached_property
    def whole_plan(self) -> Plan:
        """The pages if every entry were shown."""
        if len(self.shown) == len(self.entries):
            return self.plan
        return Plan(Published(self, self.entries, Dossiers(self, self.entries, self.as_of)))

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts of every measure over all entries."""
        return self.whole_plan.published.measured

    def generates(self, address: str) -> bool:
        """Whether a generated page has an address, or would have it if every entry were shown."""
        return self.plan.generates(address) or (self.whole_plan is not self.plan and self.whole_plan.generates(address))

    @cached_property
    def targets(self) -> Targets:
        """The target of every path of the content and of every address."""
        if self.borrowed is not None:
            return self.borrowed
        return Targets(self.plan, self.whole_plan, dict(self._written()), dict(self._former()))

    def _written(self) -> Iterator[tuple[str, str | None]]:
        """Files, and shown entries by path and address; of equal keys the last wins."""
        for path in self.files:
            if not path.endswith(".md"):
                yield path, None if path in self.hidden_files else path
        for entry in self.shown:
            yield entry.path, entry.address
            yield entry.address, entry.address

    def _former(self) -> Iterator[tuple[str, str | None]]:
        """Entries that may be hidden, former addresses, and the home page; of equal keys the last wins."""
        for entry in self.entries:
            yield from ((entry.path, None), (entry.address, None))
        for entry in self.shown:
            yield from ((self.addresses.former(alias), entry.address) for alias in entry.record.aliases)
        home = self.addresses.page("")
        yield from (("", home), (home, home))

    def meant(self, entry: Entry[Any], link: Link) -> str | None:
        """The key in `targets` that a link in an entry's body means; None if there is none."""
        is_page = entry.type.is_plain
        return meant(self.targets, entry.path, entry.address, link.path, page_first=is_page)

    def linked(self, entry: Entry[Any], link: Link) -> Entry[Any] | None:
        """The entry that a link in an entry's body leads to, by path or address."""
        word = self.meant(entry, link) if link.path and not link.is_outside else None
        return None if word is None else self.by_path.get(word) or self.by_address.get(word)


def read_portal(settings: Settings, as_of: date, texts: Texts = NOTHING_OPEN) -> PlannedPortal:
    """Read the portal of the settings for one day; files open in an editor are read from the editor."""
    content = load(settings, texts)
    values = {item.name: getattr(content, item.name) for item in fields(content)}
    return PlannedPortal(settings=settings, as_of=as_of, repository=repository_of(settings), **values)
