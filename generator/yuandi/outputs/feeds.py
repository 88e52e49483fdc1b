"""Feeds of the newest entries: of the portal, of each column and each unit, as Atom (RFC 4287) and JSON Feed 1.1.

A feed needs the full addresses of pages, so there are no feeds if mkdocs.yml has no `site_url`.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone
from html import escape
from typing import Any
from urllib.parse import quote

from feedgenerator import Atom1Feed

from yuandi.content.entry import Entry
from yuandi.i18n import listed, say
from yuandi.outputs.output import Export
from yuandi.pages import Shown

NEWEST = 30
CHINA = timezone(timedelta(hours=8))
"""Days are days in China; a feed wants moments."""


def feeds(shown: Shown) -> Iterator[Export]:
    """Both forms of every feed, beside the page with its entries."""
    if not shown.portal.settings.site_url:
        return
    where = shown.portal.addresses
    name = shown.portal.settings.site_name
    yield from _feed(shown, where.of_file("index.md"), name, "", shown.current)
    for column in shown.portal.columns:
        chosen = shown.by_column.get(column.id, ())
        yield from _feed(shown, where.column(column.id), f"{name} · {column.title}", f"columns/{column.id}/", chosen)
    for unit in shown.portal.units:
        own = shown.by_unit.get(unit.id, ())
        yield from _feed(shown, where.unit(unit.id), f"{name} · {unit.name}", f"units/{unit.id}/", own)


def _feed(shown: Shown, page: str, title: str, folder: str, entries: Sequence[Entry[Any]]) -> Iterator[Export]:
    if not entries:
        return
    newest = entries[:NEWEST]
    where = shown.portal.addresses
    for form, write in (("xml", _atom), ("json", _json)):
        output = where.feed(folder, form)
        yield Export(output, write(shown, page, title, output, newest))


def _full(shown: Shown, address: str) -> str:
    return shown.portal.settings.site_url + quote(address)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), CHINA)


def _authors(shown: Shown, entry: Entry[Any]) -> str:
    named = entry.record.authors or ((entry.record.author,) if entry.record.author else ())
    unit = shown.unit(entry.record.unit)
    return say(listed(link.text for link in shown.actors(named)), shown.portal.settings.language) or (
        unit.text if unit else ""
    )


def _atom(shown: Shown, page: str, title: str, own: str, entries: Sequence[Entry[Any]]) -> str:
    feed = Atom1Feed(
        title=title,
        link=_full(shown, page),
        description=None,
        language=shown.portal.settings.chinese,
        author_name=shown.portal.settings.site_name,
        feed_url=_full(shown, own),
        feed_guid=_full(shown, own),
    )
    for entry in entries:
        moment = _moment(entry.record.date)
        feed.add_item(
            title=entry.record.title,
            link=_full(shown, entry.address),
            description=escape(entry.record.summary) if entry.record.summary else None,
            author_name=_authors(shown, entry) or None,
            pubdate=moment,
            updateddate=moment,
            unique_id=_full(shown, entry.address),
            categories=entry.record.tags,
        )
    return str(feed.writeString("utf-8")) + "\n"


def _json(shown: Shown, page: str, title: str, own: str, entries: Sequence[Entry[Any]]) -> str:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": _full(shown, page),
        "feed_url": _full(shown, own),
        "language": shown.portal.settings.chinese,
        "items": [_item(shown, entry) for entry in entries],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _item(shown: Shown, entry: Entry[Any]) -> dict[str, Any]:
    record = entry.record
    authors = _authors(shown, entry)
    return {
        "id": _full(shown, entry.address),
        "url": _full(shown, entry.address),
        "title": record.title,
        "content_text": record.summary or record.title,
        "date_published": _moment(record.date).astimezone(UTC).isoformat().replace("+00:00", "Z"),
        **({"authors": [{"name": authors}]} if authors else {}),
        **({"tags": list(record.tags)} if record.tags else {}),
    }
