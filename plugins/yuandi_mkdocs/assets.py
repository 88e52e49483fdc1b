"""The theme's styles and scripts: written in parts, loaded by pages as one file each.

A style sheet names its parts in their order, each on a line `@import "yuandi/base.css";`; in a script the line begins
with `//`. A part that lies in `custom_dir` takes the place of the theme's part of the same name.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from textwrap import indent

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File

from yuandi.base.language import chosen_language
from yuandi.base.text import Text
from yuandi.chinese.traditional import Script
from yuandi.render.script_words import SCHEME, SEARCH, Words
from yuandi.render.script_words import as_script as words_as_script
from yuandi.search.constants import as_script
from yuandi_mkdocs.material_text import material_text

JOINED = (
    "assets/stylesheets/yuandi.css",
    "assets/javascripts/yuandi.js",
    "assets/javascripts/search.js",
    "assets/javascripts/search-view.js",
)
"""The files that are made of parts; these lie in a folder of the same name beside them."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What the scripts of a site speak: the language of its interface, and how its Chinese is written."""

    lang: str = "zh"
    is_traditional: bool = False

    def words(self, words: Words) -> str:
        """Words as a part of a script."""
        return words_as_script(words, self.lang, Script(self.is_traditional).words)


MADE: Mapping[str, Callable[[Speech], str]] = {
    "assets/javascripts/yuandi/words.js": lambda speech: speech.words(SCHEME),
    "assets/javascripts/search/constants.js": lambda _: as_script(),
    "assets/javascripts/search-view/words.js": lambda speech: speech.words(SEARCH),
    "assets/stylesheets/material-text.css": lambda _: material_text(),
}
"""What is made rather than written, whole files and parts."""

_FOLDERS = tuple(f"{path.rpartition('.')[0]}/" for path in JOINED)
_IMPORT = re.compile(r'^( *)(?:// )?@import "((?:[\w-]+/)?[\w-]+\.(?:css|js))";$', re.MULTILINE)


class MadeFile(File):
    """A file of the theme that the build makes."""

    def __init__(self, address: str, text: str, config: MkDocsConfig) -> None:
        super().__init__(address, None, config.site_dir, config.use_directory_urls)
        self.content_string = text

    def copy_file(self, dirty: bool = False) -> None:
        """Write the file. If the disc is full, the error names it."""
        try:
            super().copy_file(dirty)
        except OSError as error:
            error.filename = error.filename or self.abs_dest_path
            raise


def joined(files: Iterable[File], config: MkDocsConfig, speech: Speech) -> Iterator[File]:
    """The files of the site, parts of the theme joined; what the theme makes takes the place of nothing."""
    made = set(MADE)
    for file in files:
        made.discard(file.src_uri)
        if file.src_dir not in config.theme.dirs:
            yield file
        elif file.src_uri in JOINED:
            yield MadeFile(file.src_uri, whole(file.src_uri, config.theme.dirs, speech), config)
        elif not _is_part(file.src_uri):
            yield file
    yield from (MadeFile(address, MADE[address](speech), config) for address in sorted(made) if not _is_part(address))


def whole(address: str, folders: Sequence[str], speech: Speech = Speech()) -> str:
    """A style sheet or script with its parts in the places of their lines, each from the first folder that has it."""
    part = partial(_part, base=address.rpartition("/")[0], folders=folders, speech=speech)
    return _IMPORT.sub(part, _text(address, folders, speech))


def _part(line: re.Match[str], base: str, folders: Sequence[str], speech: Speech) -> str:
    """What a line names, as deep as the line; a line that names no part stays."""
    address = f"{base}/{line[2]}"
    return indent(whole(address, folders, speech), line[1]).rstrip("\n") if _is_part(address) else line[0]


def _is_part(address: str) -> bool:
    return address.startswith(_FOLDERS)


def _text(address: str, folders: Sequence[str], speech: Speech) -> str:
    found = next((file for folder in folders if (file := Path(folder, address)).is_file()), None)
    if found is not None:
        return found.read_text(encoding="utf-8-sig")
    if address in MADE:
        return MADE[address](speech)
    text = Text(f"主题里没有 {address} 这个文件。", f"The theme has no file {address}.")
    raise Abort(text.say(chosen_language()))
