"""The answer to a query from the files of the index, found as by the page's script.

Lists of triples show the documents that may hold a phrase. If a pair occurs c times, of which a follow the phrase so far
and b are followed by its next character, at least a + b - c are both: if that is positive, the document holds the phrase.
Four characters of a date, and heavy pairs with both neighbours, have lists of their own. For the remaining doubtful
documents the text itself is read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from yuandi.search.build import texts
from yuandi.search.build.bits import Reader, reader, rice_width
from yuandi.search.build.encode_lists import span, universe
from yuandi.search.build.shards import shard_of
from yuandi.search.constants import (
    BEHIND_DATES,
    CODE,
    FIRST,
    FIRST_VALUE,
    LENGTH,
    LONG,
    OTHERS,
    SECOND,
    TEXT,
    TITLE,
    WEIGHTS,
)
from yuandi.search.query import files, manifest
from yuandi.search.query.dates import are_dates, pair
from yuandi.search.query.document import SearchDocument
from yuandi.search.query.folding import fold
from yuandi.search.query.numbering import number_of
from yuandi.search.query.query import Wanted, parsed

Counts = dict[int, int]
"""Numbers of occurrences by place, which is three times the number of the document plus the field."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that answers a query."""

    id: str
    url: str
    title: str
    date: str
    type: str
    unit: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The number of documents that answer a query, and those asked for."""

    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class Index:
    """An index to search; `read` gives a file of the site. Methods raise DamagedIndexError if a file is damaged."""

    read: Callable[[str], bytes]
    _shelves: dict[int, list[SearchDocument]] = field(default_factory=dict)

    @cached_property
    def first(self) -> manifest.Manifest:
        """The manifest."""
        return manifest.read(files.unquoted(files.INDEX, self.read(files.INDEX)))

    @cached_property
    def _heavy(self) -> dict[tuple[int, int], int]:
        codes = list(map(ord, self.first.heavy))
        return {both: place for place, both in enumerate(zip(codes[::2], codes[1::2], strict=True))}

    def search(
        self, query: str, *, limit: int | None = None, offset: int = 0, by_date: bool = False, **chosen: str
    ) -> Answer:
        """The documents that match a query, best or with `by_date` newest first.

        `chosen` are values of `type`, `unit`, `column` or `year` that they must have.
        """
        numbers = self.numbers(query, by_date=by_date, **chosen)
        last = len(numbers) if limit is None else offset + limit
        return Answer(len(numbers), tuple(self._hit(number) for number in numbers[offset:last]))

    def numbers(self, query: str, *, by_date: bool = False, **chosen: str) -> list[int]:
        """The numbers of all documents that match, in the order of `search`."""
        terms = parsed(query)
        positive = [self._holding(term) for term in terms if not term.is_barred]
        if not positive:
            return []
        left = set(positive[0]).intersection(*positive[1:])
        left = {number for number in left if self._is_chosen(number, chosen)}
        for term in terms:
            if term.is_barred and left:
                left -= self._holding(term).keys()
        scores = {number: 0 if by_date else sum(found[number] for found in positive) for number in left}
        return sorted(left, key=lambda number: (-scores[number], -number))

    def _is_chosen(self, number: int, chosen: Mapping[str, str]) -> bool:
        return all(str(value) in self._values(name, number) for name, value in chosen.items() if value != "")

    def _values(self, name: str, number: int) -> tuple[str, ...]:
        """The values by which a document can be chosen: its id and name, or its year."""
        if name == "year":
            return (str(self._years[number]),)
        first = self.first
        values, places = {
            "type": (first.types, first.type),
            "unit": (first.units, first.unit),
            "column": (first.columns, first.column),
        }[name]
        return values[ord(places[number]) - FIRST_VALUE]

    @cached_property
    def _years(self) -> list[int]:
        return [year for year, count in self.first.years for _ in range(count)]

    def _hit(self, number: int) -> Hit:
        document = self.document(number)
        return Hit(
            id=document.id,
            url=document.address,
            title=document.title,
            date=document.date,
            type=self._values("type", number)[0],
            unit=self._values("unit", number)[0],
        )

    def _holding(self, term: Wanted) -> dict[int, int]:
        """The documents that hold a term, with their weights."""
        found: dict[int, int] = {}
        for place in self._places(term.text):
            number, kind = divmod(place, 3)
            if kind == TITLE or not term.in_title:
                found[number] = found.get(number, 0) + WEIGHTS[kind]
        return found

    def _places(self, text: str) -> Iterable[int]:
        """The fields that hold a stretch of folded text."""
        codes = list(map(ord, text))
        if len(codes) < 3:
            return self._pair(*codes) if codes else ()
        certain, doubtful = self._triples(codes)
        return [*certain, *(place for place in doubtful if text in self._folded(place))]

    def _triples(self, codes: Sequence[int]) -> tuple[list[int], list[int]]:
        """The fields that certainly hold a phrase, and those that may hold it."""
        begun = 4 if len(codes) > 3 and self._is_known(codes[:4]) else 3
        least = self._step(codes[:begun])
        for at in range(begun, len(codes)):
            four = codes[at - 3 : at + 1]
            step, both = (four, four[:3]) if self._is_known(four) else (four[1:], four[1:3])
            more = self._step(step)
            there = least.keys() & more.keys()
            shared = self._step(both) if there else {}
            least = {place: max(0, least[place] + more[place] - shared.get(place, 0)) for place in there}
        return [place for place, count in least.items() if count], [
            place for place, count in least.items() if not count
        ]

    def _is_known(self, four: Sequence[int]) -> bool:
        """Whether four characters have a list of their own."""
        return are_dates(*four) or (four[1], four[2]) in self._heavy

    def _step(self, codes: Sequence[int]) -> Counts:
        """The fields that hold two, three or four characters."""
        return (self._pair, self._triple, self._four)[len(codes) - 2](*codes)

    def _four(self, first: int, second: int, third: int, fourth: int) -> Counts:
        """The fields that hold four characters of a date, or a heavy pair with its neighbours."""
        if (second, third) in self._heavy:
            both = BEHIND_DATES + self._heavy[second, third]
            shard = shard_of(self.first.shards, second, third, first)
            return self._record(shard, both, self._number(first)).get(self._number(fourth), {})
        both = pair(first, second)
        return self._record(shard_of(self.first.shards, both, third), both, self._number(third)).get(
            self._number(fourth), {}
        )

    def _pair(self, first: int, second: int = 0) -> Counts:
        """The fields that hold a character or a pair."""
        shard = shard_of(self.first.shards, first, second)
        groups = self._record(shard, self._number(first), self._number(second))
        if (first, second) in self._heavy:
            return groups.get(0, {})
        found: Counts = {}
        for counts in groups.values():
            for place, count in counts.items():
                found[place] = found.get(place, 0) + count
        return found

    def _triple(self, first: int, second: int, third: int) -> Counts:
        """The fields that hold a triple."""
        shard = shard_of(self.first.shards, first, second, third if (first, second) in self._heavy else 0)
        return self._record(shard, self._number(first), self._number(second)).get(self._number(third), {})

    def _number(self, code: int) -> int:
        return self._numbers.get(code, code + OTHERS) if code else 0

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return number_of(self.first.letters)

    def _record(self, shard: int, first: int, second: int) -> dict[int, Counts]:
        return self._shard(shard).record(first, second)

    @cached_property
    def _shard(self) -> Callable[[int], "Shard"]:
        return lru_cache(maxsize=64)(self._read_shard)

    def _read_shard(self, number: int) -> "Shard":
        path = files.lists(number)
        return shard(files.unscripted(path, self.read(path)), self.first)

    def document(self, number: int) -> SearchDocument:
        """A document by its number."""
        shelf, place = texts.place_of(number, self.first.in_two, self.first.alone)
        if shelf not in self._shelves:
            path = files.shelf(shelf)
            self._shelves[shelf] = texts.unshelved(files.unscripted(path, self.read(path)), self.first.letters)
        return self._shelves[shelf][place]

    def _folded(self, place: int) -> str:
        number, kind = divmod(place, 3)
        document = self.document(number)
        return fold((document.title, document.facts, document.text)[kind])


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard; `starts` are the places of its records in bits, by the numbers of their first two characters."""

    starts: Mapping[tuple[int, int], int]
    records: Reader
    first: manifest.Manifest

    def record(self, first: int, second: int) -> dict[int, Counts]:
        """The fields of a record with their counts, by third character."""
        start = self.starts.get((first, second))
        if start is None:
            return {}
        bits = self.records
        bits.place = start
        text_groups, other_groups = bits.gamma() - 1, bits.gamma() - 1
        groups: dict[int, Counts] = {}
        for third, places in self._groups(text_groups):
            groups[third] = {number * 3 + TEXT: count for number, count in places}
        for third, places in self._groups(other_groups):
            groups.setdefault(third, {}).update((number // 2 * 3 + number % 2, count) for number, count in places)
        return groups

    def _groups(self, count: int) -> Iterator[tuple[int, list[tuple[int, int]]]]:
        third = 0
        k = rice_width(span(self.first.letters), count) if count else 0
        for number in range(count):
            third = third + self.records.rice(k, CODE) if number else self.records.take(CODE)
            yield third, list(self._members())

    def _members(self) -> Iterator[tuple[int, int]]:
        bits = self.records
        size, is_counted = bits.gamma(), bits.take(1)
        k = rice_width(universe(self.first.documents), size)
        number = 0
        for _ in range(size):
            number += bits.rice(k, self.first.deep + 1)
            yield number, bits.gamma() if is_counted else 1


def shard(text: str, first: manifest.Manifest) -> Shard:
    """The shard in a text, of the index with the manifest `first`."""
    table, _, records = text.partition(",")
    starts: dict[tuple[int, int], int] = {}
    bits = reader(table)
    character = place = 0
    for _ in range(bits.gamma() - 1):
        character += bits.rice(FIRST, CODE)
        starts[character, bits.rice(SECOND, CODE)] = place
        place += bits.rice(LENGTH, LONG)
    return Shard(starts, reader(records), first)
