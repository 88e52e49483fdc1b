"""Who belongs where and when: units within units, people in units, and who a written name means. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from yuandi.chinese.names import plain_name
from yuandi.content.entry import Directory
from yuandi.entry_types import Person, Unit


@dataclass(frozen=True)
class Belonging:
    """The units and people of a portal; `lines` are the ids of each unit and of those above it."""

    units: Directory[Unit]
    people: Directory[Person]
    lines: Mapping[str, tuple[str, ...]]

    def is_within(self, unit: Unit, wanted: Unit) -> bool:
        """Whether a unit is another or lies below it."""
        return wanted.id in self.lines[unit.id]

    def unit_of(self, person: Person, day: date) -> Unit | None:
        """The unit that a person belongs to on a day, as far as people.yml tells."""
        known = [word for since, word in person.unit if since <= day]
        return self.units.find(known[-1]) if known else None

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Person, ...]]:
        found: dict[str, list[Person]] = {}
        for person in self.people:
            found.setdefault(plain_name(person.name), []).append(person)
        return {name: tuple(people) for name, people in found.items()}

    def people_named(self, word: str) -> tuple[Person, ...]:
        """The person with this id, or all with this name; blanks within a name say nothing."""
        person = self.people.by_id.get(word)
        return (person,) if person else self._by_name.get(plain_name(word), ())

    def who(self, word: str) -> str:
        """What is the same for every way to write one person: the id, else the name itself."""
        found = self.people_named(word)
        return found[0].id if len(found) == 1 else plain_name(word)
