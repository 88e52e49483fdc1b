"""Changes between two states of a portal that readers see: pages that are new, changed, moved, expired or gone. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yuandi.base.text import Lang, Text
from yuandi.content.entry import Entry
from yuandi.load import DATA
from yuandi.portal.portal import Portal

KINDS: Mapping[str, Text] = {
    "added": Text("新增", "Added"),
    "changed": Text("修改", "Changed"),
    "moved": Text("迁移", "Moved"),
    "expired": Text("到期，移入归档", "Expired and moved to the archive"),
    "gone": Text("不再显示", "No longer shown"),
}
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|"})


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """One page: a key of KINDS, its title, its address, and its former address if it moved."""

    kind: str
    title: str
    address: str
    former: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """All changed pages of entries, by kind and address, and the names of the data files that changed."""

    since: str
    day: date
    pages: tuple[ChangedPage, ...]
    data: tuple[str, ...] = ()


def changes(before: Portal, now: Portal, renamed: Mapping[str, str], since: str) -> Changes:
    """Return what changed; `renamed` are the new names of content files by their old names.

    Each portal is seen on its own day, so that entries that became due or expired in between are included.
    """
    pages = sorted(_pages(before, now, renamed), key=lambda page: (list(KINDS).index(page.kind), page.address))
    return Changes(since, now.as_of, tuple(pages), tuple(_data(before, now)))


def _pages(before: Portal, now: Portal, renamed: Mapping[str, str]) -> Iterator[ChangedPage]:
    left = {entry.path: entry for entry in now.entries if now.shows(entry)}
    for old in filter(before.shows, before.entries):
        new = left.get(old.path) or _renamed(left.get(renamed.get(old.path, "")), old) or _of_id(left, old, now)
        if new is None:
            yield ChangedPage("gone", old.record.title, old.address)
        else:
            del left[new.path]
            yield from _changed(before, old, now, new)
    yield from (ChangedPage("added", entry.record.title, entry.address) for entry in left.values())


def _renamed(new: Entry[Any] | None, old: Entry[Any]) -> Entry[Any] | None:
    """Return the entry that git takes for a renamed one, if title or body is the same."""
    return new if new and (new.record.title == old.record.title or new.body == old.body) else None


def _of_id(left: Mapping[str, Entry[Any]], old: Entry[Any], now: Portal) -> Entry[Any] | None:
    """Return the entry with the same id at another path."""
    found = now.by_id.get(old.id)
    return left.get(found.path) if found else None


def _changed(before: Portal, old: Entry[Any], now: Portal, new: Entry[Any]) -> Iterator[ChangedPage]:
    title, address = new.record.title, new.address
    if old.address != address:
        yield ChangedPage("moved", title, address, old.address)
    elif _is_expired(new, now.as_of) and not _is_expired(old, before.as_of):
        yield ChangedPage("expired", title, address)
    elif old.origin.document.text != new.origin.document.text:
        yield ChangedPage("changed", title, address)


def _is_expired(entry: Entry[Any], day: date) -> bool:
    return entry.record.expires is not None and entry.record.expires < day


def _data(before: Portal, now: Portal) -> Iterator[str]:
    """Yield the names of the data files that changed."""
    folder = f"{now.settings.prefix}{DATA}/"
    for path in sorted(before.documents.keys() | now.documents.keys()):
        old, new = before.documents.get(path), now.documents.get(path)
        if path.startswith(folder) and (old.text if old else None) != (new.text if new else None):
            yield path.removeprefix(folder)


def as_text(found: Changes, lang: Lang) -> str:
    """Return the changes as plain text for a terminal."""
    lines = [_title(found).say(lang)]
    for kind, pages in _grouped(found):
        lines += ["", _heading(kind, pages).say(lang), *(f"  {page.title}  {_address(page)}" for page in pages)]
    if found.data:
        lines += ["", _of_data(found).say(lang)]
    return "\n".join(lines) + "\n"


def as_markdown(found: Changes, lang: Lang, site_url: str = "") -> str:
    """Return the changes as Markdown for a merge request; with `site_url`, pages that exist on the site are links."""
    lines = [f"### {_title(found).say(lang)}"]
    for kind, pages in _grouped(found):
        lines += ["", f"**{_heading(kind, pages).say(lang)}**", ""]
        lines += [f"- {_linked(page, site_url)}" for page in pages]
    if found.data:
        lines += ["", _of_data(found).say(lang)]
    return "\n".join(lines) + "\n"


def _grouped(found: Changes) -> Iterator[tuple[str, list[ChangedPage]]]:
    for kind in KINDS:
        pages = [page for page in found.pages if page.kind == kind]
        if pages:
            yield kind, pages


def _title(found: Changes) -> Text:
    if not found.pages and not found.data:
        return Text(f"自 {found.since} 以来，读者看到的没有变化", f"No changes visible to readers since {found.since}")
    return Text(f"自 {found.since} 以来，读者将看到的变化", f"Changes visible to readers since {found.since}")


def _heading(kind: str, pages: list[ChangedPage]) -> Text:
    name = KINDS[kind]
    return Text(f"{name.zh}（{len(pages)} 页）", f"{name.en} ({len(pages)})")


def _of_data(found: Changes) -> Text:
    files = "、".join(found.data)
    return Text(
        f"数据文件有改动，各页随之更新：{files}",
        f"Data files changed, and the pages that use them: {files.replace('、', ', ')}",
    )


def _address(page: ChangedPage) -> str:
    return f"/{page.former} → /{page.address}" if page.former else f"/{page.address}"


def _linked(page: ChangedPage, site_url: str) -> str:
    title = page.title.translate(_SIGNS)
    if site_url and page.kind in {"changed", "expired", "gone"}:
        return f"[{title}]({site_url}{page.address})"
    return f"{title} `{_address(page)}`"
