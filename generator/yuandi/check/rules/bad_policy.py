"""POL001: a measure that cannot be evaluated, a preset that does not exist, a useless item of the lexicon."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text, shorten
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.content.entry import Item
from yuandi.entry_types import LexiconItem
from yuandi.measures import unusable
from yuandi.portal.portal import Portal


@rule("POL001", "bad-policy", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def bad_policy(portal: Portal) -> Iterator[Finding]:
    """A measure that cannot be evaluated: unknown field, type, unit kind or preset; a cycle of `extends`."""
    for fault in portal.faults_of("POL001"):
        if fault.message:
            yield Finding(fault.at, fault.message, fault.hint, about=fault.key)
    for item, problem in unusable(portal):
        is_own = item.path[0] == "measures"
        message = problem.message if is_own else _inherited(item.record.code, problem.message)
        yield Finding(item.at(*problem.path) if is_own else item.at(), message, problem.hint, about=item.record.code)
    for words in portal.data:
        if isinstance(words.record, LexiconItem):
            yield from _lexicon(words)


def _inherited(code: str, message: Text) -> Text:
    return Text(f"继承来的指标 {code}：{message.zh}", f"The inherited measure {code}: {message.en}")


def _lexicon(item: Item[LexiconItem]) -> Iterator[Finding]:
    """Yield wrong forms that are empty or equal to the right form."""
    for index, word in enumerate(item.record.wrong):
        if not word.strip():
            yield Finding(
                item.at("wrong", index),
                Text("错误写法是空的，处处都会找到。", "The wrong form is empty, so it would match everywhere."),
                Text("写上错误写法，或删去这一项。", "Write the wrong form, or remove the item."),
            )
        elif word == item.record.right:
            shown = shorten(word)
            yield Finding(
                item.at("wrong", index),
                Text(
                    f"“{shown}”的错误写法与正确写法相同。", f"The wrong and the right form of “{shown}” are the same."
                ),
                Text("改正其一，或删去这一项。", "Correct one of them, or remove the item."),
            )
