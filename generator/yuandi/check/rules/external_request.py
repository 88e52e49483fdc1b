"""OUT001: a page would load a picture or a recording from another host."""

from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text, shorten
from yuandi.check.rule import AtOnce, LinkSeen, link_rule
from yuandi.markdown.links import SAFE_SCHEMES, Link
from yuandi.portal.portal import Portal


def _is_silent_on(seen: LinkSeen) -> bool:
    """Whatever is in the site, and what readers must follow themselves."""
    return not (seen.link.is_loaded and seen.link.is_outside)


@link_rule("OUT001", "external-request", Severity.ERROR, AtOnce.NEVER, _is_silent_on)
def external_request(portal: Portal) -> Iterator[Finding]:
    """A picture or recording in a body is on another host. A link loads nothing until a reader follows it."""
    own = _host(portal.settings.site_url) or None  # an address that names no host, as `https:/x.png`, is not ours
    for entry in portal.entries:
        for link in portal.links_of(entry):
            if link.is_loaded and link.is_outside and _is_asked(link) and _host(link.target) != own:
                yield Finding(
                    entry.at_body(link.start, link.end),
                    Text(
                        f"页面会向别的主机要 `{shorten(link.target)}`。",
                        f"The page would load `{shorten(link.target)}` from another host.",
                    ),
                    Text(
                        "内网看不到它，还会向外透露谁在读。把文件存到条目旁边，用相对路径引用。",
                        "Readers on an intranet would not see it, and the other host would learn who reads the page. Keep the file beside the entry and use a relative path.",
                    ),
                )


def _is_asked(link: Link) -> bool:
    """Whether browsers would fetch it; schemes that are never allowed are REF008."""
    return not link.scheme or link.scheme in SAFE_SCHEMES


def _host(address: str) -> str:
    """Return the host of an address in lower case; empty if it cannot be parsed."""
    try:
        return urlsplit(unescape(address)).netloc.lower()
    except ValueError:
        return ""
