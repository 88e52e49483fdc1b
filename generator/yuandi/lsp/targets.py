"""The target that a place names, where it is defined, and every mention of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yuandi.base.source import Document, Location
from yuandi.content.addresses import named
from yuandi.content.entry import Entry, Item, Origin
from yuandi.entry_types.fields import references
from yuandi.front_matter.parse import Path
from yuandi.lsp.cursor_context import link_at, spot_at
from yuandi.page_plan.planned_portal import PlannedPortal


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names a target: the word, its characters in the document, and the entry that it is in, if any."""

    document: Document
    start: int
    end: int
    word: str
    source: Entry[Any] | None = None
    is_link: bool = False

    @property
    def at(self) -> Location:
        """Its place."""
        return self.document.at(self.start, self.end)


def target_at(portal: PlannedPortal, path: str, text: str, line: int, column: int) -> Any:
    """Return the record, entry or file (by its path in content) that is named at a place; None if there is none."""
    spot = spot_at(path, text, line, column)
    entry = portal.by_path.get(path)
    if spot is None:
        offset = sum(len(line_text) + 1 for line_text in text.split("\n")[:line]) + column
        word = link_at(text, offset)
        link = next((link for link in portal.links_of(entry) if link.path == word), None) if entry and word else None
        if entry is None or link is None:
            return None
        found = portal.meant(entry, link)
        return portal.linked(entry, link) or (found if found in portal.files else None)
    field, word = spot.field, spot.place.word
    if field is None or not spot.place.key or not word:
        return None
    if field.is_file:
        return named(path, word) if named(path, word) in portal.files else None
    return portal.target(field.refers, word, entry) if field.refers else None


def location_of(portal: PlannedPortal, target: Any) -> Location | None:
    """Return where a target is defined; None if it is in no file of the portal."""
    if isinstance(target, str):
        return Location(portal.settings.prefix + target)
    if isinstance(target, Entry):
        return target.at("title") if "title" in target.record.model_fields_set else target.origin.document.top()
    items: tuple[Item[Any], ...] = (
        *portal.units.items,
        *portal.people.items,
        *portal.groups.items,
        *portal.columns.items,
        *portal.measures,
    )
    found = next((item for item in items if item.record is target), None)
    if found is None or found.origin.document.path not in portal.documents:
        return None  # a measure of a preset stands in no file of the portal
    return found.at("code" if hasattr(target, "code") else "id")


def mentions(portal: PlannedPortal, target: Any) -> Iterator[Mention]:
    """Yield every field and link that names a target."""
    for entry in portal.entries:
        for path, refers, word in references(entry.record):
            if _is(portal.target(refers, word, entry), target):
                yield from _mention(entry.origin, path, entry)
        if isinstance(target, Entry):
            yield from _links_to(portal, entry, target)
    for item in portal.data:
        for path, refers, word in references(item.record):
            if path[0] != "children" and _is(portal.target(refers, word), target):
                yield from _mention(item.origin, (*item.path, *path), None)


def _is(found: Any, target: Any) -> bool:
    return found is target or (isinstance(found, Entry) and isinstance(target, Entry) and found.path == target.path)


def _mention(origin: Origin, path: Path, source: Entry[Any] | None) -> Iterator[Mention]:
    span = origin.value(*path)
    if span:
        word = origin.document.text[slice(*span)].strip("'\"")
        yield Mention(origin.document, *span, word, source)


def _links_to(portal: PlannedPortal, entry: Entry[Any], target: Entry[Any]) -> Iterator[Mention]:
    for link in portal.links_of(entry):
        if portal.linked(entry, link) is target:
            start = entry.body_start + link.start
            yield Mention(entry.origin.document, start, entry.body_start + link.end, link.target, entry, is_link=True)
