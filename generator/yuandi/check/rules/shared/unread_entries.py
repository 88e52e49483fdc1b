"""Words of entries that could not be read, so that no finding is reported only because such an entry is missing."""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath

from yuandi.entry_types import type_of_folder
from yuandi.portal.portal import Portal

_BREAKS = re.compile(r"[\s\"'()<>\[\]{},:：，。；/#?]+")
_LONGEST = 20_000


def file_names(portal: Portal) -> set[str]:
    """Return every word in them that may be the name of a file."""
    return {word for _, text in _texts(portal) for word in _BREAKS.split(text)}


def values_of(portal: Portal, *names: str) -> Iterator[str]:
    """Yield the plain values of a field, given by its names; a path that ends in `.md` is yielded as an id."""
    line = re.compile(rf"^(?:{'|'.join(names)})[ \t]*[:：][ \t]*[\"']?([^\n\"'#]+)", re.M)
    for path, text in _texts(portal):
        for word in map(str.strip, line.findall(text[:_LONGEST])):
            if word.endswith(".md"):
                yield normpath(join(dirname(path), word)).removesuffix(".md")
            else:
                yield word


def types(portal: Portal) -> set[str]:
    """Return their types, by their folders."""
    return {type_of_folder(f"{identifier}.md").name for identifier in portal.broken}


def _texts(portal: Portal) -> Iterator[tuple[str, str]]:
    """Yield their paths in content and their texts, where these could be decoded."""
    read = {entry.origin.document.path for entry in portal.entries}
    prefix = portal.settings.prefix
    for path, document in portal.documents.items():
        if path not in read and path.endswith(".md"):
            yield path.removeprefix(prefix), document.text
