"""A type's own part of a page, and the helpers for facts and cells that all types use."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from yuandi.i18n import Message, listed, message, series
from yuandi.i18n.dates import day
from yuandi.pages.parts import Block, Cell, Fact, Link, Mark


@dataclass(frozen=True, slots=True)
class Showing:
    """Facts for the head of the page; blocks before the text and after it; the red head of a serial, its number."""

    facts: tuple[Fact, ...] = ()
    before: tuple[Block, ...] = ()
    after: tuple[Block, ...] = ()
    head: str = ""
    number: str = ""


def facts(*pairs: tuple[str, object]) -> tuple[Fact, ...]:
    """Facts from labels and values; empty values are left out."""
    made = (Fact(label, links(value)) for label, value in pairs)
    return tuple(fact for fact in made if fact.values)


def links(value: object) -> tuple[Link, ...]:
    """Any value as links: a link, words, a day, or several of them."""
    if value is None or value == "" or value == ():
        return ()
    if isinstance(value, Link):
        return (value,)
    if isinstance(value, date):
        return links(day(value))
    if isinstance(value, tuple | list):
        return tuple(link for item in value for link in links(item))
    return (Link(value),) if isinstance(value, Message) else _words(str(value))


@lru_cache(maxsize=10_000)
def _words(words: str) -> tuple[Link, ...]:
    """Words without a link; words on many pages are kept once."""
    return (Link(words),)


def cell(value: object, *, is_number: bool = False, mark: Mark | None = None, is_tight: bool = False) -> Cell:
    """A cell of a table; a tight one has no second line."""
    return Cell(links(value), is_number, mark, is_tight)


def blocks(*made: Block | None) -> tuple[Block, ...]:
    """The blocks that are not None."""
    return tuple(block for block in made if block is not None)


def plain(value: object) -> object:
    """The free value of a custom field in words."""
    if isinstance(value, dict):
        return series(named(key, inner) for key, inner in value.items())
    if isinstance(value, list):
        return listed(words_of(plain(item)) for item in value)
    return value


def named(name: str, value: object) -> str:
    """A free value with its name: `电话：1234`."""
    return message("%(name)s：%(value)s", name=name, value=plain(value))


def words_of(value: object) -> str:
    """A value in words."""
    return value if isinstance(value, str) else str(value)


def any_of(values: Iterable[object]) -> bool:
    """Whether a column of a table would hold anything."""
    return any(value not in (None, "", ()) for value in values)
