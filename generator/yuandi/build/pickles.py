"""What is kept between builds as bytes: sealed, so that damage shows, and pickled, so that only its maker may read it."""

import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields
from io import BytesIO
from operator import attrgetter
from typing import Any
from zlib import crc32

from yuandi.cache import DamagedError
from yuandi.views import parts

_SEAL = 4


def sealed(data: bytes, name: str = "") -> bytes:
    """Bytes with a sum over them and their name."""
    return crc32(data, crc32(name.encode("utf-8", "surrogatepass"))).to_bytes(_SEAL, "big") + data


def unsealed(data: object, name: str = "") -> bytes:
    """The bytes that were sealed. Raises DamagedError."""
    if not isinstance(data, bytes) or sealed(data[_SEAL:], name) != data:
        raise DamagedError
    return data[_SEAL:]


def pickled(value: Any) -> bytes:
    """A value as bytes."""
    stream = BytesIO()
    pickler = pickle.Pickler(stream, 5)
    pickler.dispatch_table = _REDUCTIONS
    pickler.dump(value)
    return stream.getvalue()


def unpickled(data: object, name: str = "") -> Any:
    """The value of sealed bytes. Raises DamagedError; what is not our own must not come here, its key tells."""
    try:
        return pickle.loads(unsealed(data, name))  # noqa: S301  # our own, by its key
    except DamagedError:
        raise
    except Exception:  # whatever unpickling meets, the full build does without
        raise DamagedError from None


def _reduction(kind: type) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    names = [one.name for one in fields(kind)]
    if len(names) == 1:
        return lambda value: (kind, (getattr(value, names[0]),))
    values = attrgetter(*names)
    return lambda value: (kind, values(value))


_REDUCTIONS: Mapping[type, Callable[[Any], Any]] = {
    kind: _reduction(kind)
    for kind in vars(parts).values()
    if isinstance(kind, type) and hasattr(kind, "__dataclass_fields__")
}
"""Parts of views as calls of their types: a third of the time that frozen dataclasses take by themselves."""
