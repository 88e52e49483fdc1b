"""One page for each entry: its head, its facts and blocks, its relations in both directions, its neighbours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from yuandi.base.slugs import slug
from yuandi.content.entry import Entry
from yuandi.entry_types.paths import values_at
from yuandi.entry_types.record import Status
from yuandi.facts.standing import replaces
from yuandi.i18n import clauses, listed, message
from yuandi.load.history import History
from yuandi.page_plan.published import newest_first
from yuandi.page_plan.single import planned_entries
from yuandi.pages.entry.page_modules import showing_of
from yuandi.pages.entry.showing import facts, plain, words_of
from yuandi.pages.parts import Block, Fact, File, Link, Row
from yuandi.pages.printable.printable_pages import form_link
from yuandi.pages.shown import Shown
from yuandi.pages.view import View
from yuandi.pages.words import bracketed, size

_RELATIONS: tuple[tuple[str, str], ...] = (
    ("implements", message("依据")),
    ("supersedes", message("取代")),
    ("part_of", message("所属")),
    ("relates", message("相关")),
)
_BACK: Mapping[str, str] = {
    "implements": message("本件的落实"),
    "supersedes": message("取代本件的"),
    "part_of": message("下属条目"),
    "relates": message("相关"),
}
_SHOWN_IN_BLOCKS = {("session", "part_of")}
_MOST_BACK = 30


@dataclass(frozen=True, slots=True)
class Banner:
    """A warning above the text, with a link to the entry that replaces this one."""

    kind: str
    text: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """Entries related to this one, under one heading."""

    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView(View):
    """The page of an entry. Its text is rendered separately and joined by `source`, the entry's id."""

    template: ClassVar[str] = "entry.html"
    source: str
    type: str
    label: str
    column: Link | None
    signed: date | None
    date: date | None
    unit: Link | None
    source_name: str
    authors: tuple[Link, ...]
    doc_number: str
    recipients: str
    copies: str
    is_official: bool
    head: str
    number: str
    signatory: str
    banners: tuple[Banner, ...]
    facts: tuple[Fact, ...]
    form: Link | None
    before: tuple[Block, ...]
    after: tuple[Block, ...]
    files: tuple[File, ...]
    relations: tuple[Relation, ...]
    earlier: Link | None
    later: Link | None
    tags: tuple[Link, ...]
    extra: tuple[Fact, ...]
    lang: str


@dataclass(frozen=True)
class Neighbours:
    """The entries before and after one in its column."""

    shown: Shown

    @cached_property
    def by_id(self) -> Mapping[str, tuple[Entry[Any] | None, Entry[Any] | None]]:
        """Earlier and later entry by id."""
        found: dict[str, tuple[Entry[Any] | None, Entry[Any] | None]] = {}
        for entries in self.shown.by_column.values():
            padded = (None, *entries, None)
            for index, entry in enumerate(entries, start=1):
                found[entry.id] = (padded[index + 1], padded[index - 1])
        return found


def entry_pages(shown: Shown) -> Iterator[EntryView]:
    """A view for every entry that has a page."""
    neighbours = Neighbours(shown)
    for page in shown.plan.of(planned_entries):
        yield entry_page(shown, page.entry, neighbours)


def entry_page(shown: Shown, entry: Entry[Any], neighbours: Neighbours) -> EntryView:
    """The view of one entry."""
    record = entry.record
    column = shown.portal.column_of(entry)
    showing = showing_of(shown, entry)
    earlier, later = neighbours.by_id.get(entry.id, (None, None))
    signatory = _signatory(shown, entry)
    return EntryView(
        address=entry.address,
        title=record.title,
        summary=record.summary or "",
        crumbs=tuple(link for link in (shown.column(column),) if link),
        active=column.id if column else "",
        source=entry.id,
        type=entry.type.name,
        label=shown.label(entry),
        column=shown.column(column),
        date=record.date,
        unit=shown.unit(record.unit),
        source_name=record.source or "",
        authors=shown.actors(record.authors or ((record.author,) if record.author else ())),
        doc_number=record.doc_number or "",
        signed=record.signed_date,
        recipients=_recipients(entry),
        copies=words_of(plain(record.extra.get("抄送", ""))),
        is_official=_is_official(entry),
        head=showing.head or _head(entry, signatory),
        number=showing.number or record.doc_number or "",
        signatory=signatory,
        banners=tuple(_banners(shown, entry)),
        facts=showing.facts,
        form=form_link(shown, entry),
        before=showing.before,
        after=showing.after,
        files=tuple(_files(shown, entry)),
        relations=tuple(_relations(shown, entry)),
        earlier=shown.entry(earlier) if earlier else None,
        later=shown.entry(later) if later else None,
        tags=tuple(Link(tag, shown.portal.addresses.tag(tag) if slug(tag) else None) for tag in record.tags),
        extra=_extra(shown, entry),
        lang=record.lang or "zh-Hans",
    )


def _is_official(entry: Entry[Any]) -> bool:
    """Whether the page has the layout of an official document: by its type, and because it has a number or recipients."""
    return entry.type.is_document and bool(entry.record.doc_number or entry.record.to)


def _recipients(entry: Entry[Any]) -> str:
    """The line of recipients; a page omits it if the text begins with such a line."""
    return message("%(names)s：", names=clauses(entry.record.to)) if entry.record.to else ""


def _head(entry: Entry[Any], signatory: str) -> str:
    """The red head of a numbered document."""
    if not (_is_official(entry) and entry.record.doc_number and signatory):
        return ""
    return signatory if signatory.isascii() else message("%(signatory)s文件", signatory=signatory)


def _signatory(shown: Shown, entry: Entry[Any]) -> str:
    """The signing unit in full: a department with the name of its organisation."""
    unit = shown.portal.units.find(entry.record.unit) if entry.record.unit else None
    if unit is None:
        return ""
    above = shown.portal.parents.get(unit.id)
    is_part = above is not None and unit.kind == "department" and not unit.name.startswith(above.name)
    return f"{above.name}{unit.name}" if above and is_part else unit.name


def _extra(shown: Shown, entry: Entry[Any]) -> tuple[Fact, ...]:
    """The source, the reviewers and the archive number; then the organisation's own fields."""
    record = entry.record
    history = shown.portal.history if shown.portal.settings.history != "none" else History()
    changed = history.last(entry.path, shown.as_of) if history.state == "full" else None
    authors = history.authors(entry.path) if shown.portal.settings.history == "authors" else ()
    return facts(
        (message("来源"), record.source),
        *(
            (bracketed(message("审核"), review.role), (shown.actor(review.person), review.date))
            for review in record.review
        ),
        (message("档号"), record.archive_number),
        (message("保管期限"), record.retention),
        *((name, plain(value)) for name, value in record.extra.items()),
        (message("最后修改"), changed if changed and changed > (record.date or changed) else None),
        (message("编辑"), listed(authors)),
    )


def _banners(shown: Shown, entry: Entry[Any]) -> Iterator[Banner]:
    naming = (
        one for one in _naming(shown, entry) if replaces(one) and shown.found(one.record.supersedes, one) is entry
    )
    successor = next(naming, None)
    if entry.record.status is Status.SUPERSEDED or successor:
        yield Banner("superseded", message("本件已被取代。"), shown.entry(successor) if successor else None)
    if entry.record.status is Status.REVOKED:
        yield Banner("revoked", message("本件已废止。"))
    if shown.is_expired(entry):
        yield Banner("expired", message("本件已于 %(day)s 到期，仅供查阅。", day=entry.record.expires))


def _naming(shown: Shown, entry: Entry[Any]) -> tuple[Entry[Any], ...]:
    """The shown entries that refer to this one."""
    return tuple(source for source in shown.portal.backlinks.get(entry.id, ()) if source.id in shown.ids)


def _relations(shown: Shown, entry: Entry[Any]) -> Iterator[Relation]:
    """Entries that this one refers to, then entries that refer to it; each entry once, each heading once."""
    seen = {entry.id}
    found: dict[str, list[Entry[Any]]] = {}
    for field, label in _RELATIONS:
        words = getattr(entry.record, field)
        for target in shown.found_all(words if isinstance(words, tuple) else (words,) if words else (), entry):
            if target.id not in seen:
                seen.add(target.id)
                found.setdefault(label, []).append(target)
    for source in newest_first(_naming(shown, entry)):
        if source.id not in seen and (label := _back_label(shown, source, entry)):
            seen.add(source.id)
            found.setdefault(label, []).append(source)
    for label, entries in found.items():
        yield Relation(label, shown.rows(entries[:_MOST_BACK]))


def _back_label(shown: Shown, source: Entry[Any], entry: Entry[Any]) -> str:
    """The heading for a source; empty if a block already shows it."""
    for field, label in _BACK.items():
        words = getattr(source.record, field)
        for word in words if isinstance(words, tuple) else (words,):
            if word and shown.found(word, source) is entry:
                shown_already = (source.type.name, field) in _SHOWN_IN_BLOCKS and entry.type.name == "lecture-series"
                return "" if shown_already else label
    return message("提到本件的")


def _files(shown: Shown, entry: Entry[Any]) -> Iterator[File]:
    for attachment in entry.record.attachments:
        yield _file(shown, entry, attachment.file, attachment.title)
    for own in entry.type.downloads:
        for name in values_at(entry.record, own.field):
            if isinstance(name, str):
                yield _file(shown, entry, name, own.title or entry.record.title)


def _file(shown: Shown, entry: Entry[Any], name: str, title: str | None) -> File:
    address = shown.file(entry, name)
    form = name.rpartition(".")[2].upper() if "." in name else ""
    return File(title or name.rpartition("/")[2], address, form, size(shown.portal.files.get(address, 0)))
