"""PRV001: a resident identity number."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.readable_text import Prose
from yuandi.check.rule import text_rule
from yuandi.check.rules.shared.long_numbers import identity_numbers, starred
from yuandi.check.vocabulary import Vocabulary


@text_rule("PRV001", "identity-number", Severity.ERROR, signs="12１２")
def identity_number(prose: Prose, _: Vocabulary) -> Iterator[Finding]:
    """A resident identity number with a valid check digit."""
    for start, end in identity_numbers(prose):
        yield Finding(
            prose.at(start, end),
            Text("公民身份号码没有遮盖。", "A resident identity number is not masked."),
            Text(
                "只留首尾，其余用 * 代替；`yuandi check --mask` 会替您遮盖。",
                "Keep only its first and last characters; `yuandi check --mask` masks the rest.",
            ),
            fix=starred(prose, start, end, head=1, tail=1),
        )
