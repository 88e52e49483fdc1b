"""What an import proposes: a file of the portal with its text, files beside it, and what a person must look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from yuandi.base.text import Text


@dataclass(frozen=True, slots=True)
class Proposal:
    """A file by its path in content. `files` stand beside it; `is_draft`: to be published when it has been checked."""

    path: str
    text: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    notes: tuple[Text, ...] = ()
    is_draft: bool = True
