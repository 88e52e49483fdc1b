"""The theme's frame, drawn once for each shape of page and joined with the parts that differ.

A shape is what the frame may depend on: how deep the page lies, the place that is marked in the navigation, whether
it is the home page, whether it has a summary. The first page of each shape is also drawn whole and compared; a
frame that depends on more than its shape is drawn whole for every page of that shape.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from yuandi.i18n import say
from yuandi.pages import View
from yuandi.render.meta_tags import meta_tags

Shape = tuple[int, str, bool, bool]

_SLOTS = tuple(f"\ue000{name}\ue001" for name in ("title", "summary", "address", "meta", "content"))
_SPLIT = re.compile("(\ue000(?:title|summary|address|meta|content)\ue001)")


@dataclass(frozen=True, slots=True)
class FrameParts:
    """What a frame prints of a page: title and summary escaped, the address quoted, labels and main part as HTML."""

    title: str
    summary: str
    address: str
    meta: str
    content: str


Draw = Callable[[FrameParts, View], str]


def shape_of(view: View) -> Shape:
    """The shape of a view's page."""
    return (view.address.count("/"), view.active, view.address in {"", "index.html"}, bool(view.summary))


def parts_of(view: View, content: str, lang: str) -> FrameParts:
    """What the frame prints of a view."""
    return FrameParts(
        escape(say(view.title, lang)), escape(view.summary), escape(quote(view.address)), meta_tags(view, lang), content
    )


@dataclass(frozen=True)
class Frames:
    """Frames by shape, as pieces to join; a shape without pieces is drawn whole. Can be pickled without `draw`."""

    pieces: dict[Shape, tuple[str, ...]]
    whole: dict[Shape, None]
    lang: str = "zh"

    def around(self, view: View, content: str) -> str | None:
        """The whole page; None where its frame must be drawn."""
        pieces = self.pieces.get(shape_of(view))
        if pieces is None:
            return None
        parts = parts_of(view, content, self.lang)
        values = dict(zip(_SLOTS, (parts.title, parts.summary, parts.address, parts.meta, parts.content), strict=True))
        return "".join(values.get(piece, piece) for piece in pieces)


def frames_of(views: Iterable[View], draw: Draw, lang: str = "zh") -> Frames:
    """Draw one frame for each shape among the views, and compare it with a page that is drawn whole."""
    pieces: dict[Shape, tuple[str, ...]] = {}
    whole: dict[Shape, None] = {}
    for view in views:
        shape = shape_of(view)
        if shape in pieces or shape in whole:
            continue
        cut = tuple(_SPLIT.split(draw(FrameParts(*_SLOTS), view)))
        joined = Frames({shape: cut}, {}, lang).around(view, "<p>\ue002</p>")
        if joined == draw(parts_of(view, "<p>\ue002</p>", lang), view):
            pieces[shape] = cut
        else:
            whole[shape] = None
    return Frames(pieces, whole, lang)
