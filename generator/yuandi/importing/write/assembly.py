"""The proposed entry for one document. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath
from typing import Any

from yuandi.base.text import Text, shorten
from yuandi.check import vocabulary_of
from yuandi.check.vocabulary import Vocabulary
from yuandi.chinese.characters import HAN
from yuandi.chinese.scripts import simplified, traditional
from yuandi.editing.new_entry import free_path
from yuandi.entry_types import BY_NAME
from yuandi.entry_types.fields import shape_of
from yuandi.importing.readers.blocks import Block, Picture
from yuandi.importing.readers.markdown import body, plain
from yuandi.importing.readers.misread import LOST
from yuandi.importing.readers.source import Source
from yuandi.importing.recognise.document import Filled, OfficeDocument
from yuandi.importing.recognise.facts.rosters import roster
from yuandi.importing.recognise.head import Head, head_of
from yuandi.importing.recognise.kinds import Guess, guessed
from yuandi.importing.recognise.names import Names, Wishes
from yuandi.importing.recognise.pieces import Piece
from yuandi.importing.recognise.structure import structured
from yuandi.importing.recognise.types.fields_of_type import filled
from yuandi.importing.write.assets import attached, with_files
from yuandi.importing.write.compose import entry_text
from yuandi.importing.write.proposal import Proposal
from yuandi.importing.write.review import findings, missing
from yuandi.page_plan.planned_portal import PlannedPortal


@dataclass(frozen=True)
class ImportJob:
    """The data that all documents of an import share.

    `folder` is the folder for all files, or None for the usual folders; `chinese` is whether keys are in Chinese; `taken`
    are the paths of this import.
    """

    portal: PlannedPortal
    wishes: Wishes = field(default_factory=Wishes)
    chinese: bool = False
    folder: str | None = None
    taken: set[str] = field(default_factory=set)

    @cached_property
    def names(self) -> Names:
        """The names of the portal's units, people and groups."""
        return Names(self.portal)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary of the portal for the rules about wording."""
        return vocabulary_of(self.portal)

    def path(self, folder: str, title: str, otherwise: str) -> str:
        """A new path in the portal and in this import; it is recorded as taken."""
        found = free_path(
            self.taken | self.portal.files.keys(), folder if self.folder is None else self.folder, title, otherwise
        )
        self.taken.add(found)
        return found


def entry_of(
    job: ImportJob,
    source: Source,
    piece: Piece,
    *,
    metadata: Mapping[str, str],
    preface: str,
    pictures: Mapping[str, Picture],
) -> Proposal:
    """The proposed entry for a document. `preface` is the title that a foreign site gave."""
    notes_below = [block for block in piece.blocks if block.source == "note"]
    head = head_of([block for block in piece.blocks if block.source != "note"], metadata, preface, job.names)
    guess = _guess(job.wishes, head)
    known = guess or Guess(BY_NAME["page"])
    since = job.wishes.day or head.published or head.signed
    blocks = structured(head.blocks)
    own = filled(known.type.name, OfficeDocument(head, blocks, job.names, since))
    values, notes = _values(job, known, head, own)
    if own.without_tables:
        blocks = tuple(block for block in blocks if block.kind != "table")
    stem_of = head.title or PurePath(source.name).stem
    folder = (
        f"{known.type.folder}/{values['date'].year}" if known.type.folder and "date" in values else known.type.folder
    )
    path = job.path(folder, stem_of, known.type.name)
    stem = PurePath(path).stem
    assets = with_files([*blocks, *notes_below], pictures, stem, source.beside)
    listed, files, absent = attached(head.attachments, stem, source.beside)
    if listed:
        values["attachments"] = listed
    files |= assets.files
    for name, text in own.files.items():
        values["attendance"] = f"{stem}-{name}"
        files[values["attendance"]] = text.encode("utf-8")
    text = body(assets.blocks)
    values |= _language(text)
    extra = ({"抄送": head.copies} if head.copies else {}) | own.extra
    values |= {"extra": extra} if extra else {}
    values["status"] = "draft"
    made = entry_text(known.type, values, text.rstrip("\n"), chinese=job.chinese)
    all_notes = [
        *_of_type(guess, head),
        *filter(None, [missing(known.type, values, chinese=job.chinese)]),
        *notes,
        *_of_head(head, absent),
        *_of_piece(piece),
        *own.notes,
        *assets.notes,
        *_lost(text),
        *findings(
            job.portal, path, made, [f"{path.rpartition('/')[0]}/{name}".lstrip("/") for name in files], job.vocabulary
        ),
    ]
    return Proposal(path, made, files, tuple(all_notes))


def _guess(wishes: Wishes, head: Head) -> Guess | None:
    if wishes.type:
        known = guessed(head.title, "")
        kind = wishes.kind or (known.kind if known and known.type is wishes.type else None)
        return Guess(wishes.type, kind)
    return guessed(head.title, "作者：" if head.author else "") or _by_table(head.blocks)


def _by_table(blocks: Sequence[Block]) -> Guess | None:
    """The type of entry by the columns of the first known table, or None."""
    for block in blocks:
        found = roster(block.rows, tuple(_BY_ROSTER)) if block.kind == "table" else None
        if found and (found.kind != "honour" or any("category" in row for row in found.rows)):
            return Guess(BY_NAME[_BY_ROSTER[found.kind]])
    return None


_BY_ROSTER = {"book": "book-list", "attendance": "session", "honour": "honour-roll"}


def _values(job: ImportJob, known: Guess, head: Head, own: Filled) -> tuple[dict[str, Any], list[Text]]:
    """The values of all fields that were found, and notes on the fields that all types have."""
    fields = shape_of(known.type.model).fields
    published = job.wishes.day or head.published or head.signed
    unit = (
        job.wishes.unit or job.names.unit(head.issuer) or (None if head.issuer else job.names.unit_before(head.title))
    )
    found: dict[str, Any] = {
        "type": known.type.name,
        "title": head.title,
        "date": published,
        "signed_date": head.signed,
        "doc_number": head.doc_number,
        "unit": unit,
        "to": list(head.to),
        "kind": known.kind,
        "source": head.source,
    }
    if head.author and "authors" not in own.values and known.type.name != "article":
        found["author"] = job.names.person(head.author) or head.author
    found |= own.values
    notes = []
    if head.issuer and not unit:
        notes.append(
            Text(
                f"落款“{head.issuer}”不在 units.yml 里，没有写单位。",
                f"The issuer “{head.issuer}” is not in units.yml, so the unit was left out.",
            )
        )
    return {key: value for key, value in found.items() if value not in (None, "", []) and key in fields}, notes


def _of_type(guess: Guess | None, head: Head) -> list[Text]:
    notes = []
    if guess is None:
        notes.append(
            Text(
                "看不出是哪一类文件，按页面放置；可用 --type 指明。",
                "The type is not clear, so the entry is a page. Give the type with --type.",
            )
        )
    if head.title_from == "preface":
        notes.append(
            Text("标题取自别的网站的前言，请核对。", "The title is from the preface of another site. Check it.")
        )
    if head.title_from == "first" and guess is None:
        notes.append(
            Text(
                f"第一行“{shorten(head.title, 20)}”作了标题。",
                f"The first line “{shorten(head.title, 20)}” was taken as the title.",
            )
        )
    return notes


def _of_head(head: Head, absent: Sequence[str]) -> list[Text]:
    notes = []
    if head.month_only:
        notes.append(
            Text(
                f"落款只有“{head.month_only}”，没有日，未写成文日期。",
                f"The date at the end is only “{head.month_only}”, without a day, and was not taken.",
            )
        )
    if absent:
        listed = "、".join(absent)
        notes.append(
            Text(
                f"附件不在原文件旁边，没有带来：{listed}。",
                f"These attachments are not beside the file and were left out: {listed}.",
            )
        )
    return notes


def _of_piece(piece: Piece) -> list[Text]:
    if not piece.twice:
        return []
    return [
        Text(
            f"文件里同一篇重复了 {piece.twice} 次，只留一篇。",
            f"The document was repeated {piece.twice} times in the file; one copy was kept.",
        )
    ]


def _lost(text: str) -> list[Text]:
    """A note on lost characters, with the words around them."""
    around = [plain(found[0]) for found in re.finditer(rf"[^\n]{{0,5}}{LOST}[^\n]{{0,6}}", text)]
    if not around:
        return []
    listed = "、".join(f"“{words}”" for words in around)
    return [
        Text(
            f"原文缺字，记作 □，请对照原件补上：{listed}。",
            f"Lost characters are marked □. Add them from the original: {listed}.",
        )
    ]


def _language(text: str) -> dict[str, str]:
    """The field `lang` of a text in English or Traditional Chinese; empty for other texts."""
    han = len(re.findall(f"[{HAN}]", text))
    if han * 10 < len(re.findall("[A-Za-z]{2,}", text)):
        return {"lang": "en"}
    old, new = (sum(map(text.count, table())) for table in (traditional, simplified))
    return {"lang": "zh-Hant"} if old > max(new, han * 0.05) else {}
