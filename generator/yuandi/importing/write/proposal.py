"""The result of an import: a proposed file of the portal, with files beside it and notes for the person who checks it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from yuandi.base.text import Text


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed file at `path` in content; `files` are those beside it, by name; `is_draft` is whether it is an entry to
    be published after it was checked."""

    path: str
    text: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    notes: tuple[Text, ...] = ()
    is_draft: bool = True
