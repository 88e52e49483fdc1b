"""The way from an office document to proposed entries: read, clean, recognise, compose, review. Pure.

Word, Excel, web pages and text in four encodings become blocks. Blocks that do not belong to the document are removed,
headings and the fields of front matter are recognised. Nothing is invented: fields that were not found are left out and
noted.
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
from yuandi.importing.write.assembly import ImportJob, entry_of
from yuandi.importing.write.proposal import Proposal

__all__ = ["ImportJob", "Proposal", "Refused", "Source", "Wishes", "proposals"]


def proposals(job: ImportJob, source: Source) -> Iterator[Proposal]:
    """The entries that a file would be in the portal, one for each document in it. Raises Refused."""
    contents, doubts = contents_of(source, job.wishes.encoding)
    if people_or_units := _directory(contents, job):
        yield _records(job, people_or_units, doubts)
        return
    kept = without_surroundings([_worded(block) for block in contents.blocks], job.vocabulary)
    notes = (*doubts, *_removed(kept.removed))
    for piece in pieces(kept.blocks):
        metadata = {"part": piece.title} if piece.title else contents.metadata
        proposal = entry_of(job, source, piece, metadata=metadata, preface=kept.title, pictures=contents.pictures)
        yield replace(proposal, notes=(*proposal.notes, *notes))
        notes = ()


_BULLET = re.compile("[•●■◆▪◇►\uf020-\uf0ff][ \t\u3000]*(?=\\S)")
"""The beginning of an item in a format without lists."""


def _worded(block: Block) -> Block:
    if block.kind == "raw":
        return block.saying(well_worded(block.text)) if block.source == "note" else block
    rows = tuple(tuple(map(well_worded, row)) for row in block.rows)
    bullet = _BULLET.match(block.text) if block.kind == "paragraph" else None
    if bullet:
        return Block("item", well_worded(block.text[bullet.end() :]))
    return replace(block, text=well_worded(block.text), rows=rows)


def _removed(removed: Sequence[str]) -> list[Text]:
    """A note on the removed text, shortened."""
    if not removed:
        return []
    shown = "、".join(f"“{shorten(words, 18)}”" for words in removed[:3])
    more = f"等 {len(removed)} 处" if len(removed) > 3 else ""
    return [
        Text(
            f"删去了别的网页的文字：{shown}{more}。",
            f"Text of another web page was removed: {shown} ({len(removed)}).",
        )
    ]


def _directory(contents: Contents, job: ImportJob) -> Roster | None:
    """The people or units of a workbook that holds nothing else, or None. Books, attendance and honours are entries."""
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


def _records(job: ImportJob, found: Roster, doubts: Sequence[Text]) -> Proposal:
    """Records for a data file: as that file if it does not exist, else beside it, to be merged by hand."""
    made = records_of(found, job.portal, job.names)
    folder = "_import" if job.folder is None else job.folder
    is_there = (job.portal.people if found.kind == "person" else job.portal.units).present
    path = f"{folder}/{made.file}" if is_there or job.folder is not None else f"_data/{made.file}"
    note = Text(f"核对以后并入 _data/{made.file}。", f"Check it, then merge it into _data/{made.file}.")
    return Proposal(path, made.text, notes=(*doubts, *made.notes, *([note] if is_there else [])), is_draft=False)
