"""Forms for printing beside the pages of entries: sign-in and attendance sheets, schedules, lists. A4, black on white."""

from collections.abc import Iterator
from typing import Any

from yuandi.content.entry import Entry
from yuandi.page_plan.printable_forms import FormPage, form_page, planned_forms
from yuandi.pages.entry.page_modules import sheet_of
from yuandi.pages.parts import Link
from yuandi.pages.printable import sign_in
from yuandi.pages.printable.sheet import FormView
from yuandi.pages.shown import Shown
from yuandi.pages.words import bracketed


def form_pages(shown: Shown) -> Iterator[FormView]:
    """The form of every entry that has one, and of every session inside a series."""
    return (_page(shown, page) for page in shown.plan.of(planned_forms))


def _page(shown: Shown, page: FormPage) -> FormView:
    entry, session = page.entry, page.session
    sheet = sign_in.sheet(shown, entry, session) if session else sheet_of(shown, entry)
    heading = session.topic if session else entry.record.title
    column = shown.portal.column_of(entry)
    above = shown.column(column)
    return FormView(
        address=page.address,
        title=bracketed(heading, page.form),
        crumbs=(*((above,) if above else ()), shown.entry(entry)),
        active=column.id if column else "",
        heading=heading,
        form=page.form,
        facts=sheet.facts,
        tables=sheet.tables,
        foot=sheet.foot,
    )


def form_link(shown: Shown, entry: Entry[Any]) -> Link | None:
    """A link to the form of an entry; None without one."""
    page = form_page(shown.published, entry)
    return Link(page.form, page.address) if page else None
