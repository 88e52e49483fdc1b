"""What every part of an import is given: the portal's names, the user's wishes, and notes for the person who checks."""

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
    """What the user said of a file, which needs no guessing."""

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
        """Units by every name: alone, in short, and behind the names of those above; ambiguous names lead nowhere."""
        found: dict[str, str | None] = {}
        for unit in self.portal.units:
            for name in self._names(unit):
                found[name] = unit.id if found.get(name, unit.id) == unit.id else None
        return {name: unit for name, unit in found.items() if unit}

    def _names(self, unit: Unit) -> set[str]:
        own = {_folded(name) for name in (unit.name, unit.short) if name}
        above = [self.portal.units.by_id[one] for one in self.portal.lines[unit.id][1:]]
        longer = {_folded(name) + one for upper in above for name in (upper.name, upper.short) if name for one in own}
        return own | longer

    def unit(self, words: str) -> str | None:
        """The id of the unit that these words name."""
        return self._units.get(_folded(words))

    def unit_before(self, title: str) -> str | None:
        """The id of the unit whose name a title begins with."""
        wanted = _folded(title)
        names = [name for name in self._units if wanted.startswith(name) and len(name) > 2]
        return self._units[max(names, key=len)] if names else None

    def person(self, words: str) -> str | None:
        """The id of the one person of this name."""
        found = self.portal.people.by_name.get(re.sub(r"[\s　]", "", words))
        return found.id if found else None

    def group(self, words: str) -> str | None:
        """The id of the one group of this name."""
        wanted = _folded(words)
        found = [group.id for group in self.portal.groups if _folded(group.name) == wanted]
        return found[0] if len(found) == 1 else None


def _folded(words: str) -> str:
    """A name without blanks, marks and the difference of scripts."""
    return "".join(traditional().get(one, one) for one in re.sub(r"[\s　“”「」\"'、，（）()]", "", words))
