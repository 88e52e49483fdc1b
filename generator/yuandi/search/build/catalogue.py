"""The documents and terms of the index, from the pages that one audience sees on one day and from nothing else."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import BookList
from yuandi.i18n import say
from yuandi.pages import EntryView, Shown, View, type_parts
from yuandi.pages import parts as p
from yuandi.search.build.suggestions import words
from yuandi.search.query.document import Catalogue, SearchDocument, Term, line, lines

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
"""The parts of a page whose words belong to it, by type: not rows, nor meetings with a page of their own."""
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
    """All entries with a page, oldest first; `texts` are their plain texts by id."""
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


def _document(shown: Shown, entry: Entry[Any], view: EntryView | None, text: str) -> SearchDocument:
    record, portal = entry.record, shown.portal
    unit = portal.units.find(record.unit) if record.unit else None
    column = portal.column_of(entry)
    words = [(word, address) for word, address in _words_of(view) if p.WORDS not in word] if view else []
    addresses = {address for _, address in words if address and address.startswith(_PEOPLE)}
    people = (address.removeprefix(_PEOPLE).removesuffix("/").removesuffix(".html") for address in addresses)
    facts = lines("\n".join(dict.fromkeys(line(say(word, portal.settings.language)) for word, _ in words)))
    return SearchDocument(
        id=entry.id,
        address=entry.address,
        title=line(record.title),
        date=record.date.isoformat() if record.date else "",
        type=entry.type.name,
        unit=unit.id if unit else "",
        column=column.id if column else "",
        tags=tuple(map(line, record.tags)),
        people=tuple(sorted(people)),
        facts="\n".join(filter(None, (line(record.summary or ""), facts))),
        text=text,
    )


def _words_of(view: EntryView) -> Iterator[tuple[str, str | None]]:
    """The words that a page shows around the text, with the addresses of links."""
    for value in _VALUES(view):
        yield from _words_in(value)


_VALUES = attrgetter(*_VIEW)


def _words_in(value: Any) -> Iterator[tuple[str, str | None]]:
    kind = type(value)
    if kind is p.Link:
        yield value.text, value.address
    elif issubclass(kind, str):
        yield value, None
    elif kind is tuple:
        for item in value:
            yield from _words_in(item)
    elif kind is type_parts.Meeting:
        if value.address is None:
            for name in _MEETING:
                yield from _words_in(getattr(value, name))
    else:
        for name in _WORDS.get(kind, ()):
            yield from _words_in(getattr(value, name))


def _names(shown: Shown, documents: tuple[SearchDocument, ...]) -> Iterator[Term]:
    """People, units, groups and columns, weighted by the number of documents that name them."""
    portal, where = shown.portal, shown.portal.addresses
    people = _counted(person for document in documents for person in document.people)
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


def _words(shown: Shown, documents: tuple[SearchDocument, ...]) -> Iterator[Term]:
    """Tags, books and the words of titles; each text once, as the first of these kinds."""
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
