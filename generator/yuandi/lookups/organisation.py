"""The organisation on any day: units within units, people in units, and the people that a written name means. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from yuandi.chinese.names import plain_name
from yuandi.content.entry import Directory
from yuandi.entry_types import Person, Unit


@dataclass(frozen=True)
class Belonging:
    """The units and people of a portal; `lines` are the ids of each unit and of the units above it."""

    units: Directory[Unit]
    people: Directory[Person]
    lines: Mapping[str, tuple[str, ...]]

    def is_within(self, unit: Unit, wanted: Unit) -> bool:
        """Whether a unit is `wanted` or below it."""
        return wanted.id in self.lines[unit.id]

    def unit_of(self, person: Person, day: date) -> Unit | None:
        """The unit of a person on a day by people.yml, or None."""
        known = [word for since, word in person.unit if since <= day]
        return self.units.find(known[-1]) if known else None

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Person, ...]]:
        found: dict[str, list[Person]] = {}
        for person in self.people:
            found.setdefault(plain_name(person.name), []).append(person)
        return {name: tuple(people) for name, people in found.items()}

    def people_named(self, word: str) -> tuple[Person, ...]:
        """The person with this id, or all people with this name; blanks within a name are ignored."""
        person = self.people.by_id.get(word)
        return (person,) if person else self._by_name.get(plain_name(word), ())

    def who(self, word: str) -> str:
        """A key that is the same for all spellings of one person: the id if it is known, else the name."""
        found = self.people_named(word)
        return found[0].id if len(found) == 1 else plain_name(word)
