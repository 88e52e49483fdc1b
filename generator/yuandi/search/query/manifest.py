"""What the page's script loads first: how to fold, where to look, and each document's type, year, unit and column."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import groupby

from yuandi.search.constants import FIRST_VALUE
from yuandi.search.query.document import Catalogue, Document


@dataclass(frozen=True, slots=True)
class Manifest:
    """The first download. Values by document are one character each: its place in the list beside it, from `0`.

    `years` are runs of documents, oldest first, year 0 for those without a date; `heavy` are pairs of characters;
    `terms` the files of suggestions; `fold` pairs of a character and what it becomes; `letters` stand for what is met often.
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
        """As text; the version comes first."""
        values = {item.name: getattr(self, item.name) for item in fields(self)}
        return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> Manifest:
    """The manifest again."""
    values = json.loads(text)
    for name in ("terms", "years", "types", "units", "columns"):
        values[name] = tuple(one if isinstance(one, str) else tuple(one) for one in values[name])
    return Manifest(**values)


def manifest(catalogue: Catalogue) -> Manifest:
    """What documents say of themselves; the rest is filled in when the lists are made."""
    documents = catalogue.documents
    types, type_of = _values([(one.type, catalogue.types.get(one.type, one.type)) for one in documents])
    units, unit_of = _values([(one.unit, catalogue.units.get(one.unit, one.unit)) for one in documents])
    columns, column_of = _values([(one.column, catalogue.columns.get(one.column, one.column)) for one in documents])
    return Manifest(
        version=0, documents=len(documents), deep=len(documents).bit_length(), shards=0, in_two=0, alone=0, letters="", fold="", heavy="", terms=(), years=_years(documents),
        types=types, type=type_of, units=units, unit=unit_of, columns=columns, column=column_of,
    )  # fmt: skip


def _years(documents: Sequence[Document]) -> tuple[tuple[int, int], ...]:
    years = (int(one.date[:4] or 0) for one in documents)
    return tuple((year, sum(1 for _ in run)) for year, run in groupby(years))


def _values(pairs: Sequence[tuple[str, str]]) -> tuple[tuple[tuple[str, str], ...], str]:
    """The different values with their names, and each document's as a character."""
    different = tuple(sorted(set(pairs)))
    places = {pair: chr(FIRST_VALUE + place) for place, pair in enumerate(different)}
    return different, "".join(places[pair] for pair in pairs)


def facets(catalogue: Catalogue) -> str:
    """Tags and people of all documents, which only the page of results needs."""
    tags = sorted({tag for one in catalogue.documents for tag in one.tags})
    people = sorted({person for one in catalogue.documents for person in one.people})
    values = {
        "tags": tags,
        "tag": _places(tags, (one.tags for one in catalogue.documents)),
        "people": [(person, catalogue.people.get(person, person)) for person in people],
        "person": _places(people, (one.people for one in catalogue.documents)),
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _places(names: Sequence[str], values: Iterable[Sequence[str]]) -> list[list[int]]:
    place = {name: number for number, name in enumerate(names)}
    return [sorted({place[one] for one in value}) for value in values]
