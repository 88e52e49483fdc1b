"""Unihan and Conway Stroke Data → the table by which names are ordered by strokes.

The table has the characters in order, one line for each number of strokes. Within a line they stand by their strokes
(横竖撇点折 as 1 to 5), and those with the same strokes as 通用规范汉字表 has them. That list is itself in stroke order
within each of its levels; Unihan gives its numbers (kTGH). Where Conway Stroke Data allows several ways to write a
character, the way that fits the list is taken, and elsewhere the one that fitted most often for the same part.

Run this again for a new release of either (Debian's package unicode-data has Unihan's files):

    python generator/tools/stroke_table.py UNIHAN_FOLDER codepoint-character-sequence.txt
"""

import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

TABLE = Path(__file__).parents[1] / "yuandi" / "chinese" / "strokes.txt"
LEVELS = ((1, 3500), (3501, 6500), (6501, 8105))
HEAD = """\
# Made by generator/tools/stroke_table.py; do not edit. Characters in stroke order, by number of strokes.
# Sources: Conway Stroke Data, Copyright 2021-2026 Conway, CC BY 4.0, https://github.com/stroke-input/stroke-input-data
# (sequences chosen among its variants, and reduced to an order); Unihan database (kTotalStrokes, kTGH), Unicode
# License, https://www.unicode.org/copyright.html. See NOTICE.
"""

_PART = re.compile(r"\((?P<variants>[^)]*)\)|\\(?P<again>\d)|(?P<strokes>[1-5]+)")


@dataclass(frozen=True)
class Way:
    """One way to write a character: its strokes, and which variant was taken of each part that has several."""

    strokes: str
    taken: tuple[tuple[str, str], ...] = ()

    @property
    def order(self) -> tuple[int, str]:
        """By number of strokes, then stroke by stroke."""
        return len(self.strokes), self.strokes


def ways(pattern: str) -> Iterator[Way]:
    """All ways that a pattern such as `12(3|4)\\1` allows."""
    parts = list(_PART.finditer(pattern))
    groups = [part["variants"] for part in parts if part["variants"]]
    for choice in product(*(group.split("|") for group in groups)):
        left = iter(choice)
        strokes = (
            part["strokes"] or (choice[int(part["again"]) - 1] if part["again"] else next(left)) for part in parts
        )
        yield Way("".join(strokes), tuple(zip(groups, choice, strict=True)))


def chain(characters: list[str], known: dict[str, list[Way]]) -> dict[str, Way]:
    """The longest run of characters that can be written so that their strokes ascend, with those ways."""
    ends: list[tuple[tuple[int, str], object]] = []
    for character in characters:
        found = []
        for way in known[character]:
            place = bisect_right(ends, way.order, key=lambda end: end[0])
            found.append((place, way, ends[place - 1][1] if place else None))
        for place, way, before in sorted(found, key=lambda one: (one[0], one[1].order), reverse=True):
            ends[place : place + 1] = [(way.order, (character, way, before))]  # of two in one place the lower stays
    run: dict[str, Way] = {}
    last: object = ends[-1][1]
    while isinstance(last, tuple):
        run[last[0]] = last[1]
        last = last[2]
    return run


def unihan(folder: Path, name: str, field: str) -> dict[str, str]:
    """One field of the Unihan database by character."""
    rows = (line.split("\t") for line in (folder / f"Unihan_{name}.txt").read_text("utf-8").splitlines())
    return {chr(int(row[0][2:], 16)): row[2] for row in rows if len(row) == 3 and row[1] == field}


def sequences(file: Path) -> dict[str, str]:
    """The patterns of Conway Stroke Data by character."""
    found = re.findall(r"^U\+[0-9A-F]+!?\t(.)[\^*]?\t([1-5|()\\]+)$", file.read_text("utf-8"), re.MULTILINE)
    return dict(found)


def table(folder: Path, file: Path) -> str:
    """The table as text."""
    number = {
        character: int(value.split(":")[1]) for character, value in unihan(folder, "OtherMappings", "kTGH").items()
    }
    total = {one: int(value.split()[0]) for one, value in unihan(folder, "IRGSources", "kTotalStrokes").items()}
    known = {one: _of_length(list(ways(pattern)), total.get(one)) for one, pattern in sequences(file).items()}
    placed: dict[str, Way] = {}
    for first, last in LEVELS:
        level = sorted((one for one, place in number.items() if first <= place <= last), key=number.__getitem__)
        run = chain(level, known)
        print(f"{len(level)} characters, against the order: {''.join(one for one in level if one not in run)}")
        before = Way("")
        for one in level:
            before = placed[one] = run.get(one, before)
    usual = Counter(taken for way in placed.values() for taken in way.taken)
    for one, possible in known.items():
        if one not in placed:
            placed[one] = max(possible, key=lambda way: sum(usual[taken] for taken in way.taken))
    ordered = sorted(placed, key=lambda one: (*placed[one].order, number.get(one, 1 << 20), one))
    lines: dict[int, str] = {}
    for one in ordered:
        lines[len(placed[one].strokes)] = lines.get(len(placed[one].strokes), "") + one
    return HEAD + "".join(f"{count}\t{characters}\n" for count, characters in lines.items())


def _of_length(possible: list[Way], wanted: int | None) -> list[Way]:
    """Those with as many strokes as Unihan counts; all, where none has."""
    return [way for way in possible if len(way.strokes) == wanted] or possible


if __name__ == "__main__":
    TABLE.write_text(table(Path(sys.argv[1]), Path(sys.argv[2])), encoding="utf-8")
