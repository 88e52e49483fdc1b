"""The index against a scan of every text, over random portals and random queries."""

import random
from pathlib import Path

import pytest

from yuandi.search import Catalogue, SearchDocument
from yuandi.search.build import shards, texts, update
from yuandi.search.build.index import whole
from yuandi.search.build.update import edited
from yuandi.search.query.answer import Index
from yuandi.search.query.files import INDEX
from yuandi.search.query.folding import fold
from yuandi.search.query.state import load, save

HAN = "学习强国图书馆圖書館發展发展20252025年月日年月日abcABC，。、 　·…①㍿の한𠮷😀\U000f0000\U000e0100"


def documents(rng: random.Random, count: int) -> tuple[SearchDocument, ...]:
    """Random short documents of few characters, so that everything is met often and together."""

    def text(most: int) -> str:
        return "".join(rng.choice(HAN) for _ in range(rng.randint(0, most))).strip()

    return tuple(
        SearchDocument(
            f"notices/{number}",
            f"notices/{number}/",
            text(6),
            f"20{10 + number // 10:02}-01-01",
            rng.choice(("notice", "plan")),
            rng.choice(("", "office")),
            facts=text(9),
            text="\n".join(text(60) for _ in range(rng.randint(0, 3))),
        )
        for number in range(count)
    )


def scanned(documents: tuple[SearchDocument, ...], word: str, *, in_title: bool = False) -> set[int]:
    """The documents that hold a folded word in one line of one field."""
    found = set()
    for number, one in enumerate(documents):
        fields = (one.title,) if in_title else (one.title, one.facts, one.text)
        if any(word in line for field in fields for line in fold(field).split("\n")):
            found.add(number)
    return found


def built(documents: tuple[SearchDocument, ...]) -> dict[str, bytes]:
    """The files of their index."""
    files: dict[str, bytes] = {}
    whole(Catalogue(documents), files.__setitem__)
    return files


@pytest.fixture(params=["small", "large"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a small site, and as on a large one: common characters as symbols, only the newest documents apart."""
    if request.param == "large":
        monkeypatch.setattr(texts, "ENOUGH", 5)
        monkeypatch.setattr(texts, "NEWEST", 4)
        monkeypatch.setattr(texts, "is_sampled", lambda identifier: identifier.endswith("1"))


@pytest.mark.usefixtures("size")
@pytest.mark.parametrize("seed", range(12))
def test_every_substring_is_found_and_nothing_else(seed: int) -> None:
    """Stretches of one to seven characters of the texts, and made-up ones, give exactly what a scan gives."""
    rng = random.Random(seed)  # noqa: S311  # a seeded test
    found = documents(rng, rng.choice((1, 7, 40)))
    index = Index(built(found).__getitem__)
    for _ in range(120):
        source = rng.choice(found)
        text = fold(rng.choice((source.title, source.facts, source.text, "".join(rng.choices(HAN, k=5)))))
        at = rng.randrange(len(text) + 1)
        word = text[at : at + rng.randint(1, 7)].split("\n")[0].strip()
        if not word or any(mark in word for mark in ' "-:'):
            continue
        assert set(index.numbers(f'"{word}"')) == scanned(found, word), (seed, word)
        assert set(index.numbers(f'title:"{word}"')) == scanned(found, word, in_title=True), (seed, word)


@pytest.mark.usefixtures("size")
@pytest.mark.parametrize("seed", range(6))
def test_an_edit_gives_what_a_new_index_gives(seed: int) -> None:
    """After each of some edits every file is what it is when all is made anew; few are rewritten."""
    rng = random.Random(seed)  # noqa: S311  # a seeded test
    found = list(documents(rng, 40))
    files: dict[str, bytes] = {}
    state = whole(Catalogue(tuple(found)), files.__setitem__)
    for _ in range(4):
        number = rng.randrange(len(found))
        text = rng.choice(("", found[number].text + "又添一句。", "".join(rng.choices(HAN, k=20))))
        found[number] = SearchDocument(
            **{name: getattr(found[number], name) for name in SearchDocument.__slots__} | {"text": text}
        )
        result = edited(state, {number: found[number]}, files.__getitem__)
        if result is None:
            assert texts.is_sampled(found[number].id)
            files = {}
            state = whole(Catalogue(tuple(found)), files.__setitem__)
        else:
            state = result[0]
            files |= result[1]
        assert files == built(tuple(found)), seed


@pytest.mark.parametrize("seed", range(4))
def test_heavy_pairs_are_found_and_edited_alike(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pairs are met so often that their triples have shards of their own, nothing else changes."""
    for module in (shards, update):
        monkeypatch.setattr(module, "HEAVY", 12)
    rng = random.Random(seed)  # noqa: S311  # a seeded test
    found = list(documents(rng, 40))
    files: dict[str, bytes] = {}
    state = whole(Catalogue(tuple(found)), files.__setitem__)
    assert state.homes.heavy
    index = Index(files.__getitem__)
    for _ in range(60):
        text = fold(rng.choice(found).text)
        at = rng.randrange(len(text) + 1)
        word = text[at : at + rng.randint(1, 7)].split("\n")[0].strip()
        if word and not set(word) & set(' "-:'):
            assert set(index.numbers(f'"{word}"')) == scanned(tuple(found), word), (seed, word)
    for _ in range(6):
        number = rng.randrange(len(found))
        text = found[number].text + rng.choice(("又添一句。", "学", ""))
        found[number] = SearchDocument(
            **{name: getattr(found[number], name) for name in SearchDocument.__slots__} | {"text": text}
        )
        result = edited(state, {number: found[number]}, files.__getitem__)
        if result is None:
            files = {}
            state = whole(Catalogue(tuple(found)), files.__setitem__)
        else:
            state = result[0]
            files |= result[1]
        assert files == built(tuple(found)), seed


@pytest.mark.parametrize("seed", range(3))
def test_a_state_is_kept_as_it_was(seed: int, tmp_path: Path) -> None:
    """A state that was saved, changed and saved again gives what one in memory gives; another key finds none."""
    rng = random.Random(seed)  # noqa: S311  # a seeded test
    found = list(documents(rng, 20))
    files: dict[str, bytes] = {}
    state = whole(Catalogue(tuple(found)), files.__setitem__)
    key = save(tmp_path, state)
    for _ in range(3):
        before = load(tmp_path, key)
        assert before is not None
        number = rng.randrange(len(found))
        text = found[number].text + "又添一句。"
        found[number] = SearchDocument(
            **{name: getattr(found[number], name) for name in SearchDocument.__slots__} | {"text": text}
        )
        result = edited(before, {number: found[number]}, files.__getitem__)
        assert result is not None
        key = save(tmp_path, result[0], before)
        files |= result[1]
        assert files == built(tuple(found)), seed
    assert load(tmp_path, b"other") is None


def test_the_index_does_not_know_the_seed_of_hashes() -> None:
    """Files come in one order, the first download last."""
    files = built(documents(random.Random(1), 9))  # noqa: S311  # a seeded test
    assert list(files)[-1] == INDEX
