"""TXT002: a form of a word that the organisation's lexicon calls wrong."""

from collections.abc import Iterator

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.readable_text import Prose
from yuandi.check.rule import text_rule
from yuandi.check.vocabulary import Vocabulary
from yuandi.entry_types.data_types.lexicon import LexiconItem


@text_rule("TXT002", "lexicon-hit", Severity.ERROR)
def lexicon_hit(prose: Prose, vocabulary: Vocabulary) -> Iterator[Finding]:
    """A wrong form of `lexicon.yml`; its severity is the lexicon's."""
    position = 0
    for start, word, item in sorted(_hits(prose, vocabulary), key=lambda hit: (hit[0], -len(hit[1]))):
        end = start + len(word)
        if start < position:
            continue
        position = end
        message, hint = _words(word, item)
        fix = prose.fix(start, end, item.right) if item.right else None
        yield Finding(prose.at(start, end), message, hint, severity=Severity(str(item.severity)), fix=fix)


def _hits(prose: Prose, vocabulary: Vocabulary) -> Iterator[tuple[int, str, LexiconItem]]:
    """Yield the place of each wrong form that is not excused by the text around it. Forms are literal."""
    if vocabulary.starts:
        for found in vocabulary.starts.finditer(prose.text):
            place = found.start()
            start = prose.text[place : place + 2]
            for word, item in (*vocabulary.wrong.get(start, ()), *vocabulary.wrong.get(start[:1], ())):
                if prose.text.startswith(word, place) and not _is_excused(prose.text, place, word, item):
                    yield place, word, item


def _is_excused(text: str, place: int, word: str, item: LexiconItem) -> bool:
    """Whether the form is part of its right form, of an exception or of a longer Latin word, or stands beside an exception."""
    end = place + len(word)
    if (_is_latin(word[0]) and _is_latin(text[place - 1 : place])) or (
        _is_latin(word[-1]) and _is_latin(text[end : end + 1])
    ):
        return True
    for excuse in (*item.exceptions, item.right or ""):
        offset = excuse.find(word)
        while offset >= 0:
            if text.startswith(excuse, place - offset) and place >= offset:
                return True
            offset = excuse.find(word, offset + 1)
    beside = [excuse for excuse in item.exceptions if excuse and word not in excuse]
    return any(text.startswith(excuse, end) or text.endswith(excuse, 0, place) for excuse in beside)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _words(word: str, item: LexiconItem) -> tuple[Text, Text]:
    reason = item.reason or ""
    if item.right:
        return (
            Text(f"“{word}”应为“{item.right}”。", f"“{word}” should be “{item.right}”."),
            Text(f"{reason}见 _data/lexicon.yml。", f"{reason} See _data/lexicon.yml.".strip()),
        )
    return (
        Text(f"词库规定不用“{word}”。", f"The lexicon does not allow “{word}”."),
        Text(
            f"{reason}换一个说法，见 _data/lexicon.yml。", f"{reason} Use another word; see _data/lexicon.yml.".strip()
        ),
    )
