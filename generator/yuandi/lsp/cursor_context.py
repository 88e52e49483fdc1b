"""The field, reference or link at a place of a document. Shared by completion, help, definitions and renaming."""

import re
from dataclasses import dataclass, replace
from posixpath import basename

from yuandi.entry_types import DATA_FILES, EntryType, type_named, type_of_folder
from yuandi.entry_types.data_types.policy import Policy
from yuandi.entry_types.fields import FieldShape, Shape, shape_of
from yuandi.front_matter.parse import split
from yuandi.front_matter.yaml_errors import UnparsableError
from yuandi.load import DATA
from yuandi.lsp.yaml_place import YamlPlace, place_at
from yuandi.markdown.links import links

_TYPE = re.compile(r"^(?:type|类型)\s*:\s*([^\s#]+)", re.M)
_DATA = {known.name: known for known in DATA_FILES}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the front matter of an entry or in a data file, with the fields that may be written there."""

    place: YamlPlace
    shape: Shape | None
    field: FieldShape | None
    type: EntryType | None


def spot_at(path: str, text: str, line: int, column: int) -> Spot | None:
    """Return the spot at a place of the file at `path` in content; None in a body. Line and column are from 0."""
    lines = text.split("\n")
    if path.startswith(f"{DATA}/"):
        known = _DATA.get(basename(path).removesuffix(".yml"))
        model = known.model if known else Policy
        place = place_at(lines, line, column)
        keys = place.path[1:] if known and known.form == "years" else place.path
        return _spot(place, shape_of(model), keys, None)
    end = _end_of_head(lines)
    if not path.endswith(".md") or not 0 < line < end:
        return None
    head = lines[1:end]
    found = _TYPE.search("\n".join(head))
    kind = (type_named(found[1].strip("'\"")) if found else None) or type_of_folder(path)
    place = place_at(head, line - 1, column)
    return _spot(place, shape_of(kind.model), place.path, kind)


def _end_of_head(lines: list[str]) -> int:
    """Return the number of the line that closes the front matter; if it is still open, of the first blank line."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in {"---", "..."}:
            return number
    return next((number for number, line in enumerate(lines[1:], 1) if not line.strip()), len(lines))


def _spot(place: YamlPlace, shape: Shape | None, keys: tuple[str, ...], kind: EntryType | None) -> Spot:
    for key in keys:
        found = shape.find(key) if shape else None
        shape = shape_of(found.model) if found and found.model else None
    field = shape.find(place.key) if shape else None
    if place.is_item and field and field.model:
        place = replace(place, path=(*place.path, place.key), key="")
        shape = shape_of(field.model)
    return Spot(place, shape, shape.find(place.key or place.word) if shape else None, kind)


def link_at(text: str, offset: int) -> str | None:
    """Return the target of the link at an offset of the whole text; None if there is none in the body."""
    try:
        start = split(text).body_start
    except UnparsableError:
        return None
    here = offset - start
    return next(
        (link.path for link in links(text[start:]) if link.start <= here <= link.end and not link.is_outside), None
    )
