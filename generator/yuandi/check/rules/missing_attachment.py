"""REF005: a file that an entry names does not exist."""

from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import dirname
from typing import Any

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.source import Location
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, LinkSeen, link_rule
from yuandi.content.addresses import is_file, named
from yuandi.content.entry import Entry
from yuandi.entry_types.fields import files
from yuandi.page_plan.planned_portal import PlannedPortal

_LINKS = {
    "outside": Text(
        "这个符号链接指到了内容文件夹之外，没有读取。",
        "This symbolic link points outside the content folder and was not read.",
    ),
    "nowhere": Text("这个符号链接指向的文件不存在。", "This symbolic link points to a file that does not exist."),
    "folder": Text("这个符号链接指向文件夹，没有读取。", "This symbolic link points to a folder and was not read."),
}
_LINK_HINT = Text("换成文件本身。", "Replace it with the file itself.")


def _is_silent_on(seen: LinkSeen) -> bool:
    """A link to a page, or the very file that is named."""
    return seen.link.is_outside or (not seen.link.is_picture if seen.is_page else seen.is_direct)


@link_rule("REF005", "missing-attachment", Severity.ERROR, AtOnce.ENTRY, _is_silent_on)
def missing_attachment(portal: PlannedPortal) -> Iterator[Finding]:
    """An attachment, CSV or image that does not exist or is an entry, or a path outside the content folder."""
    for fault in portal.faults_of("REF005"):
        yield Finding(fault.at, _LINKS[fault.value], _LINK_HINT)
    for entry in portal.entries:
        for path, _, name in files(entry.record):
            yield from _check(portal, entry, name, entry.at(*path))
        for link in portal.links_of(entry):
            if not link.is_outside and link.path and (link.is_picture or is_file(link.path)):
                at = entry.at_body(link.start, link.end)
                if link.is_picture or portal.meant(entry, link) is None:
                    yield from _check(portal, entry, link.path, at)


def _check(portal: PlannedPortal, entry: Entry[Any], name: str, at: Location) -> Iterator[Finding]:
    target = named(entry.path, name)
    if target.startswith("../") or target == "..":
        yield Finding(at, *_leaves(name))
    elif target in portal.by_path:
        yield Finding(at, *_is_entry(name))
    elif target not in portal.files and not _is_unread(portal, target):
        yield Finding(at, _message(name), _hint(portal, target))


def _is_unread(portal: PlannedPortal, target: str) -> bool:
    """Whether the file, or a folder that it is in, exists but was not read, which has its own finding."""
    return any(target == path or target.startswith(f"{path}/") for path in portal.unread)


def _message(name: str) -> Text:
    return Text(f"找不到文件 `{name}`。", f"The file `{name}` does not exist.")


def _hint(portal: PlannedPortal, target: str) -> Text:
    folder = dirname(target)
    beside = [file for file in sorted(portal.files) if dirname(file) == folder and not file.endswith(".md")]
    near = get_close_matches(target, beside, n=1)
    if near:
        return Text(f"同一文件夹里有 `{near[0]}`。", f"The same folder contains `{near[0]}`.")
    return Text("把文件放在条目旁边，路径相对于条目书写。", "Put the file beside the entry; paths are relative to it.")


def _is_entry(name: str) -> tuple[Text, Text]:
    return (
        Text(f"`{name}` 是条目，不是文件。", f"`{name}` is an entry, not a file."),
        Text("引用条目用 `relates` 或正文里的链接。", "Refer to an entry in `relates`, or by a link in the body."),
    )


def _leaves(name: str) -> tuple[Text, Text]:
    return (
        Text(f"`{name}` 指到了内容文件夹之外。", f"`{name}` is outside the content folder."),
        Text("把文件放进内容文件夹。", "Move the file into the content folder."),
    )
