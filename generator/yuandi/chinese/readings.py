"""The order of names by pinyin: character by character, surnames by their own readings, tones after letters."""

import unicodedata

from yuandi.chinese.strokes import by_strokes
from yuandi.chinese.surnames import READINGS, bare, surname_of


def by_pinyin(name: str, *, reading: str | None = None, is_person: bool = True) -> tuple[object, ...]:
    """The sort key of a name. `reading` is that of people.yml: `shan lifang`, `Shàn Lìfāng`."""
    syllables = _syllables(name, reading, is_person=is_person)
    keys = tuple((syllable.rstrip("12345"), syllable) for syllable in syllables)
    return (keys, by_strokes(name, is_person=is_person))


def _syllables(name: str, reading: str | None, *, is_person: bool) -> list[str]:
    plain = bare(name)
    return _as_told(plain, reading) if reading else _read(plain, is_person=is_person)


def _read(name: str, *, is_person: bool) -> list[str]:
    surname = surname_of(name) if is_person else ""
    known = READINGS.get(surname)
    if known is None:
        return _usual(name)
    return known.split() + _usual(name[len(surname) :])


def _usual(text: str) -> list[str]:
    return [sounds[0] for sounds in _sounds(text)]


def _sounds(text: str, *, every: bool = False) -> list[list[str]]:
    """The sounds of each character with tone numbers: the usual one, or with `every` all of them."""
    from pypinyin import Style, pinyin  # loading its dictionaries takes as long as a quick build

    return list(pinyin(text, style=Style.TONE3, heteronym=every))


def _as_told(name: str, reading: str) -> list[str]:
    """The reading cut into one sound for each character; its own words if they do not fit the characters."""
    words = _letters(reading)
    return _split("".join(words), _sounds(name, every=True)) or words


def _letters(reading: str) -> list[str]:
    """The words of a reading in plain letters, ü as v."""
    spelt = unicodedata.normalize("NFD", reading.lower()).replace("u\u0308", "v")
    plain = "".join(letter for letter in spelt if not unicodedata.combining(letter))
    return plain.replace("'", " ").replace("’", " ").replace("-", " ").split()


def _split(letters: str, sounds: list[list[str]]) -> list[str]:
    """One sound for each character such that together they spell the letters; empty if that is not possible."""
    if not sounds:
        return []
    for sound in sounds[0]:
        plain = sound.rstrip("12345")
        if plain and letters.startswith(plain):
            rest = letters[len(plain) :]
            after = _split(rest, sounds[1:])
            if after or (len(sounds) == 1 and not rest):
                return [sound, *after]
    return []


def sounds(name: str, *, reading: str | None = None, is_person: bool = True) -> tuple[str, ...]:
    """The pronunciation of a name or a word: a syllable for each character, without tones; ü as v."""
    return tuple(syllable.rstrip("12345").lower() for syllable in _syllables(name, reading, is_person=is_person))
