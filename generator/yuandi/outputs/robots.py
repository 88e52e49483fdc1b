"""robots.txt: everything may be read, and where the sitemap is (RFC 9309, sitemaps.org)."""

from collections.abc import Iterator

from yuandi.outputs.output import Export
from yuandi.pages import Shown


def robots(shown: Shown) -> Iterator[Export]:
    """robots.txt, if the portal has a `site_url`. A build for a narrower audience asks not to be indexed."""
    settings = shown.portal.settings
    if not settings.site_url:
        return
    if settings.audience != "public":
        yield Export("robots.txt", "User-agent: *\nDisallow: /\n")
        return
    yield Export("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {settings.site_url}sitemap.xml\n")
