"""Sanitised HTML of a body before its links are resolved."""

from dataclasses import dataclass

import nh3

from yuandi.markdown.links import SAFE_SCHEMES, TARGETS

_TAGS = nh3.ALLOWED_TAGS | {
    "button", "colgroup", "col", "details", "dialog", "figcaption", "figure", "input", "label", "main", "section",
    "summary", "picture", "source", "video", "audio", "svg", "path", "ruby", "rt", "rp", "u", "s",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {"class", "id", "title", "lang", "dir", "role", "aria-label", "aria-hidden", "tabindex", "style"},
    "a": {"name", "download"},
    "img": {"alt", "width", "height", "loading", "align"},
    "input": {"type", "checked", "disabled", "name"},
    "label": {"for"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align", "scope"},
    "ol": {"start", "reversed"},
    "details": {"open"},
    "col": {"span"},
    "colgroup": {"span"},
    "source": {"type", "media"},
    "video": {"controls", "width", "height"},
    "audio": {"controls"},
    "svg": {"viewBox", "width", "height", "xmlns"},
    "path": {"d", "fill"},
    "time": {"datetime"},
    "div": {"data-tabs"},
}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes={tag: _ATTRIBUTES.get(tag, set()) | TARGETS.get(tag, set()) for tag in {*_ATTRIBUTES, *TARGETS}},
    url_schemes=set(SAFE_SCHEMES),
    link_rel="noopener",
    filter_style_properties={"text-align", "width"},
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body: level from 1 to 6, text, anchor."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Fragment:
    """A body as safe HTML with its links as written, and its headings."""

    html: str
    headings: tuple[Heading, ...]


def sanitised(html: str) -> str:
    """HTML without scripts, event handlers, frames, forms and unsafe addresses."""
    return _CLEANER.clean(html)
