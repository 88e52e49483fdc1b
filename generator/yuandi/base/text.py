"""Messages in their two languages, and the known word that is most like a wrong one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")

_NEAR = 0.6
"""The least likeness, by `SequenceMatcher.ratio`, at which a word is proposed in place of another."""


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in Simplified Chinese and in English."""

    zh: str
    en: str

    def say(self, lang: Lang) -> str:
        """The sentence in `lang`."""
        return self.zh if lang == "zh" else self.en


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, or None if none is like enough; of equally like words the last in order."""
    return _nearest(word, _shared(frozenset(known)))


@lru_cache(maxsize=8)
def _shared(known: frozenset[str]) -> frozenset[str]:
    """The same set object for equal sets, so that the cache of `_nearest` holds each set once."""
    return known


@lru_cache(maxsize=1024)
def _nearest(word: str, known: frozenset[str]) -> str | None:
    """The search behind `nearest`. The ratio is costly and has cheap upper bounds, so candidates are compared from the
    highest bound down, until no other can be nearer."""
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    bounds = []
    for candidate in known:
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() >= _NEAR and (bound := matcher.quick_ratio()) >= _NEAR:
            bounds.append((bound, candidate))
    best: tuple[float, str] = (0.0, "")
    for bound, candidate in sorted(bounds, reverse=True):
        if bound < best[0]:
            break
        matcher.set_seq1(candidate)
        best = max(best, (matcher.ratio(), candidate))
    return best[1] if best[0] >= _NEAR else None


def did_you_mean(word: str, known: Iterable[str], otherwise: Text) -> Text:
    """A hint with the nearest known word, or `otherwise`."""
    near = nearest(word, known)
    if near is None:
        return otherwise
    return Text(f"是否应为 `{near}`？{otherwise.zh}", f"Did you mean `{near}`? {otherwise.en}")


def meant(hint: Text | None) -> str | None:
    """The word that `did_you_mean` proposes in a hint, or None."""
    start, end = "Did you mean `", "`? "
    if hint is None or not hint.en.startswith(start) or end not in hint.en:
        return None
    return hint.en[len(start) : hint.en.index(end)]


def shorten(value: object, limit: int = 40) -> str:
    """`value` on one line of at most `limit` characters, for use within a sentence."""
    line = " ".join(str(value)[: limit * 4].split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def as_yaml(value: object, limit: int = 40) -> str:
    """A value read from YAML, written on one line of at most `limit` characters."""
    return shorten(_flow(value), limit)


def _flow(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return "" if value is None else str(value)
