"""Targets of the wrong kind: shared by the rules about references."""

import re
from typing import Any, get_args

from yuandi.entry_types.values import ID_PATTERN, Kind, Refers
from yuandi.lookups.reference import Reference
from yuandi.portal.portal import Portal


def elsewhere(portal: Portal, reference: Reference) -> Any:
    """Return the target that a reference names among the kinds that its field does not take; None if there is none."""
    is_name = reference.refers.or_text
    if is_name and not re.fullmatch(ID_PATTERN, reference.word):
        return None
    fitting = (*reference.refers.kinds, "measure", *(("entry",) if is_name else ()))
    return portal.target(
        Refers(tuple(kind for kind in get_args(Kind) if kind not in fitting)), reference.word, reference.source
    )
