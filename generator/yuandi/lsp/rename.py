"""Give an entry another id or path: every reference to it is changed, and its former address becomes an alias."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, relpath
from typing import Any
from urllib.parse import quote

from yuandi.base.errors import YuandiError
from yuandi.base.source import Document
from yuandi.base.text import Text
from yuandi.content.addresses import Addresses, named
from yuandi.content.entry import Entry
from yuandi.entry_types.fields import files, references
from yuandi.entry_types.values import ID_PATTERN
from yuandi.facts.standing import is_unpublished
from yuandi.lsp.targets import Mention, mentions
from yuandi.page_plan.planned_portal import PlannedPortal


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement for the characters from `start` to `end` of the text of a document."""

    document: Document
    start: int
    end: int
    replacement: str


def new_path(portal: PlannedPortal, entry: Entry[Any], word: str) -> str:
    """Return the path of an entry under a new id. Raises YuandiError for an id that is malformed or in use."""
    if not re.fullmatch(ID_PATTERN, word):
        raise YuandiError(
            Text(
                f"`{word}` 不能作编号：只用小写字母、数字、斜线、连字符和下划线。",
                f"`{word}` is not an id: use only a-z, 0-9, `/`, `-` and `_`.",
            )
        )
    if word in portal.by_id or f"{word}.md" in portal.files:
        raise YuandiError(Text(f"`{word}` 已经有了。", f"`{word}` already exists."))
    return entry.path if entry.record.id else f"{word}.md"


def id_edits(portal: PlannedPortal, entry: Entry[Any], word: str) -> list[Edit]:
    """Return the edits for a new id. If the id comes from the path, the file must also be moved to `new_path`."""
    path = new_path(portal, entry, word)
    if path != entry.path:
        return move_edits(portal, entry, path)
    own = entry.origin.value("id")
    edits = [Edit(entry.origin.document, *own, word)] if own else []
    named_by_id = (mention for mention in mentions(portal, entry) if mention.word == entry.id)
    return [*edits, *(Edit(mention.document, mention.start, mention.end, word) for mention in named_by_id)]


def move_edits(portal: PlannedPortal, entry: Entry[Any], path: str) -> list[Edit]:
    """Return the edits for an entry whose file moves to another path in content."""
    where = Addresses(portal.settings.use_directory_urls)
    edits = [
        Edit(mention.document, mention.start, mention.end, word)
        for mention in mentions(portal, entry)
        if mention.source is None or mention.source.path != entry.path
        if (word := _word(mention, entry, path, where)) != mention.word
    ]
    edits += _own_words(portal, entry, path)
    address = where.of_file(path)
    if address != entry.address and not is_unpublished(entry) and entry.address:
        edits.append(_with_alias(entry, entry.address))
    return edits


def _word(mention: Mention, entry: Entry[Any], path: str, where: Addresses) -> str:
    """Return the new word of a mention for the new path of the entry."""
    word, mark, anchor = mention.word.partition("#")
    if mention.source is None or not (mention.is_link or word.endswith(".md")):
        return path.removesuffix(".md") if word == entry.id and not entry.record.id else mention.word
    if word.endswith(".md"):
        return _from(word, mention.source.path, path) + mark + anchor
    target = where.of_file(path)
    base = mention.source.address if mention.source.address.endswith("/") else dirname(mention.source.address)
    found = (
        f"/{target}"
        if word.startswith("/")
        else relpath(f"/{target}", f"/{base}") + ("/" if target.endswith("/") else "")
    )
    return quote(found, safe="/.-_~") + mark + anchor


def _from(word: str, source: str, path: str) -> str:
    """Return a path as a file writes it: from the content folder if `word` was, otherwise relative to the file."""
    return f"/{path}" if word.startswith("/") else relpath(path, dirname(source) or ".")


def _own_words(portal: PlannedPortal, entry: Entry[Any], path: str) -> Iterator[Edit]:
    """Yield edits of the relative paths in the entry itself, if its folder changes."""
    if dirname(path) == dirname(entry.path):
        return
    document = entry.origin.document
    words = [(inner, word) for inner, _, word in references(entry.record) if word.endswith(".md")]
    words += [(inner, word) for inner, _, word in files(entry.record)]
    for inner, word in words:
        span = entry.origin.value(*inner)
        target = named(entry.path, word)
        if span and target in portal.files and not word.startswith("/"):
            yield Edit(document, *span, relpath(_there(target, entry, path), dirname(path) or "."))
    for link in portal.links_of(entry):
        found = portal.meant(entry, link) if link.path and not link.is_outside else None
        if found in portal.files and found == named(entry.path, link.path) and not link.path.startswith("/"):
            rest = link.target[len(link.target.partition("#")[0]) :]
            word = quote(relpath(_there(found, entry, path), dirname(path) or "."), safe="/.-_~") + rest
            yield Edit(document, entry.body_start + link.start, entry.body_start + link.end, word)


def _there(target: str, entry: Entry[Any], path: str) -> str:
    return path if target == entry.path else target


def _with_alias(entry: Entry[Any], address: str) -> Edit:
    """Return the edit that adds a former address."""
    document = entry.origin.document
    last = entry.origin.value("aliases", len(entry.record.aliases) - 1) if entry.record.aliases else None
    if last:
        start = document.text.rindex("\n", 0, last[0]) + 1
        head = document.text[start : last[0]]
        new = f"\n{head}{address}" if head.strip() == "-" else f", {address}"
        return Edit(document, last[1], last[1], new)
    key = "旧地址" if entry.origin.written else "aliases"
    close = document.text.rindex("\n", 0, len(document.text[: entry.body_start].rstrip()) - 2) + 1
    if own := entry.origin.value("aliases"):
        return Edit(document, own[0], own[1], f"[{address}]")
    return Edit(document, close, close, f"{key}: [{address}]\n")
