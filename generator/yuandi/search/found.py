"""A query → the documents that answer it, from the files of the index, as the page's script finds them.

Lists of triples tell which documents may hold a phrase. Of pairs met c times, of which a follow the phrase so far and b
go on with it, at least a + b - c do both: where that is more than nothing the phrase is there. Four
characters of a date, and those around a pair that is met very often, have lists of their own. In the documents that are left in doubt the text itself is read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from yuandi.search import files, manifest, texts
from yuandi.search.bits import Reader, reader, rice_width
from yuandi.search.dates import BEHIND, are_dates, pair
from yuandi.search.document import FACTS, TEXT, TITLE, Document
from yuandi.search.folding import fold
from yuandi.search.grams import CODE, HAN
from yuandi.search.query import Wanted, parsed
from yuandi.search.shards import shard_of

Counts = dict[int, int]
"""How often something is met, by place: three times the document's number and the field."""
_WEIGHTS = {TITLE: 4, FACTS: 1, TEXT: 0}


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
    """How many documents answer, and some of them."""

    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class Index:
    """An index to be searched; `read` gives a file of the site. Raises DamagedError where one is not as it was written."""

    read: Callable[[str], bytes]
    _shelves: dict[int, list[Document]] = field(default_factory=dict)

    @cached_property
    def first(self) -> manifest.Manifest:
        """The first download."""
        return manifest.read(files.unquoted(files.INDEX, self.read(files.INDEX)))

    @cached_property
    def _heavy(self) -> dict[tuple[int, int], int]:
        codes = list(map(ord, self.first.heavy))
        return {both: place for place, both in enumerate(zip(codes[::2], codes[1::2], strict=True))}

    def search(
        self, query: str, *, limit: int | None = None, offset: int = 0, by_date: bool = False, **chosen: str
    ) -> Answer:
        """The documents that hold everything a query asks for and nothing that it bars."""
        numbers = self.numbers(query, by_date=by_date, **chosen)
        last = len(numbers) if limit is None else offset + limit
        return Answer(len(numbers), tuple(self._hit(number) for number in numbers[offset:last]))

    def numbers(self, query: str, *, by_date: bool = False, **chosen: str) -> list[int]:
        """The numbers of the documents that answer, best first."""
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
        """What may be given for a document to be chosen: an id or a name."""
        if name == "year":
            return (str(self._years[number]),)
        first = self.first
        values, places = {
            "type": (first.types, first.type),
            "unit": (first.units, first.unit),
            "column": (first.columns, first.column),
        }[name]
        return values[ord(places[number]) - 0x30]

    @cached_property
    def _years(self) -> list[int]:
        return [year for year, count in self.first.years for _ in range(count)]

    def _hit(self, number: int) -> Hit:
        document = self.document(number)
        return Hit(
            document.id, document.address, document.title, document.date,
            self._values("type", number)[0], self._values("unit", number)[0],
        )  # fmt: skip

    def _holding(self, term: Wanted) -> dict[int, int]:
        """The documents that hold a term, with their weight."""
        found: dict[int, int] = {}
        for place in self._places(term.text):
            number, kind = divmod(place, 3)
            if kind == TITLE or not term.in_title:
                found[number] = found.get(number, 0) + _WEIGHTS[kind]
        return found

    def _places(self, text: str) -> Iterable[int]:
        """The fields that hold a stretch of folded text."""
        codes = list(map(ord, text))
        if len(codes) < 3:
            return self._pair(*codes) if codes else ()
        certain, doubtful = self._triples(codes)
        return [*certain, *(place for place in doubtful if text in self._folded(place))]

    def _triples(self, codes: Sequence[int]) -> tuple[list[int], list[int]]:
        """The fields that hold a phrase for certain, and those that may."""
        least = before = self._triple(*codes[:3])
        for at in range(1, len(codes) - 2):
            triple = self._triple(*codes[at : at + 3])
            there = least.keys() & triple.keys()
            if are_dates(*codes[at - 1 : at + 3]) or (codes[at], codes[at + 1]) in self._heavy:
                more, shared = self._four(*codes[at - 1 : at + 3]), before
                there &= more.keys()
            else:
                more, shared = triple, self._pair(*codes[at : at + 2]) if there else {}
            least = {place: max(0, least[place] + more[place] - shared.get(place, 0)) for place in there}
            before = triple
        return [place for place, count in least.items() if count], [
            place for place, count in least.items() if not count
        ]

    def _four(self, first: int, second: int, third: int, fourth: int) -> Counts:
        """The fields that hold four characters of a date, or a heavy pair between two others."""
        if (second, third) in self._heavy:
            both = BEHIND + self._heavy[second, third]
            return self._record(shard_of(self.first.shards, second, third, first), both, first).get(fourth, {})
        both = pair(first, second)
        return self._record(shard_of(self.first.shards, both, third), both, third).get(fourth, {})

    def _pair(self, first: int, second: int = 0) -> Counts:
        """The fields that hold a character or a pair."""
        groups = self._record(shard_of(self.first.shards, first, second), first, second)
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
        return self._record(shard, first, second).get(third, {})

    def _record(self, shard: int, first: int, second: int) -> dict[int, Counts]:
        return self._shard(shard).get((first, second), {})

    @cached_property
    def _shard(self) -> Callable[[int], dict[tuple[int, int], dict[int, Counts]]]:
        return lru_cache(maxsize=64)(self._read_shard)

    def _read_shard(self, shard: int) -> dict[tuple[int, int], dict[int, Counts]]:
        path = files.lists(shard)
        return records(files.unscripted(path, self.read(path)), self.first.deep)

    def document(self, number: int) -> Document:
        """A document by its number."""
        shelf, place = divmod(number, self.first.each)
        if shelf not in self._shelves:
            path = files.shelf(shelf)
            self._shelves[shelf] = texts.unshelved(files.unscripted(path, self.read(path)), self.first.letters)
        return self._shelves[shelf][place]

    def _folded(self, place: int) -> str:
        number, kind = divmod(place, 3)
        document = self.document(number)
        return fold((document.title, document.facts, document.text)[kind])


def records(text: str, deep: int) -> dict[tuple[int, int], dict[int, Counts]]:
    """The lists of a shard: by character and second character, then by third, the fields with their counts."""
    found: dict[tuple[int, int], dict[int, Counts]] = {}
    bits = reader(text)
    first = 0
    while bits.has_more():
        first = first if bits.take(1) else bits.take(CODE)
        if not first:
            break
        second = bits.take(CODE)
        groups: dict[int, Counts] = {}
        text_groups, other_groups = bits.gamma() - 1, bits.gamma() - 1
        for third, places in _groups(bits, text_groups, deep):
            groups[third] = {number * 3 + TEXT: count for number, count in places}
        for third, places in _groups(bits, other_groups, deep):
            groups.setdefault(third, {}).update((number // 2 * 3 + number % 2, count) for number, count in places)
        found[first, second] = groups
    return found


def _groups(bits: Reader, count: int, deep: int) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    third = 0
    k = rice_width(HAN, count) if count else 0
    for number in range(count):
        third = third + bits.rice(k, CODE) if number else bits.take(CODE)
        yield third, list(_members(bits, deep))


def _members(bits: Reader, deep: int) -> Iterator[tuple[int, int]]:
    size, is_counted = bits.gamma(), bits.take(1)
    k = rice_width(1 << deep, size)
    number = 0
    for _ in range(size):
        number += bits.rice(k, deep + 1)
        yield number, bits.gamma() if is_counted else 1
