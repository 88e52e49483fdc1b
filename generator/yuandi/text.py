"""What is said to people, in the two languages of messages, and how near a wrong word is to a right one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


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
    matches = get_close_matches(word, sorted(set(known)), n=1, cutoff=0.6)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str], otherwise: Text) -> Text:
    """A hint with the nearest known word, or `otherwise`."""
    near = nearest(word, known)
    if near is None:
        return otherwise
    return Text(f"是否应为 `{near}`？{otherwise.zh}", f"Did you mean `{near}`? {otherwise.en}")


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
