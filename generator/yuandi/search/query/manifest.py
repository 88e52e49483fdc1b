"""The manifest, which the page's script loads first: data for folding and look-up, and the properties of documents."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import groupby

from yuandi.search.constants import FIRST_VALUE
from yuandi.search.query.document import Catalogue, SearchDocument


@dataclass(frozen=True, slots=True)
class Manifest:
    """The first file that is loaded.

    `type`, `unit` and `column` have one character for each document: its place in `types`, `units` or `columns`, counted
    from the character `0`. `deep` is the number of bits of a document's number. `years` are runs of documents, oldest
    first, with year 0 for documents without a date; `heavy` are the heavy pairs; `terms` the names of the files of
    suggestions; `fold` pairs of a character and its folded form; `letters` the most frequent characters.
    """

    version: int
    documents: int
    deep: int
    shards: int
    in_two: int
    alone: int
    letters: str
    fold: str
    heavy: str
    terms: tuple[str, ...]
    years: tuple[tuple[int, int], ...]
    types: tuple[tuple[str, str], ...]
    type: str
    units: tuple[tuple[str, str], ...]
    unit: str
    columns: tuple[tuple[str, str], ...]
    column: str

    def json(self) -> str:
        """The manifest as JSON; the version comes first."""
        values = {item.name: getattr(self, item.name) for item in fields(self)}
        return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> Manifest:
    """The manifest in a text made by `Manifest.json`."""
    values = json.loads(text)
    for name in ("terms", "years", "types", "units", "columns"):
        values[name] = tuple(value if isinstance(value, str) else tuple(value) for value in values[name])
    return Manifest(**values)


def manifest(catalogue: Catalogue) -> Manifest:
    """A manifest with the properties of documents; the other fields are filled in when the lists are made."""
    documents = catalogue.documents
    types, type_of = _values([document.type for document in documents], catalogue.types)
    units, unit_of = _values([document.unit for document in documents], catalogue.units)
    columns, column_of = _values([document.column for document in documents], catalogue.columns)
    return Manifest(
        version=0,
        documents=len(documents),
        deep=len(documents).bit_length(),
        shards=0,
        in_two=0,
        alone=0,
        letters="",
        fold="",
        heavy="",
        terms=(),
        years=_years(documents),
        types=types,
        type=type_of,
        units=units,
        unit=unit_of,
        columns=columns,
        column=column_of,
    )


def _years(documents: Sequence[SearchDocument]) -> tuple[tuple[int, int], ...]:
    years = (int(document.date[:4] or 0) for document in documents)
    return tuple((year, sum(1 for _ in run)) for year, run in groupby(years))


def _values(ids: Sequence[str], names: Mapping[str, str]) -> tuple[tuple[tuple[str, str], ...], str]:
    """The different ids with their names, and a character for the id of each document."""
    different = sorted(set(ids))
    places = {identifier: chr(FIRST_VALUE + place) for place, identifier in enumerate(different)}
    values = tuple((identifier, names.get(identifier, identifier)) for identifier in different)
    return values, "".join(places[identifier] for identifier in ids)


def facets(catalogue: Catalogue) -> str:
    """The tags and people of all documents as JSON, which only the page of results needs."""
    documents = catalogue.documents
    tags = sorted({tag for document in documents for tag in document.tags})
    people = sorted({person for document in documents for person in document.people})
    values = {
        "tags": tags,
        "tag": _places(tags, (document.tags for document in documents)),
        "people": [(person, catalogue.people.get(person, person)) for person in people],
        "person": _places(people, (document.people for document in documents)),
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _places(names: Sequence[str], values: Iterable[Sequence[str]]) -> list[list[int]]:
    place = {name: number for number, name in enumerate(names)}
    return [sorted({place[name] for name in value}) for value in values]
