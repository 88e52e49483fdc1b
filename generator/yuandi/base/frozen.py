"""Writing into a value that is frozen: the only place that does so, for what its readers cannot tell from before.

Two things are worth it. What a cached property would give may be known already, from another process or from an
earlier value: it is put where the property keeps it. And an attribute may be replaced by an equal one that many values
share, where each of its own would take more memory than the value.
"""

from collections.abc import Mapping
from typing import Any


def put_cached(value: object, results: Mapping[str, Any]) -> None:
    """Let cached properties of a value give these results, by the names of the properties."""
    value.__dict__.update(results)


def cached(value: object, name: str) -> Any:
    """What a cached property of a value has given, or was put there; None where it was not asked for yet."""
    return value.__dict__.get(name)


def share(value: object, name: str, equal: object) -> None:
    """Replace an attribute of a value by an equal one that other values have too."""
    object.__setattr__(value, name, equal)
