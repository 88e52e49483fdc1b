"""The corpus with words as frequent as in a language: a few make up much of the text, most are rare (Zipf's law).

`python benchmarks/natural.py 10000 /tmp/corpus`. Entries, fields and dates are those of corpus.py. A quarter of the
bodies have a table, a third of the sections are lists, a third of the bodies link; search is on.
"""

import sys
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

from corpus import HAN, NUMERALS, SEED, Manner, Words, make, phrase

WORDS = 12_000
_LENGTHS = (1, 2, 2, 2, 2, 2, 3, 3, 4)


@dataclass(frozen=True)
class ZipfWords(Words):
    """A vocabulary in order of frequency, with the running sums of the frequencies."""

    sums: Sequence[float]

    def draw(self, rng: Random) -> str:
        """A word, the first ones far more often than the last."""
        return self.known[bisect(self.sums, rng.random() * self.sums[-1])]


def _zipf_words(rng: Random) -> ZipfWords:
    """The characters of words follow the law as well: `HAN` begins with the most frequent."""
    characters = [1 / (rank + 10) for rank in range(len(HAN))]
    known = dict.fromkeys("".join(rng.choices(HAN, characters, k=rng.choice(_LENGTHS))) for _ in range(2 * WORDS))
    words = tuple(known)[:WORDS]
    return ZipfWords(words, list(accumulate(1 / (rank + 2.7) for rank in range(len(words)))))


def _sentences(rng: Random, words: Words, length: int) -> str:
    text = ""
    while len(text) < length:
        clauses = [phrase(rng, words, rng.randint(3, 8)) for _ in range(rng.randint(1, 4))]
        text += "，".join(clauses) + "。"
    return text


def _section(rng: Random, words: Words, number: int, length: int) -> str:
    head = f"{'##' if number == 0 or rng.random() < 0.7 else '###'} {NUMERALS[number]}、{phrase(rng, words, 3)}"
    if rng.random() < 1 / 3:
        items = [f"- {_sentences(rng, words, 20)}" for _ in range(max(2, length // 50))]
        return f"{head}\n\n" + "\n".join(items)
    return f"{head}\n\n" + "\n\n".join(_sentences(rng, words, length // 2) for _ in range(2))


def _table(rng: Random, words: Words) -> str:
    rows = [f"| {number} | {words.draw(rng)} | {phrase(rng, words, 3)} |" for number in range(1, rng.randint(5, 12))]
    return "\n".join(["| 序号 | 部门 | 内容 |", "| --- | --- | --- |", *rows])


def _link(rng: Random, words: Words, path: str, before: list[str]) -> str:
    return f"参见[{phrase(rng, words, 3)}]({'../' * path.count('/')}{rng.choice(before)}.md)。"


def _body(rng: Random, words: Words, path: str, before: list[str]) -> str:
    goal, count = rng.randint(600, 2500), rng.randint(3, 8)
    parts = [_section(rng, words, number, goal // count) for number in range(count)]
    if rng.random() < 0.25:
        parts.insert(rng.randint(1, count), _table(rng, words))
    if before and rng.random() < 1 / 3:
        parts += [_link(rng, words, path, before) for _ in range(rng.randint(1, 3))]
    return "\n\n".join(parts)


NATURAL = Manner(_zipf_words, _body, search=True)


if __name__ == "__main__":
    made = make(Path(sys.argv[2]), int(sys.argv[1]), manner=NATURAL)
    print(f"{len(made)} entries, {sum(file.stat().st_size for file in made) / 1e6:.1f} MB, seed {SEED}")
