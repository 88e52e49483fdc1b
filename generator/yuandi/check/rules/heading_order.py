"""NUM005: numbered headings that skip, repeat or go back."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.readable_text import Prose
from yuandi.check.rule import text_rule
from yuandi.check.vocabulary import Vocabulary
from yuandi.chinese.characters import NUMERALS
from yuandi.markdown.numbered_headings import NumberedHeading, headings

_SHAPES = ("", "{}、", "（{}）", "{}.", "（{}）")


@dataclass(slots=True)
class _Series:
    """The numbers of one level under one heading: the last, the one before a gap, and those of interrupted series."""

    last: int
    before: int = 0
    interrupted: list[int] = field(default_factory=list)
    may_restart: bool = False

    def expects(self, number: int) -> bool:
        """Whether a number is the next one."""
        return number in {self.last + 1, self.before + 1 if self.before else 0}

    def takes(self, number: int) -> bool:
        """Take a number as the last one; whether it was in order."""
        if self.interrupted and number == self.interrupted[-1] + 1 != self.last + 1:
            self.last = self.interrupted.pop()
        follows = self.expects(number) or (number == 1 and self.may_restart)
        if follows:
            self.before = 0
        elif number == 1:
            self.interrupted.append(self.last)
        elif number > self.last:
            self.before = self.last
        if follows or number == 1 or number > self.last:
            self.last = number
        self.may_restart = False
        return follows


@text_rule("NUM005", "heading-order", Severity.WARNING, of_bodies=True)
def heading_order(prose: Prose, _: Vocabulary) -> Iterator[Finding]:
    """一、→（一）→1.→（1） broken, skipped or repeated."""
    series: dict[int, _Series] = {}
    for heading in headings(prose.text):
        if heading.level == 0:
            for open_series in series.values():
                open_series.may_restart = True
            continue
        if heading.is_doubtful and not (heading.level in series and series[heading.level].expects(heading.number)):
            continue
        wanted = _wanted(series, heading)
        for deeper in [level for level in series if level > heading.level]:
            del series[deeper]
        if wanted is not None:
            yield _finding(prose, heading, wanted)


def _wanted(series: dict[int, _Series], heading: NumberedHeading) -> int | None:
    """Return the expected number if a heading has another. An excerpt may begin with any number, and points may restart."""
    level = heading.level
    if level not in series:
        is_below = level == 2 and 1 in series and not heading.is_inside
        series[level] = _Series(heading.number)
        return 1 if is_below and (heading.number != 1 or 3 in series) else None
    current = series[level]
    current.may_restart |= level > 2
    last = current.last
    return None if current.takes(heading.number) else last + 1


def _finding(prose: Prose, heading: NumberedHeading, wanted: int) -> Finding:
    shown = prose.text[heading.start : heading.end].strip()
    should = _SHAPES[heading.level].format(_numeral(wanted) if heading.level < 3 else wanted)
    if heading.number == wanted:
        message = Text(f"“{shown}”不应在“1.”的下面。", f"“{shown}” should not be below “1.”.")
    else:
        message = Text(
            f"“{shown}”的序号不对，接下来应是“{should}”。",
            f"“{shown}” is out of order; the next heading should be “{should}”.",
        )
    return Finding(
        prose.at(heading.start, heading.start + len(shown)),
        message,
        Text("依次用 一、（一）1.（1），不跳、不重。", "Number headings 一、（一）1.（1）, without gaps or repeats."),
    )


def _numeral(value: int) -> str:
    tens, ones = divmod(value, 10)
    return f"{NUMERALS[tens - 1] if tens > 1 else ''}{'十' if tens else ''}{NUMERALS[ones - 1] if ones else ''}"
