"""The script of a portal's site: that of its content, or Traditional characters except in names."""

from yuandi.chinese.traditional import SIMPLIFIED, Script
from yuandi.portal.portal import Portal


def script_of(portal: Portal) -> Script:
    """The script of a portal. Titles in another script or language are kept, as names are."""
    if portal.settings.script != "hant":
        return Script()
    named = {person.name for person in portal.people}
    named |= {name for unit in portal.units for name in (unit.name, unit.short) if name}
    foreign = (entry.record for entry in portal.entries if (entry.record.lang or "zh") not in SIMPLIFIED)
    named |= {text for record in foreign for text in (record.title, record.summary) if text}
    return Script(True, tuple(sorted(name for name in named if len(name) > 1)))
