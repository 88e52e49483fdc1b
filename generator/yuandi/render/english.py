"""Templates in English: what a template itself says is put into English when it is read, so that no template is
written twice."""

import re
from functools import cache

from jinja2.ext import Extension

from yuandi.english import catalogue, pattern

_PRINTED = r"(\{\{[^{}]*\}\})"
_COMMENT = re.compile(r"\{#.*?#\}", re.S)


class English(Extension):
    """Reads templates in English."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """A template with its own words in English; those of comments go."""
        return template_in_english(source)


def template_in_english(source: str) -> str:
    """A template's source with its own words in English."""
    text = _COMMENT.sub("", source)
    for found, english in _phrases():
        text = found.sub(english, text)
    return text


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What templates say, the longest first; `{}` is what is printed between."""
    found = sorted(catalogue()["templates"].items(), key=lambda pair: (-len(pair[0]), pair[0]))
    return tuple((pattern(chinese, _PRINTED), _numbered(english)) for chinese, english in found)


def _numbered(english: str) -> str:
    """`{}` as groups, in their order."""
    first, *rest = english.replace("\\", r"\\").split("{}")
    return first + "".join(rf"\g<{place}>{part}" for place, part in enumerate(rest, 1))
