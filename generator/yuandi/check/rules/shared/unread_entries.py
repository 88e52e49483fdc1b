"""What entries that could not be read seem to say: other entries are not blamed for what is missing because of them."""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath

from yuandi.entry_types import type_of_folder
from yuandi.portal.portal import Portal

_BREAKS = re.compile(r"[\s\"'()<>\[\]{},:：，。；/#?]+")
_LONGEST = 20_000


def file_names(portal: Portal) -> set[str]:
    """Every word in them that may be the name of a file."""
    return {word for _, text in _texts(portal) for word in _BREAKS.split(text)}


def values_of(portal: Portal, *names: str) -> Iterator[str]:
    """The plain values of a field, by its names; those that end in `.md` as ids."""
    line = re.compile(rf"^(?:{'|'.join(names)})[ \t]*[:：][ \t]*[\"']?([^\n\"'#]+)", re.M)
    for path, text in _texts(portal):
        for word in map(str.strip, line.findall(text[:_LONGEST])):
            if word.endswith(".md"):
                yield normpath(join(dirname(path), word)).removesuffix(".md")
            else:
                yield word


def types(portal: Portal) -> set[str]:
    """Their types, by their folders."""
    return {type_of_folder(f"{identifier}.md").name for identifier in portal.broken}


def _texts(portal: Portal) -> Iterator[tuple[str, str]]:
    """Their paths in content, and their texts as far as these could be decoded."""
    read = {entry.origin.document.path for entry in portal.entries}
    prefix = portal.settings.prefix
    for path, document in portal.documents.items():
        if path not in read and path.endswith(".md"):
            yield path.removeprefix(prefix), document.text
