"""After an edit: the files of the index that differ, made by the same hands as the whole.

The old text is blotted out where it stood, the new one put behind all others; then the shards of every character,
pair and triple that the document gained or lost are made again.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from yuandi.search import files, texts
from yuandi.search.corpus import Corpus, folded_codes, numbered
from yuandi.search.document import TEXT, Document
from yuandi.search.grams import Lists
from yuandi.search.index import State, folds
from yuandi.search.shards import HEAVY, Homes, homes, shard_of

Read = Callable[[str], bytes]
Pair = tuple[int, int]


class _More(Exception):  # noqa: N818  # no error: the whole index is made
    """More than lists and texts may change."""


def edited(state: State, changed: Mapping[int, str], read: Read) -> tuple[State, dict[str, bytes]] | None:
    """The files that differ after some documents, by number, have other texts. `read` gives a file as it is.

    None where the whole index must be made. Raises DamagedError.
    """
    try:
        return _edited(state, changed, read)
    except _More:
        return None


def _edited(state: State, changed: Mapping[int, str], read: Read) -> tuple[State, dict[str, bytes]]:
    made: dict[str, bytes] = {}
    sampled = state.sampled.copy()
    letters = state.manifest.letters
    for path, shelf in _shelves(changed, state.manifest.each).items():
        there = texts.unshelved(files.unscripted(path, read(path)), letters)
        for place, text in shelf.items():
            after = replace(there[place], text=text)
            _resample(sampled, there[place], after, has_letters=bool(letters))
            there[place] = after
        made[path] = files.script(path, texts.shelf(there, letters).encode())
    if letters and texts.letters(sampled) != letters:
        raise _More
    moved, met, shards = _moved(state, changed)
    for number, text in Lists(*moved).of(sorted(shards)):
        path = files.lists(number)
        made[path] = files.script(path, text)
    version = state.manifest.version + sum(files.checksum(data) - files.checksum(read(path)) for path, data in made.items())
    first = replace(state.manifest, version=version, fold=folds(moved[0].alphabet, met))
    made[files.INDEX] = files.quoted(files.INDEX, first.json())
    return State(*moved, met, sampled, first), made


def _shelves(changed: Mapping[int, str], each: int) -> dict[str, dict[int, str]]:
    """The changed texts by file and place in it."""
    found: dict[str, dict[int, str]] = {}
    for number, text in changed.items():
        found.setdefault(files.shelf(number // each), {})[number % each] = text
    return found


def _resample(sampled: NDArray[np.int64], before: Document, after: Document, *, has_letters: bool) -> None:
    if has_letters and texts.is_sampled(before.id):
        sampled += texts.counts(after.text) - texts.counts(before.text)


def _moved(state: State, changed: Mapping[int, str]) -> tuple[tuple[Corpus, Homes], NDArray[np.int64], set[int]]:
    """The corpus and its shards with other texts, how often characters are met in it, and the shards that differ."""
    corpus, where = state.corpus, state.homes
    characters, home = corpus.characters.copy(), where.home.copy()
    heavy_at, met = where.heavy_at, state.met.copy()
    blot = int(np.flatnonzero(corpus.alphabet == 3)[0])
    alphabet, begins, fields = corpus.alphabet, [corpus.begins], [corpus.fields]
    added: list[NDArray[np.uint16]] = []
    size = characters.size
    touched: set[int] = set()
    paired: set[Pair] = set()
    for number, text in sorted(changed.items()):
        field = number * 4 + TEXT
        start, end = _stretch(corpus, field)
        old = characters[start:end].copy()
        new, alphabet = numbered(folded_codes(f"{text}\x03"), alphabet)
        touched |= _touched(_triples(alphabet, old), _triples(alphabet, new), where, paired)
        met = np.append(met, np.zeros(alphabet.size - met.size, dtype=np.int64))
        np.subtract.at(met, old, 1)
        np.add.at(met, new, 1)
        characters[start:end], home[start:end] = blot, 0xFFFF
        heavy_at = heavy_at[(heavy_at < start) | (heavy_at >= end)]
        begins.append(np.array([size], dtype=np.int64))
        fields.append(np.array([field], dtype=np.uint32))
        added.append(new)
        size += new.size
    tail = Corpus(np.concatenate(added), alphabet, begins[0][:0], fields[0][:0])
    ends = homes(tail, where.shards, where.heavy)
    moved = Corpus(np.append(characters, tail.characters), alphabet, np.concatenate(begins), np.concatenate(fields))
    placed = Homes(
        where.shards,
        where.heavy,
        np.append(home, ends.home),
        np.append(heavy_at, ends.heavy_at + characters.size),
    )
    _check_heavy(moved, placed, paired, met)
    return (moved, placed), met, touched


def _stretch(corpus: Corpus, field: int) -> tuple[int, int]:
    """Where a field's newest text begins and ends."""
    place = int(np.flatnonzero(corpus.fields == field)[-1])
    ends = corpus.begins[place + 1 : place + 2].tolist() or [corpus.characters.size]
    return int(corpus.begins[place]), ends[0]


def _triples(alphabet: NDArray[np.uint32], characters: NDArray[np.uint16]) -> Counter[tuple[int, int, int]]:
    """How often a text has each triple, by codes; a break is 0."""
    codes = alphabet[characters]
    codes[codes <= 3] = 0
    codes[codes == 10] = 0
    text = codes.tolist()
    padded = [*text, 0, 0]
    return Counter(zip(text, padded[1:-1], padded[2:], strict=True))


def _touched(
    old: Counter[tuple[int, int, int]], new: Counter[tuple[int, int, int]], where: Homes, paired: set[Pair]
) -> set[int]:
    """The shards whose lists differ. Pairs that are met more or less often are added to `paired`."""
    found = {shard_of(where.shards, one) for one in {one for one, *_ in old} ^ {one for one, *_ in new} if one}
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


def _check_heavy(corpus: Corpus, where: Homes, paired: set[Pair], met: NDArray[np.int64]) -> None:
    """Raise _More where a pair became heavy, or no longer is."""
    often = {int(code) for code in corpus.alphabet[met > HEAVY].tolist()}
    light = {pair for pair in paired - where.heavy if often.issuperset(pair)}
    homes_of = np.zeros(1 << 16, dtype=np.bool_)
    homes_of[[shard_of(where.shards, *pair) for pair in light]] = True
    counts = _counts(corpus, np.flatnonzero(homes_of[where.home]) if light else where.heavy_at[:0])
    if any(counts[pair] > HEAVY for pair in light):
        raise _More
    counts = _counts(corpus, where.heavy_at)
    if any(counts[pair] <= HEAVY for pair in where.heavy):
        raise _More


def _counts(corpus: Corpus, places: NDArray[np.int64]) -> Counter[Pair]:
    """How often each pair that begins at these places is met."""
    keys = corpus.characters[places].astype(np.uint32) << np.uint32(16) | corpus.characters[places + 1]
    found, counts = np.unique(keys, return_counts=True)
    codes = corpus.alphabet
    first, second = codes[found >> np.uint32(16)].tolist(), codes[found & np.uint32(0xFFFF)].tolist()
    return Counter(dict(zip(zip(first, second, strict=True), counts.tolist(), strict=True)))
