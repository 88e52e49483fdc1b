"""TXT012: a numbered heading in the middle of a paragraph."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.readable_text import Prose
from yuandi.check.rule import text_rule
from yuandi.check.vocabulary import Vocabulary
from yuandi.markdown.numbered_headings import headings


@text_rule("TXT012", "hidden-heading", Severity.WARNING, of_bodies=True)
def hidden_heading(prose: Prose, _: Vocabulary) -> Iterator[Finding]:
    """「(二)…」or「四、…」 inside a paragraph."""
    for heading in headings(prose.text):
        if heading.is_inside:
            shown = prose.text[heading.start : heading.end]
            yield Finding(
                prose.at(heading.start, heading.end),
                Text(f"标题“{shown}”藏在段落里。", f"The heading “{shown}” is hidden in a paragraph."),
                Text(
                    "在它前面空一行，让它自成一段。",
                    "Put a blank line before it, so that it is a paragraph of its own.",
                ),
            )
