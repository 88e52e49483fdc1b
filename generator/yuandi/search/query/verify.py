"""Verification of the index: stretches of texts are looked up and compared with a scan of all texts."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from yuandi.search.query.answer import Index
from yuandi.search.query.document import SearchDocument
from yuandi.search.query.folding import fold

SEED = 20261120
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Miss:
    """A stretch for which index and scan differ: the ids that only the scan finds, and those that only the index finds."""

    text: str
    lost: tuple[str, ...]
    wrong: tuple[str, ...]


def misses(index: Index, documents: Sequence[SearchDocument], count: int, seed: int = SEED) -> tuple[Miss, ...]:
    """The differences between index and scan for `count` stretches of one to eight characters of the documents."""
    rng = random.Random(seed)  # noqa: S311  # a sample that can be drawn again
    texts = ["\n".join(map(fold, (document.title, document.facts, document.text))) for document in documents]
    found = []
    for text in stretches(rng, texts, count):
        scanned = {number for number, whole in enumerate(texts) if text in whole}
        looked_up = set(index.numbers(f'"{text}"'))
        if scanned != looked_up:
            lost, wrong = (
                tuple(documents[number].id for number in sorted(numbers))
                for numbers in (scanned - looked_up, looked_up - scanned)
            )
            found.append(Miss(text, lost, wrong))
    return tuple(found)


def stray(index: Index, documents: Sequence[SearchDocument], count: int) -> str:
    """A stretch of a document for which the index does not find it; empty if `count` samples have none."""
    rng = random.Random(SEED)  # noqa: S311  # a sample that can be drawn again
    sample = [rng.choice(documents) for _ in range(count)] if documents else []
    for document in sample:
        for text in stretches(rng, [fold(document.text) or fold(document.title)], 1):
            if document.id not in {hit.id for hit in index.search(f'"{text}"').hits}:
                return text
    return ""


def stretches(rng: random.Random, texts: Sequence[str], count: int) -> list[str]:
    """At most `count` stretches of lines, without quotation marks, which a query would interpret."""
    found: list[str] = []
    for _ in range(count * 20):
        if len(found) == count or not texts:
            break
        line = rng.choice(rng.choice(texts).split("\n"))
        start = rng.randrange(len(line) + 1)
        text = line[start : start + rng.randint(1, _LONGEST)].strip()
        if text and not set(text) & set('"“”＂'):
            found.append(text)
    return found
