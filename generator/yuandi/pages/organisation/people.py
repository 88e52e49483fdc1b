"""Pages of people: where they belong, the seats they hold; what they owe, lead, wrote and won."""

from collections.abc import Iterator

from yuandi.entry_types import Person, Unit
from yuandi.facts.membership import members_on
from yuandi.pages.entry.showing import facts
from yuandi.pages.lists import ListView
from yuandi.pages.organisation.standing import standing
from yuandi.pages.organisation.subject import Subject, Told, crumbs, subject_pages
from yuandi.pages.parts import Link
from yuandi.pages.shown import Shown


def person_pages(told: Told) -> Iterator[ListView]:
    """The pages of all people."""
    seats = _seats(told.shown)
    for person in told.shown.portal.people:
        yield from subject_pages(told, _subject(told, person, tuple(seats.get(person.id, ()))))


def _subject(told: Told, person: Person, seats: tuple[Link, ...]) -> Subject:
    shown = told.shown
    unit = unit_of(shown, person)
    link = shown.to_unit(unit) if unit else None
    return Subject(
        kind="person",
        id=person.id,
        name=person.name,
        label="人员",
        facts=facts(("单位", link), ("职务", person.post), ("任职", seats)),
        crumbs=crumbs(shown, link),
        blocks=standing(told, "person", person.id),
    )


def _seats(shown: Shown) -> dict[str, list[Link]]:
    """The seats in groups that people hold on the day, by their ids."""
    found: dict[str, list[Link]] = {}
    for group in shown.portal.groups:
        for member in members_on(group, shown.as_of):
            if person := shown.portal.people.find(member.person):
                link = Link(f"{group.name}{member.role or '成员'}", shown.portal.addresses.group(group.id))
                found.setdefault(person.id, []).append(link)
    return found


def unit_of(shown: Shown, person: Person) -> Unit | None:
    """The unit a person belongs to on the day of the build."""
    return shown.portal.belonging.unit_of(person, shown.as_of)
