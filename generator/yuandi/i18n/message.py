"""Words of the interface as values: Chinese text that can be said in another language.

A message is its Chinese text, so that whatever works with strings works with it; it also keeps its id and its
arguments, so that it can be said in the language of the site when it is printed. The id is the Chinese sentence with
named places for the arguments. A message with the argument `count` has plural forms. Plain strings, such as titles
and names, are never translated.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Self

from yuandi.i18n.catalogue import TRANSLATED, translation

_NO_ARGUMENTS: Mapping[str, object] = MappingProxyType({})
_FIXED: dict[tuple[str, str], "Message"] = {}


class Message(str):
    """Words in Chinese, with what is needed to say them in another language."""

    __slots__ = ("arguments", "context", "id")
    id: str
    arguments: Mapping[str, object]
    context: str

    def __new__(cls, id: str, arguments: Mapping[str, object] = _NO_ARGUMENTS, context: str = "") -> Self:
        made = str.__new__(cls, id % arguments if arguments else id)
        made.id, made.arguments, made.context = id, arguments, context
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return (
            (_made, (self.context, self.id, dict(self.arguments)))
            if self.arguments
            else (_made, (self.context, self.id))
        )

    def fill(self, **arguments: object) -> "Message":
        """The same message with arguments in its places."""
        return Message(self.id, arguments, self.context)

    def say(self, lang: str) -> str:
        """The words in `lang`; Chinese if there is no catalogue."""
        if lang not in TRANSLATED:
            return str(self)
        words = translation(lang, self.context, self.id, self.arguments.get("count"))
        return words % {name: say(value, lang) for name, value in self.arguments.items()} if self.arguments else words


class _Joined(Message):
    """Words joined by a separator, which is the id."""

    __slots__ = ("parts",)
    parts: tuple[str, ...]

    def __new__(cls, between: str, parts: tuple[str, ...]) -> Self:
        made = str.__new__(cls, between.join(parts))
        made.id, made.arguments, made.context, made.parts = between, _NO_ARGUMENTS, "", parts
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return (_Joined, (self.id, self.parts))

    def say(self, lang: str) -> str:
        """The words in `lang`, each by itself."""
        if lang not in TRANSLATED:
            return str(self)
        return translation(lang, "", self.id).join(say(part, lang) for part in self.parts)


def message(id: str, /, **arguments: object) -> Message:
    """The message whose id is the Chinese text, with its arguments: `message("共 %(count)s 件", count=3)`."""
    return Message(id, arguments) if arguments else _made("", id)


def in_context(context: str, id: str, /, **arguments: object) -> Message:
    """A message whose Chinese text alone does not tell what it means: `in_context("who", "推荐")`."""
    return Message(id, arguments, context) if arguments else _made(context, id)


def say(words: object, lang: str) -> Any:
    """Words in the language of the site: messages are translated, everything else stays as it is."""
    return words.say(lang) if isinstance(words, Message) else words


def listed(parts: Iterable[str]) -> str:
    """Things beside each other: `甲、乙`."""
    return _joined(message("、"), parts)


def clauses(parts: Iterable[str]) -> str:
    """Parts of a sentence beside each other: `共 3 次，2 学时`."""
    return _joined(message("，"), parts)


def series(parts: Iterable[str]) -> str:
    """Statements beside each other: `甲：一；乙：二`."""
    return _joined(message("；"), parts)


def _joined(between: str, parts: Iterable[str]) -> str:
    """The parts that are not empty, joined."""
    kept = tuple(part for part in parts if part)
    if len(kept) < 2:
        return kept[0] if kept else ""
    return _Joined(between, kept)


def _made(context: str, id: str, arguments: Mapping[str, object] | None = None) -> Message:
    """A message; one without arguments is the same object each time."""
    if arguments:
        return Message(id, arguments, context)
    found = _FIXED.get((context, id))
    if found is None:
        found = _FIXED[context, id] = Message(id, context=context)
    return found
