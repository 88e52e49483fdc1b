"""What rules about wording know of the portal: small, the same for all texts, and without any entry."""

from dataclasses import dataclass

from yuandi.models.lexicon import LexiconItem
from yuandi.portal import Portal


@dataclass(frozen=True)
class Vocabulary:
    """The words that an organisation has decided about, and its measure for mixed scripts."""

    lexicon: tuple[LexiconItem, ...] = ()


def vocabulary_of(portal: Portal) -> Vocabulary:
    """The vocabulary of a portal."""
    return Vocabulary(lexicon=portal.lexicon)
