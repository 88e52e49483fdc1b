"""Whether the index tells the truth: stretches of texts are looked up, and compared with a scan of every text."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from yuandi.search.query.answer import Index
from yuandi.search.query.document import Document
from yuandi.search.query.folding import fold

SEED = 20261120
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Miss:
    """A stretch for which index and scan differ: the ids that only the scan gives, and those that only the index gives."""

    text: str
    lost: tuple[str, ...]
    wrong: tuple[str, ...]


def misses(index: Index, documents: Sequence[Document], count: int, seed: int = SEED) -> tuple[Miss, ...]:
    """Look up `count` stretches of the documents' own texts, of one to eight characters."""
    rng = random.Random(seed)  # noqa: S311  # a sample that can be drawn again
    texts = ["\n".join((fold(one.title), fold(one.facts), fold(one.text))) for one in documents]
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


def stray(index: Index, documents: Sequence[Document], count: int) -> str:
    """A stretch of a document under which the index does not find it; empty where there is none among `count`."""
    rng = random.Random(SEED)  # noqa: S311  # a sample that can be drawn again
    sample = [rng.choice(documents) for _ in range(count)] if documents else []
    for one in sample:
        for text in stretches(rng, [fold(one.text) or fold(one.title)], 1):
            if one.id not in {hit.id for hit in index.search(f'"{text}"').hits}:
                return text
    return ""


def stretches(rng: random.Random, texts: Sequence[str], count: int) -> list[str]:
    """Stretches of lines, without what a query would read otherwise."""
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
