"""Pages of people: units, seats, open tasks, responsibilities, publications and honours."""

from yuandi.entry_types import Person, Unit
from yuandi.i18n import message
from yuandi.pages.entry.showing import facts
from yuandi.pages.organisation.subject import SubjectData, SubjectProfile, crumbs
from yuandi.pages.organisation.subject_blocks import standing
from yuandi.pages.shown import Shown


def person_profile(data: SubjectData, person: Person) -> SubjectProfile:
    """The profile of a person."""
    shown, seats = data.shown, data.seats.get(person.id, ())
    unit = unit_of(shown, person)
    link = shown.to_unit(unit) if unit else None
    return SubjectProfile(
        kind="person",
        id=person.id,
        name=person.name,
        label=message("人员"),
        facts=facts((message("单位"), link), (message("职务"), person.post), (message("任职"), tuple(seats))),
        crumbs=crumbs(shown, link),
        blocks=standing(data, "person", person.id),
    )


def unit_of(shown: Shown, person: Person) -> Unit | None:
    """The unit that a person belongs to on the day of the build."""
    return shown.portal.belonging.unit_of(person, shown.as_of)
