"""Earlier versions of entries, and whether readers saw them: shared by the rules that look back."""

from collections.abc import Collection, Mapping

from yuandi.facts.standing import is_unpublished
from yuandi.load.history import Earlier
from yuandi.portal.portal import Portal


def earlier_of(portal: Portal, paths: Collection[str]) -> Mapping[str, tuple[Earlier, ...]]:
    """Return the earlier versions of the entries at these paths, newest first."""
    return portal.repository.earlier(paths) if portal.repository and paths else {}


def was_published(portal: Portal, earlier: Earlier) -> bool:
    """Whether an earlier version was shown: it was not a draft, and its `publish_on` had come."""
    until = earlier.until or portal.as_of
    day = earlier.entry.record.publish_on
    return not is_unpublished(earlier.entry) and (day is None or day <= until)
