"""Forms for printing beside the pages of entries: sign-in and attendance sheets, schedules, lists. A4, black on white."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from yuandi.entry import Entry
from yuandi.forms import Form, form_of
from yuandi.views.forms.lists import roll, submissions
from yuandi.views.forms.schedules import breakdown, schedule
from yuandi.views.forms.sheet import FormView, Sheet
from yuandi.views.forms.sign_in import attendance, sign_in
from yuandi.views.parts import Link
from yuandi.views.shown import Shown

_FORMS: Mapping[Form, Callable[[Shown, Any], Sheet]] = {
    Form.SIGN_IN: sign_in,
    Form.ATTENDANCE: attendance,
    Form.SCHEDULE: schedule,
    Form.BREAKDOWN: breakdown,
    Form.ROLL: roll,
    Form.SUBMISSIONS: submissions,
}


def form_pages(shown: Shown) -> Iterator[FormView]:
    """The form of every entry that has one."""
    for entry in shown.entries:
        form = form_of(entry, shown.portal.dossiers)
        address = shown.portal.addresses.form(entry.address)
        if form and address not in shown.portal.by_address:
            sheet = _FORMS[form](shown, entry)
            column = shown.portal.column_of(entry)
            above = shown.column(column)
            yield FormView(
                address=address,
                title=f"{entry.record.title}（{form.label}）",
                crumbs=(*((above,) if above else ()), shown.entry(entry)),
                active=column.id if column else "",
                heading=entry.record.title,
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
