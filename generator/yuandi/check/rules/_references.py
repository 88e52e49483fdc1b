"""What a reference names that does not fit it: shared by the rules about references."""

import re
from typing import Any, get_args

from yuandi.models.values import ID_PATTERN, Kind, Refers
from yuandi.portal import Portal
from yuandi.reference import Reference


def elsewhere(portal: Portal, reference: Reference) -> Any:
    """What the word of a reference names of a kind that does not fit there; None where there is nothing."""
    others = tuple(kind for kind in get_args(Kind) if kind not in reference.refers.kinds and kind != "measure")
    if reference.refers.or_text:  # a plain name is nothing else by chance; an id of a data file is
        others = tuple(kind for kind in others if kind != "entry") if re.fullmatch(ID_PATTERN, reference.word) else ()
    return portal.target(Refers(others), reference.word, reference.source)
