"""Every part of every type leads somewhere: fields that are there, a page, a form, English words."""

from collections.abc import Iterator
from importlib import import_module, util
from itertools import chain
from pathlib import Path

import pytest
from pydantic import BaseModel

from yuandi import entry_types
from yuandi.entry_types import BY_NAME, TYPES, EntryType
from yuandi.entry_types.entry_type import Filing
from yuandi.entry_types.fields import shape_of
from yuandi.entry_types.session import SessionFields
from yuandi.entry_types.values import DocumentRef
from yuandi.i18n.catalogue import translation

each_type = pytest.mark.parametrize("known", TYPES, ids=lambda known: known.name)
with_page = pytest.mark.parametrize("known", [one for one in TYPES if not one.is_plain], ids=lambda known: known.name)


def inner(model: type[BaseModel], path: str) -> type[BaseModel] | None:
    """The model of what stands at the path of a field."""
    for part in path.split("."):
        shape = next((one for one in shape_of(model).fields.values() if one.attribute == part), None)
        if shape is None or shape.model is None:
            return None
        model = shape.model
    return model


def is_field(model: type[BaseModel] | None, path: str) -> bool:
    """Whether a model has a field at a path."""
    head, _, rest = path.partition(".")
    if model is None or head not in model.model_fields:
        return False
    return is_field(inner(model, head), rest) if rest else True


def items(known: EntryType, path: str) -> type[BaseModel] | None:
    """The model of the items of a field, or of the rows of its table; of the entry as a whole its own."""
    if known.parts and path == known.parts.field:
        return known.parts.model
    return inner(known.model, path) if path else known.model


def paths(known: EntryType) -> Iterator[tuple[str, str, bool]]:
    """Every path that a type's parts have: in which part it stands, the path, whether there is such a field."""
    own = known.own_parts.model if known.own_parts else None
    other = known.parts.model if known.parts else None
    of_entry = (*known.runs, *filter(None, (known.meetings, known.handed_in)), *(one.field for one in known.downloads))
    yield from (("entry", path, is_field(known.model, path)) for path in of_entry)
    yield from (("about", path, is_field(known.model, path) or is_field(own, path)) for path in known.about)
    yield from (("days", path, is_field(known.model, path) or is_field(other, path)) for path in known.days)
    if known.parts:
        yield "parts", known.parts.field, is_field(known.model, known.parts.field)
        yield from (("parts", path, is_field(other, path)) for path in chain(known.parts.telling, known.parts.own))
    if known.credit:
        credited = (known.credit.by_kind, known.credit.otherwise)
        yield from (("credit", path, is_field(known.model, path)) for path in credited)
    if known.printable:
        needed = chain.from_iterable(known.printable.needs)
        yield from (("printable", path, is_field(known.model, path)) for path in needed)
    for due in known.dues:
        of = items(known, due.items)
        given = (due.day, due.text, *filter(None, (due.done,)), *due.owner, *due.owed_by)
        yield from (("dues", path, is_field(of, path) or is_field(known.model, path)) for path in given)
    for filing in known.dossier:
        of = items(known, filing.items)
        given = (*filing.whose, *filing.year)
        yield from (("dossier", path, is_field(of, path) or is_field(known.model, path)) for path in given)
        yield "dossier", filing.role_from, not filing.role_from or is_field(of, filing.role_from)


@each_type
def test_every_path_is_that_of_a_field(known: EntryType) -> None:
    """A slip of the pen in a path would silently find nothing."""
    assert [(part, path) for part, path, is_there in paths(known) if not is_there] == []


@each_type
def test_a_chapter_finds_the_fields_that_it_shows(known: EntryType) -> None:
    """What is filed in a chapter of a dossier has every field that the chapter tells of."""

    def lacking(filing: Filing) -> list[str]:
        of = items(known, filing.items)
        return [path for path in filing.chapter.reads if not is_field(of, path) and not is_field(known.model, path)]

    assert {one.chapter.value: missing for one in known.dossier if (missing := lacking(one))} == {}


def test_meetings_are_sessions() -> None:
    """Where people meet there is all that is told of a session."""
    met = {known.name: items(known, known.meetings) for known in TYPES if known.meetings is not None}
    assert [name for name, model in met.items() if model is None or not issubclass(model, SessionFields)] == []


@with_page
def test_every_type_has_a_page(known: EntryType) -> None:
    """`pages/entry/<module>.py` shows an entry, and makes the form where the type has one."""
    name = f"yuandi.pages.entry.{known.module}"
    file = f"generator/yuandi/pages/entry/{known.module}.py"
    assert util.find_spec(name), f"the type `{known.name}` has no page: write {file}"
    module = import_module(name)
    assert callable(getattr(module, "showing", None)), f"{file} has no function `showing`"
    has_sheet = callable(getattr(module, "sheet", None))
    assert has_sheet is (known.printable is not None), (
        f"{file}: a `sheet` is for types with `printable`, and only those"
    )


def test_every_model_is_in_the_registry() -> None:
    """A module with a `TYPE` that the registry does not list would be forgotten."""
    folder = Path(entry_types.__path__[0])
    written = {file.stem for file in folder.glob("*.py") if "\nTYPE = EntryType(" in file.read_text("utf-8")}
    assert written == {known.module for known in TYPES}


@each_type
def test_every_name_has_its_english(known: EntryType) -> None:
    """Its name, its kinds and its form can be said in English."""
    kind = shape_of(known.model).fields.get("kind")
    kinds = [choice.label for choice in kind.choices] if kind and kind.choices else []
    form = [name for name in (known.printable.label, known.printable.filled_in) if name] if known.printable else []
    assert [name for name in (known.label, *kinds, *form) if translation("en", "", name) == name] == []


def test_only_the_parts_of_another_type_are_records_of_it() -> None:
    """`of_type` names a type that there is."""
    assert {known.parts.of_type for known in TYPES if known.parts} - {None} <= BY_NAME.keys()


def test_documents_are_what_references_to_documents_may_name() -> None:
    """`DocumentRef` stands below the registry and has the names again."""
    (_, refers) = DocumentRef.__metadata__[-2:]
    assert set(refers.types) == {known.name for known in TYPES if known.is_document}
