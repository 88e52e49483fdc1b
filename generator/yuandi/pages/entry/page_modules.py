"""The page of a type: the module beside this one with the name of the type's own module, with its facts and blocks.

It has a function `showing`, and `sheet` if the type has a printable form. A test checks this for every type.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import EntryType
from yuandi.pages.entry.showing import Showing
from yuandi.pages.printable.sheet import Sheet
from yuandi.pages.shown import Shown


@cache
def page_module(known: EntryType) -> ModuleType:
    """The module with the page of a type."""
    return import_module(f"yuandi.pages.entry.{known.module}")


def showing_of(shown: Shown, entry: Entry[Any]) -> Showing:
    """What the page of an entry shows besides its text."""
    show: Callable[[Shown, Entry[Any]], Showing] = page_module(entry.type).showing
    return show(shown, entry)


def sheet_of(shown: Shown, entry: Entry[Any]) -> Sheet:
    """The form of an entry."""
    sheet: Callable[[Shown, Entry[Any]], Sheet] = page_module(entry.type).sheet
    return sheet(shown, entry)
