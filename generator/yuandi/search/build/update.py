"""Update of the index after an edit: only the files that differ, made by the same functions as the whole index.

The old text is overwritten with breaks in the corpus and the new one is appended; then the shards of every character,
pair and triple that the document gained or lost are made again.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from yuandi.search.build import texts
from yuandi.search.build.corpus import Corpus, folded_codes, numbered
from yuandi.search.build.grams import Lists
from yuandi.search.build.index import IndexState, folds, key_of_terms, keyed, small, suggested, terms, version
from yuandi.search.build.shards import HEAVY, NONE, Homes, homes, shard_of
from yuandi.search.constants import FIRST_DATE, ON_A_CARD
from yuandi.search.query import files
from yuandi.search.query.dates import are_dates, pair
from yuandi.search.query.document import Catalogue, SearchDocument
from yuandi.search.query.manifest import Manifest, manifest

Read = Callable[[str], bytes]
Pair = tuple[int, int]


class _More(Exception):  # noqa: N818  # it is not an error: the whole index is made
    """More files than lists and texts may change."""


def edited(
    state: IndexState, changed: Mapping[int, SearchDocument], read: Read, catalogue: Catalogue | None = None
) -> tuple[IndexState, dict[str, bytes]] | None:
    """The new state and the files that differ after documents, by number, have changed. `read` gives a present file.

    Without a catalogue only texts may have changed. None if the whole index must be made. Raises DamagedIndexError.
    """
    try:
        return _edited(state, changed, read, catalogue)
    except _More:
        return None


def documents_of(state: IndexState, read: Read, numbers: Iterable[int] | None = None) -> dict[int, SearchDocument]:
    """The documents in the files, by number; by default all. Raises DamagedIndexError."""
    found: dict[int, SearchDocument] = {}
    wanted = range(len(state.documents)) if numbers is None else numbers
    for shelf, those in _by_file(state, wanted).items():
        there = texts.unshelved(files.unscripted(shelf, read(shelf)), state.manifest.letters)
        found.update((number, there[place]) for number, place in those.items())
    return found


def _edited(
    state: IndexState, changed: Mapping[int, SearchDocument], read: Read, catalogue: Catalogue | None
) -> tuple[IndexState, dict[str, bytes]]:
    made: dict[str, bytes] = {}
    sampled = state.sampled.copy()
    letters = state.manifest.letters
    before: dict[int, SearchDocument] = {}
    for path, shelf in _by_file(state, changed).items():
        there = texts.unshelved(files.unscripted(path, read(path)), letters)
        for number, place in shelf.items():
            before[number], document = there[place], changed[number]
            there[place] = document
            if letters and texts.is_sampled(document.id):
                sampled += texts.counts(texts.shelved(document)) - texts.counts(texts.shelved(before[number]))
        made[path] = files.script(path, texts.shelf(there, letters).encode())
    if letters and texts.letters(sampled) != letters:
        raise _More
    moved, met, shards = _moved(state, before, changed)
    for number, text in Lists(*moved, letters).of(sorted(shards)):
        path = files.lists(number)
        made[path] = files.script(path, text)
    sums = dict(state.sums)
    documents, terms_key = list(state.documents), state.terms
    for number, document in changed.items():
        documents[number] = keyed(document) if catalogue else (*documents[number][:2], keyed(document)[2])
    first = state.manifest
    if catalogue:
        made |= _cards(changed, letters, read)
        made |= dict(small(catalogue))
        first = _renewed(first, catalogue)
        if key_of_terms(catalogue) != terms_key:
            terms_key = key_of_terms(catalogue)
            new = dict(suggested(catalogue))
            sums = {path: total for path, total in sums.items() if not path.startswith(_TERMS) or path in new}
            made |= new
    sums |= {path: files.checksum(data) for path, data in made.items()}
    sums = {path: sums[path] for path in sorted(sums)}
    first = replace(first, version=version(sums), fold=folds(moved[0].alphabet, met), terms=terms(sums))
    made[files.INDEX] = files.quoted(files.INDEX, first.json())
    return IndexState(*moved, met, sampled, first, tuple(documents), terms_key, sums), made


_TERMS = files.suggested("").removesuffix(".js")


def _renewed(first: Manifest, catalogue: Catalogue) -> Manifest:
    """The manifest with new values of documents."""
    kept = ("shards", "in_two", "alone", "letters", "heavy")
    return replace(manifest(catalogue), **{name: getattr(first, name) for name in kept})


def _by_file(state: IndexState, numbers: Iterable[int]) -> dict[str, dict[int, int]]:
    """Documents by the file that holds them, with their places in it."""
    found: dict[str, dict[int, int]] = {}
    for number in sorted(numbers):
        shelf, place = texts.place_of(number, state.manifest.in_two, state.manifest.alone)
        found.setdefault(files.shelf(shelf), {})[number] = place
    return found


def _cards(changed: Mapping[int, SearchDocument], letters: str, read: Read) -> dict[str, bytes]:
    """The changed files of titles, by path."""
    made = {}
    for card in sorted({number // ON_A_CARD for number in changed}):
        path = files.cards(card)
        there = texts.unshelved(files.unscripted(path, read(path)), letters)
        for number, document in changed.items():
            if number // ON_A_CARD == card:
                there[number % ON_A_CARD] = document
        made[path] = files.script(path, texts.cards(there, letters)[0].encode())
    return made


def _stretches(document: SearchDocument) -> tuple[str, str, str]:
    """The fields of a document, each with the break that ends it."""
    return f"{document.title}\x01", f"{document.facts}\x02", f"{document.text}\x03"


def _moved(
    state: IndexState, before: Mapping[int, SearchDocument], changed: Mapping[int, SearchDocument]
) -> tuple[tuple[Corpus, Homes], NDArray[np.int64], set[int]]:
    """The corpus and its shards with the changed texts, the numbers of occurrences of characters, and the shards that
    differ."""
    corpus, where = state.corpus, state.homes
    characters = corpus.characters
    heavy_at, met = where.heavy_at, state.met.copy()
    blot = int(np.flatnonzero(corpus.alphabet == 3)[0])
    alphabet, begins, fields = corpus.alphabet, [corpus.begins], [corpus.fields]
    added: list[NDArray[np.uint16]] = []
    size = characters.size
    touched: set[int] = set()
    paired: set[Pair] = set()
    blotted: list[tuple[int, int]] = []
    for number, kind, text in _differing(before, changed):
        field = number * 4 + kind
        start, end = _stretch(corpus, field)
        old = characters[start:end]
        new, alphabet = numbered(folded_codes(text), alphabet)
        touched |= _around(alphabet, old, new, where)
        touched |= _touched(_triples(alphabet, old), _triples(alphabet, new), where, paired)
        met = np.append(met, np.zeros(alphabet.size - met.size, dtype=np.int64))
        np.subtract.at(met, old, 1)
        np.add.at(met, new, 1)
        blotted.append((start, end))
        heavy_at = heavy_at[(heavy_at < start) | (heavy_at >= end)]
        begins.append(np.array([size], dtype=np.int64))
        fields.append(np.array([field], dtype=np.uint32))
        added.append(new)
        size += new.size
    if not added:
        return (corpus, where), met, touched
    tail = Corpus(np.concatenate(added), alphabet, begins[0][:0], fields[0][:0])
    ends = homes(tail, where.shards, where.heavy)
    whole, home = np.append(characters, tail.characters), np.append(where.home, ends.home)
    for start, end in blotted:
        whole[start:end], home[start:end] = blot, NONE
    moved = Corpus(whole, alphabet, np.concatenate(begins), np.concatenate(fields))
    placed = Homes(where.shards, where.heavy, home, np.append(heavy_at, ends.heavy_at + characters.size))
    _check_heavy(moved, placed, paired, met)
    return (moved, placed), met, touched


def _differing(
    before: Mapping[int, SearchDocument], changed: Mapping[int, SearchDocument]
) -> Iterator[tuple[int, int, str]]:
    """The fields that differ: the number of the document, the kind of field, its new text."""
    for number, document in sorted(changed.items()):
        for kind, (old, new) in enumerate(zip(_stretches(before[number]), _stretches(document), strict=True)):
            if old != new:
                yield number, kind, new


def _stretch(corpus: Corpus, field: int) -> tuple[int, int]:
    """The start and end of a field's newest text in the corpus."""
    place = int(np.flatnonzero(corpus.fields == field)[-1])
    ends = corpus.begins[place + 1 : place + 2].tolist() or [corpus.characters.size]
    return int(corpus.begins[place]), ends[0]


def _triples(alphabet: NDArray[np.uint32], characters: NDArray[np.uint16]) -> Counter[tuple[int, int, int]]:
    """The numbers of occurrences in a text of each triple by codes, and of four characters of dates, whose first two are
    one code; a break is 0."""
    codes = alphabet[characters]
    codes[codes <= 3] = 0
    codes[codes == 10] = 0
    text = codes.tolist()
    padded = [*text, 0, 0, 0]
    found: Counter[tuple[int, int, int]] = Counter(zip(text, padded[1:-2], padded[2:-1], strict=True))
    fours = zip(text, padded[1:-2], padded[2:-1], padded[3:], strict=True)
    found.update((pair(four[0], four[1]), four[2], four[3]) for four in fours if are_dates(*four))
    return found


def _touched(
    old: Counter[tuple[int, int, int]], new: Counter[tuple[int, int, int]], where: Homes, paired: set[Pair]
) -> set[int]:
    """The shards whose lists differ. Pairs whose number of occurrences changed are added to `paired`."""
    singles = {first for first, *_ in old} ^ {first for first, *_ in new}
    found = {shard_of(where.shards, code) for code in singles if 0 < code < FIRST_DATE}
    pairs: Counter[Pair] = Counter()
    for triple in {*old, *new}:
        first, second, third = triple
        more = new[triple] - old[triple]
        if first and second and more:
            pairs[first, second] += more
            third = third if (first, second) in where.heavy else 0
            found.add(shard_of(where.shards, first, second, third))
    paired.update(pair for pair, more in pairs.items() if more)
    return found | {shard_of(where.shards, *pair) for pair in paired}


def _around(alphabet: NDArray[np.uint32], old: NDArray[np.uint16], new: NDArray[np.uint16], where: Homes) -> set[int]:
    """The shards of heavy pairs whose neighbouring characters differ."""
    counts = []
    for characters in (old, new):
        text = alphabet[characters].tolist()
        fours = zip(text, text[1:], text[2:], text[3:], strict=False)
        counts.append(Counter(four for four in fours if (four[1], four[2]) in where.heavy))
    differing = (four for four in {*counts[0], *counts[1]} if counts[0][four] != counts[1][four])
    return {shard_of(where.shards, first, second, before) for before, first, second, _ in differing}


def _check_heavy(corpus: Corpus, where: Homes, paired: set[Pair], met: NDArray[np.int64]) -> None:
    """Raise _More if a pair became heavy or ceased to be so."""
    often = {int(code) for code in corpus.alphabet[met > HEAVY].tolist()}
    light = {pair for pair in paired - where.heavy if often.issuperset(pair)}
    if light:
        homes_of = np.zeros(1 << 16, dtype=np.bool_)
        homes_of[[shard_of(where.shards, *pair) for pair in light]] = True
        counts = _counts(corpus, np.flatnonzero(homes_of[where.home]))
        if any(counts[pair] > HEAVY for pair in light):
            raise _More
    heavy = paired & where.heavy
    if heavy:
        begin = np.isin(corpus.alphabet, [first for first, _ in heavy])
        counts = _counts(corpus, where.heavy_at[begin[corpus.characters[where.heavy_at]]])
        if any(counts[pair] <= HEAVY for pair in heavy):
            raise _More


def _counts(corpus: Corpus, places: NDArray[np.int64]) -> Counter[Pair]:
    """The numbers of occurrences at these places of each pair."""
    keys = corpus.characters[places].astype(np.uint32) << np.uint32(16) | corpus.characters[places + 1]
    found, counts = np.unique(keys, return_counts=True)
    codes = corpus.alphabet
    first, second = codes[found >> np.uint32(16)].tolist(), codes[found & np.uint32(0xFFFF)].tolist()
    return Counter(dict(zip(zip(first, second, strict=True), counts.tolist(), strict=True)))
