"""Records of `people.yml` or `units.yml` for a list of people or units, without those that exist already. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from yuandi.base.text import Text
from yuandi.chinese.readings import sounds
from yuandi.chinese.surnames import surname_of
from yuandi.importing.recognise.facts.rosters import Roster
from yuandi.importing.recognise.names import Names
from yuandi.portal.portal import Portal

_TAGS = {"中共党员": "party-member", "党员": "party-member", "干部": "cadre", "领导": "leader", "领导干部": "leader"}


@dataclass(frozen=True, slots=True)
class DirectoryRecords:
    """The records for a data file as YAML, and notes for the person who checks them."""

    file: str
    text: str
    notes: tuple[Text, ...]


def records_of(found: Roster, portal: Portal, names: Names) -> DirectoryRecords:
    """The records for the people or units of a table."""
    if found.kind == "person":
        return _people(found, portal, names)
    return _units(found, portal)


def _people(found: Roster, portal: Portal, names: Names) -> DirectoryRecords:
    taken = set(portal.people.by_id)
    records: list[dict[str, Any]] = []
    unknown: dict[str, None] = {}
    known = 0
    for row in found.rows:
        if names.person(row["name"]):
            known += 1
            continue
        unit = names.unit(row.get("unit", ""))
        if row.get("unit") and not unit:
            unknown[row["unit"]] = None
        surname = surname_of(row["name"])
        syllables = sounds(row["name"])
        cut = len(surname)
        names_in_letters = ["".join(syllables[:cut]), "".join(syllables[cut:])]
        record = {"id": _id(names_in_letters, row.get("id", ""), taken), "name": row["name"]}
        born = re.search(r"(?:19|20)\d\d", row.get("born", ""))
        tags = [tag for word, tag in _TAGS.items() if row.get("tags") == word]
        more = {"unit": unit, "post": row.get("post"), "tags": tags, "born": int(born[0]) if born else None}
        records.append(record | {key: value for key, value in more.items() if value})
    notes = [*_left(found.unknown), *_known(known, "people.yml")]
    if unknown:
        listed = "、".join(unknown)
        notes.append(
            Text(
                f"这些单位不在 units.yml 里，没有写：{listed}。",
                f"These units are not in units.yml and were left out: {listed}.",
            )
        )
    return DirectoryRecords("people.yml", _written(records), tuple(notes))


def _units(found: Roster, portal: Portal) -> DirectoryRecords:
    taken = set(portal.units.by_id)
    ids = {unit.name: unit.id for unit in portal.units}
    records: list[dict[str, Any]] = []
    rows = [row for row in found.rows if row["name"] not in ids]
    for row in rows:
        ids[row["name"]] = _id(
            ["".join(sounds(row.get("short") or row["name"], is_person=False))], row.get("id", ""), taken
        )
    missing: dict[str, None] = {}
    for row in rows:
        parent = row.get("parent", "")
        if parent and parent not in ids:
            missing[parent] = None
        count = re.fullmatch(r"\d{1,7}", row.get("headcount", ""))
        more = {
            "short": row.get("short"),
            "kind": row.get("kind"),
            "parent": ids.get(parent),
            "headcount": int(count[0]) if count else None,
        }
        records.append(
            {"id": ids[row["name"]], "name": row["name"]} | {key: value for key, value in more.items() if value}
        )
    notes = [*_left(found.unknown), *_known(len(found.rows) - len(rows), "units.yml")]
    if missing:
        listed = "、".join(missing)
        notes.append(Text(f"没有这些上级单位：{listed}。", f"These parent units do not exist: {listed}."))
    return DirectoryRecords("units.yml", _written(records), tuple(notes))


def _id(words: Sequence[str], given: str, taken: set[str]) -> str:
    """A new id: the given one if it is valid, else one of the words in letters; with a number if it is taken."""
    bare = [re.sub(r"[^a-z0-9]", "", word) for word in words]
    start = given if re.fullmatch(r"[a-z0-9][a-z0-9_-]*", given) else "-".join(filter(None, bare))[:40] or "x"
    found, number = start, 1
    while found in taken:
        number += 1
        found = f"{start}-{number}"
    taken.add(found)
    return found


def _left(columns: Iterable[str]) -> list[Text]:
    listed = "、".join(columns)
    return (
        [
            Text(
                f"这些列没有对应的字段，没有导入：{listed}。",
                f"These columns have no field and were not imported: {listed}.",
            )
        ]
        if listed
        else []
    )


def _known(count: int, file: str) -> list[Text]:
    return (
        [
            Text(
                f"{count} 条在 {file} 里已有，没有再写。",
                f"{count} records are in {file} already and were not repeated.",
            )
        ]
        if count
        else []
    )


def _written(records: Sequence[Mapping[str, Any]]) -> str:
    if not records:
        return ""
    return str(yaml.safe_dump(list(records), allow_unicode=True, sort_keys=False, width=1000))
