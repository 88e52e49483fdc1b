"""The pictures and attachments of a document as files beside its entry. Pure, except for the caller's `beside`."""

import base64
import binascii
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from urllib.parse import unquote

from yuandi.base.text import Text
from yuandi.importing.readers.blocks import Block, Picture
from yuandi.importing.readers.refused import LARGEST_PICTURE

_EMBEDDED = re.compile(r"data:image/(?P<kind>png|jpeg|gif|webp);base64,(?P<data>[A-Za-z0-9+/=\s]+)$")
_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp")
_OFFERED = (".docx", ".doc", ".xlsx", ".xls", ".pdf", ".wps", ".et", ".zip", ".csv", ".pptx", ".ppt", ".jpg", ".png")


@dataclass(slots=True)
class Assets:
    """Blocks whose pictures are files beside the entry, those files by name, and notes on missing ones."""

    blocks: list[Block] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    notes: list[Text] = field(default_factory=list)


def with_files(
    blocks: Sequence[Block], pictures: Mapping[str, Picture], stem: str, beside: Callable[[str], bytes | None]
) -> Assets:
    """The blocks with pictures named after the entry. Missing pictures are left out and noted."""
    found = Assets()
    names: dict[str, str] = {}
    missing = 0
    for block in blocks:
        if block.kind != "picture":
            found.blocks.append(block)
            continue
        picture = pictures.get(block.source) or _at_hand(block.source, beside)
        if picture is None:
            missing += 1
            continue
        name = names.setdefault(block.source, f"{stem}-{len(names) + 1}{picture.suffix}")
        found.files[name] = picture.data
        found.blocks.append(replace(block, source=name))
    if missing:
        found.notes.append(
            Text(
                f"有 {missing} 幅图片不在文件里，没有带来。",
                f"{missing} pictures are not in the file and were left out.",
            )
        )
    return found


def _at_hand(address: str, beside: Callable[[str], bytes | None]) -> Picture | None:
    """A picture embedded in its address, or a file beside the document; else None. Nothing is downloaded."""
    if embedded := _EMBEDDED.match(address):
        try:
            data = base64.b64decode(embedded["data"], validate=False)
        except binascii.Error:
            return None
        suffix = "." + embedded["kind"].replace("jpeg", "jpg")
        return Picture(data, suffix) if len(data) <= LARGEST_PICTURE else None
    path = unquote(address.partition("?")[0])
    suffix = PurePosixPath(path).suffix.lower()
    if ":" in path or path.startswith(("/", "\\")) or ".." in PurePosixPath(path).parts or suffix not in _ENDINGS:
        return None
    held = beside(path)
    return Picture(held, suffix) if held is not None and len(held) <= LARGEST_PICTURE else None


def attached(
    titles: Sequence[str], stem: str, beside: Callable[[str], bytes | None]
) -> tuple[list[dict[str, str]], dict[str, bytes], list[str]]:
    """The attachments found beside the document under their titles: as values of the field, as files by name; and the
    titles that were not found."""
    listed: list[dict[str, str]] = []
    files: dict[str, bytes] = {}
    missing: list[str] = []
    for title in titles:
        bare = re.sub(r"[《》]", "", title).strip()
        ending = next((suffix for suffix in _OFFERED if _is_plain(bare) and beside(bare + suffix) is not None), None)
        data = beside(bare + ending) if ending else None
        if ending is None or data is None:
            missing.append(title)
            continue
        name = f"{stem}-attachment-{len(listed) + 1}{ending}"
        files[name] = data
        listed.append({"file": name, "title": bare})
    return listed, files, missing


def _is_plain(name: str) -> bool:
    return bool(name) and not re.search(r"[/\\:\0]", name) and not name.startswith(".")
