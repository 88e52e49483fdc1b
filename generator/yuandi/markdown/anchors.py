"""The anchors of a body's page, and the body's first heading. Pure.

Anchors come from Python-Markdown, the reference converter, so that they are those of the page.
"""

import re
from functools import lru_cache

from yuandi.base.slugs import slug
from yuandi.markdown.code_and_comments import masked

_ID = re.compile(r"<[^>]*?\s(?:id|name)=\"([^\"]+)\"")


@lru_cache(maxsize=512)
def anchors(body: str) -> frozenset[str]:
    """The anchors on the page of a body: those of its headings, and ids and names written in HTML."""
    from markdown import Markdown

    converter = Markdown(
        extensions=["toc", "attr_list", "md_in_html", "fenced_code", "footnotes", "tables", "def_list", "abbr"],
        extension_configs={"toc": {"slugify": slug}},
    )
    return frozenset(_ID.findall(converter.convert(body)))


def first_heading(body: str) -> str | None:
    """The text of the first `# ` heading, or None if there is none."""
    found = re.search(r"^# +(\S.*)$", masked(body), re.M)
    return found[1].rstrip().rstrip("#").rstrip() if found else None
