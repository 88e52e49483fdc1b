"""A document as it came from an office → proposed entries: read, clean, find, compose, review. Pure.

Word, Excel, web pages and text in four encodings become blocks; blocks lose what is not of the document, get their
headings, and tell what front matter has fields for. Nothing is invented: what was not found is left out and said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yuandi.base.text import Text, shorten
from yuandi.importing.readers.blocks import Block, Contents
from yuandi.importing.readers.markdown import plain
from yuandi.importing.readers.refused import Refused
from yuandi.importing.readers.source import Source, contents_of
from yuandi.importing.recognise.directories import records_of
from yuandi.importing.recognise.facts.rosters import Roster, roster
from yuandi.importing.recognise.names import Wishes
from yuandi.importing.recognise.pieces import pieces
from yuandi.importing.recognise.surroundings import without_surroundings
from yuandi.importing.recognise.wording import well_worded
from yuandi.importing.write.assembly import Job, entry_of
from yuandi.importing.write.proposal import Proposal

__all__ = ["Job", "Proposal", "Refused", "Source", "Wishes", "proposals"]


def proposals(job: Job, source: Source) -> Iterator[Proposal]:
    """What a file would be in the portal; several entries where it holds several documents. Raises Refused."""
    contents, doubts = contents_of(source, job.wishes.encoding)
    if people_or_units := _directory(contents, job):
        yield _records(job, people_or_units, doubts)
        return
    kept = without_surroundings([_worded(block) for block in contents.blocks], job.vocabulary)
    notes = (*doubts, *_removed(kept.removed))
    for piece in pieces(kept.blocks):
        said = {"part": piece.title} if piece.title else contents.said
        made = entry_of(job, source, piece, said, kept.title, contents.pictures)
        yield replace(made, notes=(*made.notes, *notes))
        notes = ()


_BULLET = re.compile("[•●■◆▪◇►\uf020-\uf0ff][ \t\u3000]*(?=\\S)")
"""What stands before an item where the format has no lists."""


def _worded(block: Block) -> Block:
    if block.kind == "raw":
        return block.saying(well_worded(block.text)) if block.source == "note" else block
    rows = tuple(tuple(map(well_worded, row)) for row in block.rows)
    bullet = _BULLET.match(block.text) if block.kind == "paragraph" else None
    if bullet:
        return Block("item", well_worded(block.text[bullet.end() :]))
    return replace(block, text=well_worded(block.text), rows=rows)


def _removed(removed: Sequence[str]) -> list[Text]:
    """What was taken away, in short."""
    if not removed:
        return []
    shown = "、".join(f"“{shorten(words, 18)}”" for words in removed[:3])
    more = f"等 {len(removed)} 处" if len(removed) > 3 else ""
    return [
        Text(
            f"删去了别的网页的文字：{shown}{more}。",
            f"Words of another web page were removed: {shown} ({len(removed)}).",
        )
    ]


def _directory(contents: Contents, job: Job) -> Roster | None:
    """The people or units of a workbook that holds nothing else. Books, attendance and honours are entries."""
    tables = [block for block in contents.blocks if block.kind == "table"]
    words = "".join(plain(block.text) for block in contents.blocks)
    if (
        job.wishes.type
        or len(tables) != 1
        or len(words) > 60
        or re.search("先进|优秀|光荣|表彰|获奖|标兵|签到|考勤", words)
    ):
        return None
    found = roster(tables[0].rows, ("book", "attendance", "person", "unit"))
    is_one = found and found.kind in ("person", "unit") and len(found.rows[0]) > 1
    return found if found and is_one and not _is_honour(tables[0]) else None


def _is_honour(table: Block) -> bool:
    return any(re.search("称号|奖项|荣誉|事迹", cell) for cell in table.rows[0])


def _records(job: Job, found: Roster, doubts: Sequence[Text]) -> Proposal:
    """Records for a data file: as that file where there is none yet, else to be taken over by hand."""
    made = records_of(found, job.portal, job.names)
    folder = "_import" if job.folder is None else job.folder
    is_there = (job.portal.people if found.kind == "person" else job.portal.units).present
    path = f"{folder}/{made.file}" if is_there or job.folder is not None else f"_data/{made.file}"
    note = Text(f"核对以后并入 _data/{made.file}。", f"Check it, and take it over into _data/{made.file}.")
    return Proposal(path, made.text, notes=(*doubts, *made.notes, *([note] if is_there else [])), is_draft=False)
