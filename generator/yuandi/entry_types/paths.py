"""The values at the path of a field: `team.person` is the `person` of each item of `team`."""

from collections.abc import Iterator, Mapping
from typing import Any


def values_at(holder: Any, path: str) -> Iterator[Any]:
    """The values at a path below a record or a row of a table, through lists; empty if there are none."""
    if holder is None:
        return
    if isinstance(holder, tuple):
        for item in holder:
            yield from values_at(item, path)
    elif not path:
        yield holder
    else:
        head, _, rest = path.partition(".")
        found = holder.get(head) if isinstance(holder, Mapping) else getattr(holder, head, None)
        yield from values_at(found or None if isinstance(found, str) else found, rest)


def has_field(holder: Any, path: str) -> bool:
    """Whether a record or a row has the field with which a path begins, given or not."""
    head = path.partition(".")[0]
    return isinstance(holder, Mapping) or hasattr(holder, head)
