"""Documents in files: what was written is read again, and every document is where it is looked for."""

import random

import pytest

from yuandi.search import SearchDocument
from yuandi.search.build import texts

ANY = '的一是了不在有人这学习强国 ~"\\abcZ019{}|^\n\x01\x02\x03\x04，。“”é\u07ff\u2028龘\uffff𠮷😀'


@pytest.mark.parametrize("seed", range(20))
def test_what_was_written_is_read(seed: int) -> None:
    """Any text with any letters, or none, comes back; a line separator becomes a blank. It fits between quotes."""
    rng = random.Random(seed)  # noqa: S311  # a seeded test
    many = "".join(map(chr, rng.sample(range(0x4E00, 0x9000), 1900)))
    letters = rng.choice(("", texts.letters(texts.counts("".join(rng.choices(ANY, k=300)) + many * rng.randint(0, 2)))))
    text = "".join(rng.choices(ANY + many[:50], k=rng.randint(0, 200)))
    written = texts.encoded(text, letters)
    assert texts.decoded(written, letters) == text.replace("\u2028", " ")
    assert not set(written) & {'"', "\\", "\n", "\u2028"}


@pytest.mark.parametrize("count", [0, 1, 7, 99, 199, 200, 1000, 1234])
def test_every_document_is_where_it_is_looked_for(count: int) -> None:
    """On the shelf and at the place that its number says; the newest hundred are alone."""
    documents = [SearchDocument(f"n/{number}", f"n/{number}/", f"第{number}期") for number in range(count)]
    letters = texts.letters(texts.sample(documents))
    shelves = [texts.unshelved(one, letters) for one in texts.shelves(documents, letters)]
    assert [one for shelf in shelves for one in shelf] == documents
    for number, document in enumerate(documents):
        shelf, place = texts.place_of(number, texts.in_two(count), texts.alone(count))
        assert shelves[shelf][place] == document
    assert all(len(one) == 1 for one in shelves[-100:])
