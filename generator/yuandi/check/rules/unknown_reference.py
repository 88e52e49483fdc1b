"""REF001: a field names something that does not exist."""

import re
from collections.abc import Iterator
from typing import Any

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text, did_you_mean
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.check.rules.shared.references import elsewhere
from yuandi.content.addresses import named
from yuandi.entry_types import StudyRecord
from yuandi.entry_types.values import ID_PATTERN
from yuandi.lookups.reference import Reference
from yuandi.portal.portal import Portal

_KINDS = {
    "unit": Text("单位", "unit"),
    "person": Text("人员", "person"),
    "group": Text("小组", "group"),
    "column": Text("栏目", "column"),
    "measure": Text("指标", "measure"),
    "entry": Text("条目", "entry"),
}
_FILES = {
    "unit": "_data/units.yml",
    "person": "_data/people.yml",
    "group": "_data/groups.yml",
    "column": "_data/columns.yml",
    "measure": "_data/policy.yml",
}


@rule("REF001", "unknown-reference", Severity.ERROR, Scope.HEADS, AtOnce.ENTRY)
def unknown_reference(portal: Portal) -> Iterator[Finding]:
    """A field names a unit, person, group, column, entry or measure that does not exist."""
    without_file: dict[str, list[Reference]] = {}
    for reference in portal.references:
        if reference.target is not None or elsewhere(portal, reference) is not None or _may_be(portal, reference):
            continue
        absent = _absent_file(portal, reference)
        if absent:
            without_file.setdefault(absent, []).append(reference)
        else:
            yield Finding(reference.at, _message(reference), _hint(portal, reference))
    for file, found in without_file.items():
        yield _missing_file(file, found)
    if portal.people.present and portal.people.readable:
        yield from _in_tables(portal)


def _in_tables(portal: Portal) -> Iterator[Finding]:
    """Yield unknown ids of people in tables of study records; SES001 checks the attendance of sessions."""
    for entry in portal.of(StudyRecord):
        table = portal.tables.get(named(entry.path, entry.record.csv)) if entry.record.csv else None
        if table is None:
            continue
        for line, row in table.rows:
            word = row.get("person", "")
            if re.fullmatch(ID_PATTERN, word) and not portal.belonging.people_named(word):
                yield Finding(
                    table.document.cell(line, word),
                    Text(f"`{word}`：没有这个人员。", f"`{word}` is not a known person."),
                    did_you_mean(word, portal.people.by_id, Text("见 _data/people.yml。", "See _data/people.yml.")),
                )


def _may_be(portal: Portal, reference: Reference) -> bool:
    """Whether the target may be in a file that could not be read."""
    kinds = reference.refers.kinds
    if "entry" in kinds and reference.path_of_entry in portal.broken:
        return True
    if any(kind in {"unit", "person", "group", "column"} and not portal.directory(kind).readable for kind in kinds):
        return True
    if "measure" in kinds and not portal.policy_readable:
        return True
    if "person" in kinds and not portal.people.present:
        return True
    return reference.refers.or_text and not re.fullmatch(ID_PATTERN, reference.word)


def _absent_file(portal: Portal, reference: Reference) -> str | None:
    """Return the data file that a reference needs and that does not exist; None if there is none."""
    kinds = [kind for kind in reference.refers.kinds if kind in {"unit", "person", "group", "column"}]
    if not kinds or any(portal.directory(kind).present for kind in kinds) or "entry" in reference.refers.kinds:
        return None
    return _FILES[kinds[0]]


def _missing_file(file: str, found: list[Reference]) -> Finding:
    first = min(found, key=lambda reference: reference.at)
    return Finding(
        first.at,
        Text(
            f"没有 {file}，`{first.key}: {first.word}` 无从查起（共 {len(found)} 处引用）。",
            f"`{first.key}: {first.word}` cannot be looked up: there is no {file} ({len(found)} references in all).",
        ),
        Text(f"新建 {file}，写上 `- id: …` 和 `name: …`。", f"Create {file} with `- id: …` and `name: …`."),
    )


def _message(reference: Reference) -> Text:
    zh = "、".join(_KINDS[kind].zh for kind in reference.refers.kinds)
    en = " or ".join(_KINDS[kind].en for kind in reference.refers.kinds)
    return Text(
        f"`{reference.key}: {reference.word}`：没有这个{zh}。",
        f"`{reference.key}: {reference.word}` is not a known {en}.",
    )


def _hint(portal: Portal, reference: Reference) -> Text:
    listed = [_FILES[kind] for kind in reference.refers.kinds if kind in _FILES]
    if listed:
        otherwise = Text(f"见 {'、'.join(listed)}。", f"See {', '.join(listed)}.")
    else:
        otherwise = Text(
            "条目以编号（如 `notices/2026/reading-month`）或相对路径（如 `../x.md`）引用。",
            "Refer to an entry by its id (`notices/2026/reading-month`) or its relative path (`../x.md`).",
        )
    return did_you_mean(reference.word, _known(portal, reference), otherwise)


def _known(portal: Portal, reference: Reference) -> set[str]:
    known: set[str] = set()
    for kind in reference.refers.kinds:
        if kind == "entry":
            known |= _entry_words(portal, reference)
        elif kind == "measure":
            known |= {measure.code for measure in portal.policy.measures}
        else:
            directory: Any = portal.directory(kind)
            known |= set(directory.by_id) | set(directory.by_name)
    return known


def _entry_words(portal: Portal, reference: Reference) -> set[str]:
    """Return ids of entries of a type that the field takes, to compare with a word: about 2000 at most."""
    types = reference.refers.types
    words = {identifier for identifier, entry in portal.by_id.items() if not types or entry.type.name in types}
    if len(words) <= 2000:
        return words
    folder = reference.word.rpartition("/")[0]
    return {word for word in words if word.startswith(folder)} or set(sorted(words)[:2000])
