"""What one audience sees on one day, as something to be found. Nothing that is not shown comes in here."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import BookList
from yuandi.i18n import say
from yuandi.pages import EntryView, Shown, View, type_parts
from yuandi.pages import parts as p
from yuandi.search.build.suggestions import words
from yuandi.search.query.document import Catalogue, Document, Term, line, lines

_WORDS: Mapping[type, tuple[str, ...]] = {
    p.Link: ("text",),
    p.Fact: ("values",),
    type_parts.Timeline: ("phases",),
    type_parts.TimelinePhase: ("name", "label", "marks"),
    type_parts.TimelineMark: ("name", "deliverable"),
    p.Grid: ("rows",),
    p.Cell: ("links",),
    p.Items: ("items",),
    type_parts.Books: ("books",),
    type_parts.Book: ("title", "author", "publisher", "isbn", "place", "note"),
    type_parts.Meetings: ("coming", "past"),
    p.Bars: ("bars",),
    p.Bar: ("label", "value"),
    type_parts.Wall: ("parts",),
    type_parts.WallPart: ("title", "honours"),
    type_parts.Honour: ("name", "unit", "reason"),
    type_parts.Team: ("group", "seats", "duties", "below"),
    type_parts.Seat: ("role", "people"),
    p.Steps: ("steps",),
    p.File: ("title",),
}
"""Where the words of a page stand that are its own: rows and meetings with a page lead to others."""
_MEETING = ("title", "host", "place", "lecturers", "chair")
_VIEW = (
    "doc_number",
    "number",
    "signatory",
    "unit",
    "authors",
    "recipients",
    "tags",
    "facts",
    "before",
    "after",
    "files",
    "extra",
)
_PEOPLE = "people/"


def catalogue(shown: Shown, views: Iterable[View], texts: Mapping[str, str]) -> Catalogue:
    """Everything with a page, oldest first, with the texts that are given by id."""
    by_source = {view.source: view for view in views if isinstance(view, EntryView)}
    documents = tuple(
        _document(shown, entry, by_source.get(entry.id), texts.get(entry.id, ""))
        for entry in reversed(shown.everything)
    )
    portal, lang = shown.portal, shown.portal.settings.language
    return Catalogue(
        documents,
        types={entry.type.name: say(entry.type.message, lang) for entry in shown.everything},
        units={unit.id: unit.short or unit.name for unit in portal.units},
        columns={column.id: column.title for column in portal.columns},
        people={person.id: person.name for person in portal.people},
        terms=(*_names(shown, documents), *_words(shown, documents)),
    )


def _document(shown: Shown, entry: Entry[Any], view: EntryView | None, text: str) -> Document:
    record, portal = entry.record, shown.portal
    unit = portal.units.find(record.unit) if record.unit else None
    column = portal.column_of(entry)
    said = [one for one in _words_of(view) if p.WORDS not in one[0]] if view else []
    addresses = {address for _, address in said if address and address.startswith(_PEOPLE)}
    facts = lines("\n".join(dict.fromkeys(line(say(word, portal.settings.language)) for word, _ in said)))
    return Document(
        id=entry.id,
        address=entry.address,
        title=line(record.title),
        date=record.date.isoformat() if record.date else "",
        type=entry.type.name,
        unit=unit.id if unit else "",
        column=column.id if column else "",
        tags=tuple(map(line, record.tags)),
        people=tuple(
            sorted(address.removeprefix(_PEOPLE).removesuffix("/").removesuffix(".html") for address in addresses)
        ),
        facts="\n".join(filter(None, (line(record.summary or ""), facts))),
        text=text,
    )


def _words_of(view: EntryView) -> Iterator[tuple[str, str | None]]:
    """The words that stand around the text, with where they lead."""
    for value in _VALUES(view):
        yield from _said(value)


_VALUES = attrgetter(*_VIEW)


def _said(value: Any) -> Iterator[tuple[str, str | None]]:
    kind = type(value)
    if kind is p.Link:
        yield value.text, value.address
    elif issubclass(kind, str):
        yield value, None
    elif kind is tuple:
        for one in value:
            yield from _said(one)
    elif kind is type_parts.Meeting:
        if value.address is None:
            for name in _MEETING:
                yield from _said(getattr(value, name))
    else:
        for name in _WORDS.get(kind, ()):
            yield from _said(getattr(value, name))


def _names(shown: Shown, documents: tuple[Document, ...]) -> Iterator[Term]:
    """People, units, groups, columns and types, each with how many documents name it."""
    portal, where = shown.portal, shown.portal.addresses
    people = _counted(one for document in documents for one in document.people)
    for person in portal.people:
        reading = getattr(person, "pinyin", None) or ""
        yield Term(line(person.name), "person", people.get(person.id, 0) + 1, where.person(person.id), reading)
    units = _counted(document.unit for document in documents)
    for unit in portal.units:
        yield Term(line(unit.name), "unit", units.get(unit.id, 0) + 1, where.unit(unit.id))
    for group in portal.groups:
        yield Term(line(group.name), "group", 1, where.group(group.id))
    columns = _counted(document.column for document in documents)
    for column in portal.columns:
        yield Term(line(column.title), "column", columns.get(column.id, 0) + 1, where.column(column.id))


def _words(shown: Shown, documents: tuple[Document, ...]) -> Iterator[Term]:
    """Tags, books and the words of titles; what is a tag is no other word."""
    tags = _counted(tag for document in documents for tag in document.tags)
    books = _counted(line(book.title) for entry in shown.of(BookList) for book in entry.record.books)
    found = words(document.title for document in documents)
    yield from (Term(text, "tag", count + found.get(text, 0)) for text, count in tags.items())
    yield from (Term(text, "book", count) for text, count in books.items() if text not in tags)
    yield from (Term(text, "word", count) for text, count in found.items() if text not in tags and text not in books)


def _counted(values: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for value in values:
        found[value] = found.get(value, 0) + 1
    return found
