"""Forms for printing beside the pages of entries: sign-in and attendance sheets, schedules, lists. A4, black on white."""

from collections.abc import Iterator
from typing import Any

from yuandi.content.entry import Entry
from yuandi.facts.printable_forms import form_of
from yuandi.pages.entry.meetings import inline_sheets
from yuandi.pages.entry.page_modules import sheet_of
from yuandi.pages.parts import Link
from yuandi.pages.printable import sign_in
from yuandi.pages.printable.sheet import FormView, Sheet
from yuandi.pages.shown import Shown


def form_pages(shown: Shown) -> Iterator[FormView]:
    """The form of every entry that has one, and those of sessions that stand in a series."""
    for entry in shown.entries:
        form = form_of(entry, shown.portal.dossiers)
        address = shown.portal.addresses.form(entry.address)
        if form and address not in shown.portal.by_address:
            yield _page(shown, entry, address, entry.record.title, form, sheet_of(shown, entry))
        for one, its_address, its_form in inline_sheets(shown, entry):
            yield _page(shown, entry, its_address, one.topic, its_form, sign_in.sheet(shown, entry, one))


def _page(shown: Shown, entry: Entry[Any], address: str, heading: str, form: str, sheet: Sheet) -> FormView:
    column = shown.portal.column_of(entry)
    above = shown.column(column)
    return FormView(
        address=address,
        title=f"{heading}（{form}）",
        crumbs=(*((above,) if above else ()), shown.entry(entry)),
        active=column.id if column else "",
        heading=heading,
        form=form,
        facts=sheet.facts,
        tables=sheet.tables,
        foot=sheet.foot,
    )


def form_link(shown: Shown, entry: Entry[Any]) -> Link | None:
    """Where the form of an entry is."""
    form = form_of(entry, shown.portal.dossiers)
    address = shown.portal.addresses.form(entry.address)
    return Link(form, address) if form and address not in shown.portal.by_address else None
