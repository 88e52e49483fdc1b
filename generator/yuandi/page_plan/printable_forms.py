"""The forms for printing beside the pages of entries."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yuandi.content.entry import Entry
from yuandi.entry_types.session import SessionFields
from yuandi.facts.printable_forms import form_of, inline_forms
from yuandi.page_plan.planned_page import Planned
from yuandi.page_plan.published import Published


@dataclass(frozen=True, slots=True)
class FormPage(Planned):
    """The form of an entry, or of a session inside it."""

    entry: Entry[Any]
    form: str
    session: SessionFields | None = None


def planned_forms(published: Published) -> Iterator[FormPage]:
    """The form of every entry that has one, and of every session inside a series."""
    for entry in published.entries:
        if page := form_page(published, entry):
            yield page
        yield from session_forms(published, entry)


def form_page(published: Published, entry: Entry[Any]) -> FormPage | None:
    """The form of an entry; None if another entry has its address."""
    form = form_of(entry, published.dossiers)
    address = published.portal.addresses.form(entry.address)
    return FormPage(address, entry, form) if form and address not in published.portal.by_address else None


def session_forms(published: Published, series: Entry[Any]) -> Iterator[FormPage]:
    """The forms of the sessions inside a series."""
    for session, name, form in inline_forms(series, published.dossiers):
        address = published.portal.addresses.form(series.address, name)
        if address not in published.portal.by_address:
            yield FormPage(address, series, form, session)
