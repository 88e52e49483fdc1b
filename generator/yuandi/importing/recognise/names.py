"""Data that every part of an import uses: the names of the portal and the options of the user."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from yuandi.chinese.scripts import traditional
from yuandi.entry_types import EntryType, Unit
from yuandi.portal.portal import Portal


@dataclass(frozen=True, slots=True)
class Wishes:
    """The values that the user gave for a file, which are not guessed."""

    type: EntryType | None = None
    kind: str | None = None
    unit: str | None = None
    encoding: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class Names:
    """The names of a portal's units, people and groups, as documents write them."""

    portal: Portal

    @cached_property
    def _units(self) -> Mapping[str, str]:
        """The ids of units by each of their names: full, short, and after the name of a unit above; without ambiguous
        names."""
        found: dict[str, str | None] = {}
        for unit in self.portal.units:
            for name in self._names(unit):
                found[name] = unit.id if found.get(name, unit.id) == unit.id else None
        return {name: unit for name, unit in found.items() if unit}

    def _names(self, unit: Unit) -> set[str]:
        own = {_folded(name) for name in (unit.name, unit.short) if name}
        above = [self.portal.units.by_id[identifier] for identifier in self.portal.lines[unit.id][1:]]
        names_above = [_folded(name) for upper in above for name in (upper.name, upper.short) if name]
        longer = {prefix + name for prefix in names_above for name in own}
        return own | longer

    def unit(self, words: str) -> str | None:
        """The id of the unit of this name, or None."""
        return self._units.get(_folded(words))

    def unit_before(self, title: str) -> str | None:
        """The id of the unit whose name begins a title, the longest if there are several; or None."""
        wanted = _folded(title)
        names = [name for name in self._units if wanted.startswith(name) and len(name) > 2]
        return self._units[max(names, key=len)] if names else None

    def person(self, words: str) -> str | None:
        """The id of the only person of this name, or None."""
        found = self.portal.people.by_name.get(re.sub(r"[\s　]", "", words))
        return found.id if found else None

    def group(self, words: str) -> str | None:
        """The id of the only group of this name, or None."""
        wanted = _folded(words)
        found = [group.id for group in self.portal.groups if _folded(group.name) == wanted]
        return found[0] if len(found) == 1 else None


def _folded(words: str) -> str:
    """A name without blanks and marks, in simplified characters."""
    bare = re.sub(r"[\s　“”「」\"'、，（）()]", "", words)
    return "".join(traditional().get(character, character) for character in bare)
