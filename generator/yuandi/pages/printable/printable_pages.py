"""Forms for printing beside the pages of entries: sign-in and attendance sheets, schedules, lists. A4, black on white."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types import LectureSeries
from yuandi.facts.printable_forms import Form, form_of
from yuandi.pages.entry.session import inline_sheets
from yuandi.pages.parts import Link
from yuandi.pages.printable.lists import roll, submissions
from yuandi.pages.printable.schedules import breakdown, schedule
from yuandi.pages.printable.sheet import FormView, Sheet
from yuandi.pages.printable.sign_in import attendance, sign_in
from yuandi.pages.shown import Shown

_FORMS: Mapping[Form, Callable[[Shown, Any], Sheet]] = {
    Form.SIGN_IN: sign_in,
    Form.ATTENDANCE: attendance,
    Form.SCHEDULE: schedule,
    Form.BREAKDOWN: breakdown,
    Form.ROLL: roll,
    Form.SUBMISSIONS: submissions,
}


_INLINE = {Form.SIGN_IN: sign_in, Form.ATTENDANCE: attendance}


def form_pages(shown: Shown) -> Iterator[FormView]:
    """The form of every entry that has one, and those of sessions that stand in a series."""
    for entry in shown.entries:
        form = form_of(entry, shown.portal.dossiers)
        address = shown.portal.addresses.form(entry.address)
        if form and address not in shown.portal.by_address:
            yield _page(shown, entry, address, entry.record.title, form, _FORMS[form](shown, entry))
        if isinstance(entry.record, LectureSeries):
            for one, its_address, its_form in inline_sheets(shown, entry):
                sheet = _INLINE[its_form](shown, entry, one)
                yield _page(shown, entry, its_address, one.topic, its_form, sheet)


def _page(shown: Shown, entry: Entry[Any], address: str, heading: str, form: Form, sheet: Sheet) -> FormView:
    column = shown.portal.column_of(entry)
    above = shown.column(column)
    return FormView(
        address=address,
        title=f"{heading}（{form.label}）",
        crumbs=(*((above,) if above else ()), shown.entry(entry)),
        active=column.id if column else "",
        heading=heading,
        form=form.label,
        facts=sheet.facts,
        tables=sheet.tables,
        foot=sheet.foot,
    )


def form_link(shown: Shown, entry: Entry[Any]) -> Link | None:
    """Where the form of an entry is."""
    form = form_of(entry, shown.portal.dossiers)
    address = shown.portal.addresses.form(entry.address)
    return Link(form.label, address) if form and address not in shown.portal.by_address else None
