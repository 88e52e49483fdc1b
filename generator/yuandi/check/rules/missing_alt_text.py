"""TXT013: an image without a description."""

import re
from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.readable_text import TAG, Prose
from yuandi.check.rule import text_rule
from yuandi.check.vocabulary import Vocabulary

_MARKDOWN = re.compile(r"!\[\s*\][ ]?(?:\([^()]*\)|\[[^\[\]\n]*\])")
_DESCRIBED = re.compile(
    r"\salt\s*=\s*(?:\"\s*[^\s\"]|'\s*[^\s']|[^\s\"'>])|\saria-label\s*=|\srole\s*=\s*[\"']?(?:presentation|none)|\saria-hidden\s*=\s*[\"']?true",
    re.I,
)


@text_rule("TXT013", "missing-alt-text", Severity.WARNING, of_bodies=True)
def missing_alt_text(prose: Prose, _: Vocabulary) -> Iterator[Finding]:
    """An image without a description."""
    if not ("!" in prose.latin and "![" in prose.text) and not any(link.is_picture for link in prose.links):
        return
    for start, end in sorted({*_in_markdown(prose), *_in_html(prose)}):
        yield Finding(
            prose.at(start, end),
            Text("图片没有文字说明。", "The image has no description."),
            Text(
                "写一句看不见图的人也能明白的话：`![读书会现场](photo.jpg)`。",
                "Describe it for readers who cannot see it: `![the reading circle](photo.jpg)`.",
            ),
        )


def _in_markdown(prose: Prose) -> Iterator[tuple[int, int]]:
    for image in _MARKDOWN.finditer(prose.text):
        words = prose.source[image.start() + 2 : prose.source.index("]", image.start())]
        if not words.strip() and not prose.text[: image.start()].endswith("\\"):
            yield image.span()


def _in_html(prose: Prose) -> Iterator[tuple[int, int]]:
    for link in prose.links:
        if link.is_picture:
            tag = TAG.match(prose.source, prose.source.rfind("<", 0, link.start))
            if tag and tag.end() > link.start and tag[0][1:4].lower() == "img" and not _DESCRIBED.search(tag[0]):
                yield tag.span()
