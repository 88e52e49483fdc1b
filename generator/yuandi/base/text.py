"""What is said to people, in the two languages of messages, and how near a wrong word is to a right one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")

_NEAR = 0.6
"""Words less alike than this are not taken for each other."""


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in Simplified Chinese and in English."""

    zh: str
    en: str

    def say(self, lang: Lang) -> str:
        """The sentence in `lang`."""
        return self.zh if lang == "zh" else self.en


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, or None where none is near; equal likeness goes by spelling."""
    return _nearest(word, _shared(frozenset(known)))


@lru_cache(maxsize=8)
def _shared(known: frozenset[str]) -> frozenset[str]:
    """One set for all equal ones, so that what is remembered of many words holds it once."""
    return known


@lru_cache(maxsize=1024)
def _nearest(word: str, known: frozenset[str]) -> str | None:
    """Likeness is costly and bounded by what is cheap: the most promising come first, until no other can be nearer."""
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    bounds = []
    for one in known:
        matcher.set_seq1(one)
        if matcher.real_quick_ratio() >= _NEAR and (bound := matcher.quick_ratio()) >= _NEAR:
            bounds.append((bound, one))
    best: tuple[float, str] = (0.0, "")
    for bound, one in sorted(bounds, reverse=True):
        if bound < best[0]:
            break
        matcher.set_seq1(one)
        best = max(best, (matcher.ratio(), one))
    return best[1] if best[0] >= _NEAR else None


def did_you_mean(word: str, known: Iterable[str], otherwise: Text) -> Text:
    """A hint with the nearest known word, or `otherwise`."""
    near = nearest(word, known)
    if near is None:
        return otherwise
    return Text(f"是否应为 `{near}`？{otherwise.zh}", f"Did you mean `{near}`? {otherwise.en}")


def meant(hint: Text | None) -> str | None:
    """The word that `did_you_mean` has put into a hint."""
    start, end = "Did you mean `", "`? "
    if hint is None or not hint.en.startswith(start) or end not in hint.en:
        return None
    return hint.en[len(start) : hint.en.index(end)]


def shorten(value: object, limit: int = 40) -> str:
    """`value` on one line of at most `limit` characters, for use inside a sentence."""
    line = " ".join(str(value)[: limit * 4].split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def as_yaml(value: object, limit: int = 40) -> str:
    """A value that was read from YAML, shortened, as an editor would write it on one line."""
    return shorten(_flow(value), limit)


def _flow(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return "" if value is None else str(value)
