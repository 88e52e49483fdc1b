"""`python -m yuandi.docs.messages [--check]`: bring the catalogues up to what code and templates say, or say what is amiss.

New messages are added without a translation, which `--check` reports; those that nothing says any more are removed.
"""

import sys
from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from pkgutil import walk_packages

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

import yuandi
from yuandi.entry_types.fields import shape_of
from yuandi.entry_types.registry import TYPES
from yuandi.entry_types.study_record import StudyRow
from yuandi.entry_types.values import Choice
from yuandi.i18n import Message as Label
from yuandi.i18n import message
from yuandi.i18n.catalogue import TRANSLATED, file_of

ROOT = Path(__file__).parents[3]
FOLDERS = ("generator/yuandi", "plugins/yuandi_mkdocs", "themes/yuandi_theme")
_METHODS = [("**.py", "python"), ("**.html", "jinja2")]
_KEYWORDS = {
    "message": None,
    "in_context": ((1, "c"), 2),
    "_": None,
    "gettext": None,
    "pgettext": ((1, "c"), 2),
}
_COUNT = "%(count)s"


def messages(root: Path = ROOT) -> Catalog:
    """All messages: of code, of templates, and the labels of choices, types and columns of tables."""
    found = Catalog()
    for folder in FOLDERS:
        extracted = extract_from_dir(root / folder, _METHODS, keywords=_KEYWORDS, options_map=_OPTIONS)
        for _, _, words, _, context in extracted:
            _add(found, words if isinstance(words, str) else words[-1], context)
    for label in sorted(labels()):
        _add(found, label.id, label.context or None)
    return found


_OPTIONS = {"**.html": {"newstyle_gettext": "true", "silent": "false"}}


def _add(found: Catalog, id: str, context: str | None = None) -> None:
    """A message; one with a count has plural forms."""
    found.add((id, id) if _COUNT in id else id, context=context)


def labels() -> Iterator[Label]:
    """The names that the data has, as pages say them: of choices, of types, of the columns of a table of records."""
    for module in walk_packages(yuandi.__path__, "yuandi."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    yield from (choice.message for kind in Choice.__subclasses__() for choice in kind)
    yield from (known.message for known in TYPES)
    yield from (message(field.chinese) for field in shape_of(StudyRow).fields.values())


def merged(lang: str, wanted: Catalog) -> Catalog:
    """The catalogue of a language with exactly the messages that are wanted."""
    known = _read(lang)
    made = Catalog(locale=lang)
    for one in wanted:
        if one.id:
            old = known.get(one.id, one.context) if known else None
            made.add(one.id, old.string if old else None, context=one.context)
    return made


def _read(lang: str) -> Catalog | None:
    file = file_of(lang)
    return read_po(BytesIO(file.read_bytes()), locale=lang) if file.is_file() else None


def written(catalogue: Catalog) -> bytes:
    """A catalogue as its file has it: by id, without places and days, which change with everything else."""
    stream = BytesIO()
    write_po(stream, catalogue, width=0, no_location=True, omit_header=True, sort_output=True)
    return stream.getvalue()


def amiss(lang: str, wanted: Catalog) -> list[str]:
    """What is wrong with the catalogue of a language: messages without a translation, those that nothing says,
    and translations with places that the message does not have."""
    known = _read(lang) or Catalog(locale=lang)
    ids = {(one.id, one.context) for one in wanted if one.id}
    left = [f"nothing says {_name(one)}" for one in known if one.id and (one.id, one.context) not in ids]
    missing = [f"no translation of {_name(one)}" for one in merged(lang, wanted) if one.id and not _is_told(one.string)]
    wrong = [f"{_name(one)}: {error}" for one, errors in known.check() for error in errors]
    return sorted((*left, *missing, *wrong))


def _is_told(words: object) -> bool:
    return all(words) if isinstance(words, tuple) else bool(words)


def _name(one: Message) -> str:
    """A message by its id, and where it has one by its context."""
    words = f"“{one.id if isinstance(one.id, str) else one.id[0]}”"
    return f"{words} ({one.context})" if one.context else words


def main(arguments: list[str]) -> int:
    """Write or compare. Returns 1 where `--check` finds something amiss."""
    wanted = messages()
    for lang in sorted(TRANSLATED):
        if "--check" not in arguments:
            file_of(lang).write_bytes(written(merged(lang, wanted)))
        for line in (found := amiss(lang, wanted)):
            print(f"{lang}.po: {line}", file=sys.stderr)
        if found and "--check" in arguments:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
