"""What a reference names that does not fit it: shared by the rules about references."""

from typing import Any, get_args

from yuandi.models.values import Kind, Refers
from yuandi.portal import Portal
from yuandi.reference import Reference


def elsewhere(portal: Portal, reference: Reference) -> Any:
    """What the word of a reference names of a kind that does not fit there; None where there is nothing."""
    if reference.refers.or_text:
        return None
    others = tuple(kind for kind in get_args(Kind) if kind not in reference.refers.kinds and kind != "measure")
    return portal.target(Refers(others), reference.word, reference.source)
