"""The content of a portal with its look-ups, for any day and audience. `portal` adds the day and the audience."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from posixpath import dirname, join, normpath
from typing import Any, TypeVar

from yuandi.base.frozen import cached, put_cached
from yuandi.content.addresses import meant, named
from yuandi.content.entry import Directory, Entry
from yuandi.entry_types import Column, Measure, Record, Unit, kind_named, type_named
from yuandi.entry_types.data_types.columns import Taken
from yuandi.entry_types.fields import files, references
from yuandi.entry_types.values import Refers
from yuandi.load import Content
from yuandi.load.faults import Fault
from yuandi.lookups.organisation import Belonging
from yuandi.lookups.reference import Reference
from yuandi.lookups.workdays import Workdays, workdays_of
from yuandi.markdown.links import Link, links

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, kw_only=True)
class Lookups(Content):
    """Content with its entries by id, path and type, the hierarchy of its units, and all references."""

    @cached_property
    def by_id(self) -> Mapping[str, Entry[Any]]:
        """Entries by id; of several with one id the first."""
        return {entry.id: entry for entry in reversed(self.entries)}

    @cached_property
    def by_path(self) -> Mapping[str, Entry[Any]]:
        """Entries by path in content."""
        return {entry.path: entry for entry in self.entries}

    @cached_property
    def belonging(self) -> Belonging:
        """The membership of people in units, by day."""
        return Belonging(self.units, self.people, self.lines)

    @cached_property
    def workdays(self) -> Workdays:
        """The workdays of the organisation."""
        return workdays_of(self.calendar)

    def faults_of(self, code: str) -> Iterator[Fault]:
        """The faults that the rule with this code reports."""
        return (fault for fault in self.faults if fault.code == code)

    @property
    def has_units(self) -> bool:
        """Whether the page of all units has any content."""
        return bool(self.units.by_id or self.groups.by_id)

    def of(self, model: type[R]) -> Iterator[Entry[R]]:
        """The entries of one type, in order of their paths."""
        return iter(self._by_model.get(model, ()))

    @cached_property
    def _by_model(self) -> Mapping[type[Record], list[Entry[Any]]]:
        found: dict[type[Record], list[Entry[Any]]] = {}
        for entry in self.entries:
            found.setdefault(type(entry.record), []).append(entry)
        return found

    def named_by(self, entry: Entry[Any], word: str) -> Entry[Any] | None:
        """The entry that `entry` names by id or by a relative path ending in `.md`, or None."""
        if word.endswith(".md"):
            return self.by_path.get(normpath(join(dirname(entry.path), word)))
        return self.by_id.get(word)

    def measure(self, code: str) -> Measure | None:
        """The measure with this code, of the organisation or of a preset that it extends, or None."""
        return self._measures.get(code)

    @cached_property
    def _measures(self) -> Mapping[str, Measure]:
        return {item.record.code: item.record for item in self.measures}

    def target(self, refers: Refers, word: str, entry: Entry[Any] | None = None) -> Any:
        """The record of a data file or the entry that a reference names, or None."""
        for kind in refers.kinds:
            if kind == "entry":
                found: Any = self.named_by(entry, word) if entry else self.by_id.get(word)
            elif kind == "measure":
                found = self.measure(word)
            else:
                found = self.directory(kind).find(word)
            if found is not None:
                return found
        return None

    def directory(self, kind: str) -> Directory[Any]:
        """The directory of a kind: `unit`, `person`, `group` or `column`."""
        directories: dict[str, Directory[Any]] = {
            "unit": self.units,
            "person": self.people,
            "group": self.groups,
            "column": self.columns,
        }
        return directories[kind]

    @cached_property
    def parents(self) -> Mapping[str, Unit]:
        """The parent of each unit, by the id of the child."""
        found: dict[str, Unit] = {}
        for unit in self.units:
            if unit.parent and (above := self.units.find(unit.parent)):
                found[unit.id] = above
            found |= {child.id: unit for child in unit.children}
        return found

    @cached_property
    def children(self) -> Mapping[str, tuple[Unit, ...]]:
        """The children of each unit, in the file's order; units in a circle have none."""
        found: dict[str, list[Unit]] = {}
        for unit in self.units:
            above = self.parents.get(unit.id)
            if above and unit.id not in self.lines[above.id]:
                found.setdefault(above.id, []).append(unit)
        return {identifier: tuple(units) for identifier, units in found.items()}

    @cached_property
    def lines(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of each unit and of all units above it, the nearest first, by id."""
        return {unit.id: tuple(_line(unit.id, self.parents)) for unit in self.units}

    def links_of(self, entry: Entry[Any]) -> tuple[Link, ...]:
        """The links and pictures of an entry's body, in order."""
        return self._links[entry.path]

    def know_links(self, found: Mapping[str, tuple[Link, ...]]) -> None:
        """Set the links of all bodies, found by another process with the same scan."""
        put_cached(self, {"_links": found})

    @property
    def known_links(self) -> Mapping[str, tuple[Link, ...]] | None:
        """The links of all bodies, or None if they were not looked for."""
        found: Mapping[str, tuple[Link, ...]] | None = cached(self, "_links")
        return found

    @cached_property
    def _links(self) -> Mapping[str, tuple[Link, ...]]:
        return {entry.path: tuple(links(entry.body)) for entry in self.entries}

    def files_named(self, entry: Entry[Any]) -> frozenset[str]:
        """The paths in content of the files that an entry's fields and body name."""
        return self._files_named[entry.path]

    @cached_property
    def _files_named(self) -> Mapping[str, frozenset[str]]:
        return {entry.path: frozenset(self._names_of_files(entry)) for entry in self.entries}

    def _names_of_files(self, entry: Entry[Any]) -> set[str]:
        fields_name = {named(entry.path, name) for _, _, name in files(entry.record)}
        if not fields_name and not self.links_of(entry):
            return set()
        paths = {link.path for link in self.links_of(entry) if link.path and not link.is_outside}
        bodies_name = {
            meant(self.files, entry.path, entry.address, path, page_first=page_first)
            for path in paths
            for page_first in (False, True)
        }
        return (fields_name & self.files.keys()) | {name for name in bodies_name if name}

    def column_of(self, entry: Entry[Any]) -> Column | None:
        """The column of an entry: the one that it names, else the first whose filter takes it."""
        return self._columns[entry.path]

    @cached_property
    def _columns(self) -> Mapping[str, Column | None]:
        return {entry.path: self._column_of(entry) for entry in self.entries}

    def _column_of(self, entry: Entry[Any]) -> Column | None:
        if entry.record.column:
            return self.columns.find(entry.record.column)
        taking = self._taking.get(entry.type.name, ())
        return next((column for column, taken in taking if self._fits(taken, entry)), None)

    @cached_property
    def _taking(self) -> Mapping[str, Sequence[tuple[Column, Taken]]]:
        """The columns with their filters, in order, by the type of entries that they take."""
        found: dict[str, list[tuple[Column, Taken]]] = {}
        for column in self.columns:
            for taken in column.takes:
                if known := type_named(taken.type):
                    found.setdefault(known.name, []).append((column, taken))
        return found

    def _fits(self, taken: Taken, entry: Entry[Any]) -> bool:
        kind = taken.kind or kind_named(taken.type, entry.type)
        own = getattr(entry.record, "kind", None)
        return (
            (kind is None or kind in {str(own), getattr(own, "label", None)})
            and (taken.unit is None or self._is_of(taken.unit, entry))
            and (taken.tag is None or taken.tag in entry.record.tags)
        )

    def _is_of(self, unit: str, entry: Entry[Any]) -> bool:
        wanted = self.units.find(unit)
        own = self.units.find(entry.record.unit) if entry.record.unit else None
        return wanted is not None and own is not None and self.belonging.is_within(own, wanted)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """All references in entries and data files, with their targets."""
        of_entries = (
            Reference(
                word=word,
                refers=refers,
                origin=entry.origin,
                path=path,
                base=(),
                target=self.target(refers, word, entry),
                source=entry,
            )
            for entry in self.entries
            for path, refers, word in references(entry.record)
        )
        of_data = (
            Reference(
                word=word,
                refers=refers,
                origin=item.origin,
                path=path,
                base=item.path,
                target=self.target(refers, word),
                source=None,
            )
            for item in self.data
            for path, refers, word in references(item.record)
            if path[0] != "children"
        )
        return (*of_entries, *of_data)

    @cached_property
    def backlinks(self) -> Mapping[str, tuple[Entry[Any], ...]]:
        """The entries that name an entry in a field, in order of their paths, by the id of the named entry."""
        found: dict[str, dict[str, Entry[Any]]] = {}
        for reference in self.references:
            entry = reference.source
            target = self.named_by(entry, reference.word) if entry and "entry" in reference.refers.kinds else None
            if entry and target and target is not entry:
                found.setdefault(target.id, {})[entry.id] = entry
        return {identifier: tuple(sources.values()) for identifier, sources in found.items()}


def _line(unit: str, parents: Mapping[str, Unit]) -> Iterator[str]:
    seen: set[str] = set()
    while unit not in seen:
        seen.add(unit)
        yield unit
        if above := parents.get(unit):
            unit = above.id
