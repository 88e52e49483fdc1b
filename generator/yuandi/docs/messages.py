"""`python -m yuandi.docs.messages [--check]`: bring the catalogues up to what code and templates say, or say what is amiss.

New messages are added without a translation, which `--check` reports; those that are no longer used are removed.
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
    """Yield the names in the data that pages print: of choices, types, and the columns of tables of study records."""
    for module in walk_packages(yuandi.__path__, "yuandi."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    yield from (choice.message for kind in Choice.__subclasses__() for choice in kind)
    yield from (known.message for known in TYPES)
    yield from (message(field.chinese) for field in shape_of(StudyRow).fields.values())


def merged(lang: str, wanted: Catalog) -> Catalog:
    """Return the catalogue of a language with exactly the messages of `wanted`."""
    known = _read(lang)
    made = Catalog(locale=lang)
    for entry in wanted:
        if entry.id:
            old = known.get(entry.id, entry.context) if known else None
            made.add(entry.id, old.string if old else None, context=entry.context)
    return made


def _read(lang: str) -> Catalog | None:
    file = file_of(lang)
    return read_po(BytesIO(file.read_bytes()), locale=lang) if file.is_file() else None


def written(catalogue: Catalog) -> bytes:
    """Return the file of a catalogue: sorted by id, without places and dates, which change with every edit."""
    stream = BytesIO()
    write_po(stream, catalogue, width=0, no_location=True, omit_header=True, sort_output=True)
    return stream.getvalue()


def amiss(lang: str, wanted: Catalog) -> list[str]:
    """Return what is wrong with the catalogue of a language: messages without a translation, messages that are not used,
    and translations with placeholders that the message does not have."""
    known = _read(lang) or Catalog(locale=lang)
    ids = {(entry.id, entry.context) for entry in wanted if entry.id}
    left = [f"not used: {_name(entry)}" for entry in known if entry.id and (entry.id, entry.context) not in ids]
    missing = [
        f"no translation of {_name(entry)}" for entry in merged(lang, wanted) if entry.id and not _is_told(entry.string)
    ]
    wrong = [f"{_name(entry)}: {error}" for entry, errors in known.check() for error in errors]
    return sorted((*left, *missing, *wrong))


def _is_told(words: object) -> bool:
    return all(words) if isinstance(words, tuple) else bool(words)


def _name(entry: Message) -> str:
    """Return a message by its id, with its context if it has one."""
    words = f"“{entry.id if isinstance(entry.id, str) else entry.id[0]}”"
    return f"{words} ({entry.context})" if entry.context else words


def main(arguments: list[str]) -> int:
    """Write or compare. Returns 1 if `--check` finds something wrong."""
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
