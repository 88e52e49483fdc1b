"""The frame: columns, archive, units, and the plain pages at the top of the content folder."""

from yuandi.i18n import in_context, message
from yuandi.i18n.dates import day
from yuandi.pages.parts import Link
from yuandi.pages.shown import Shown
from yuandi.pages.view import Frame, NavItem


def frame(shown: Shown) -> Frame:
    """The frame of a portal."""
    where = shown.portal.addresses
    columns = tuple(NavItem(column.id, column.title, where.column(column.id)) for column in shown.portal.columns)
    places = [NavItem("archive", message("归档"), where.archive()), NavItem("board", message("看板"), where.board())]
    if shown.portal.has_units:
        places.append(NavItem("units", in_context("many", "单位"), where.units()))
    pages = tuple(
        Link(entry.record.title, entry.address)
        for entry in sorted(shown.everything, key=lambda entry: entry.path)
        if entry.type.is_plain and "/" not in entry.path and entry.address not in {"", "index.html"}
    )
    newest = max((entry.record.date for entry in shown.entries), default=None)
    return Frame(
        site_name=shown.portal.settings.site_name,
        home=where.of_file("index.md"),
        columns=columns,
        places=tuple(places),
        pages=pages,
        newest=day(newest),
        archive=where.archive(),
        feed="feed.xml" if shown.portal.settings.site_url and shown.current else None,
        search=where.search() if shown.portal.settings.search else None,
        lang=shown.portal.settings.language,
    )
