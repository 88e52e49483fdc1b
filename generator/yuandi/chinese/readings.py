"""Names by sound: character by character, surnames by their own readings, tones after letters."""

import unicodedata

from yuandi.chinese.strokes import by_strokes
from yuandi.chinese.surnames import READINGS, bare, surname_of


def by_pinyin(name: str, *, reading: str | None = None, is_person: bool = True) -> tuple[object, ...]:
    """The place of a name, to sort by. `reading` is what people.yml says: `shan lifang`, `Shàn Lìfāng`."""
    plain = bare(name)
    said = _as_told(plain, reading) if reading else _read(plain, is_person=is_person)
    return (tuple((sound.rstrip("12345"), sound) for sound in said), by_strokes(name, is_person=is_person))


def _read(name: str, *, is_person: bool) -> list[str]:
    surname = surname_of(name) if is_person else ""
    known = READINGS.get(surname)
    if known is None:
        return _usual(name)
    return known.split() + _usual(name[len(surname) :])


def _usual(text: str) -> list[str]:
    return [sounds[0] for sounds in _sounds(text)]


def _sounds(text: str, *, every: bool = False) -> list[list[str]]:
    """The usual sound of each character, or every one."""
    from pypinyin import Style, pinyin  # its dictionaries take as long to load as a quick build

    return list(pinyin(text, style=Style.TONE3, heteronym=every))


def _as_told(name: str, reading: str) -> list[str]:
    """The sounds of the characters as the reading tells them; its own words where they do not fit the characters."""
    told = _letters(reading)
    sounds = _sounds(name, every=True)
    return _split("".join(told), sounds) or told


def _letters(reading: str) -> list[str]:
    """The words of a reading in plain letters, ü as v."""
    spelt = unicodedata.normalize("NFD", reading.lower()).replace("u\u0308", "v")
    plain = "".join(one for one in spelt if not unicodedata.combining(one))
    return plain.replace("'", " ").replace("’", " ").replace("-", " ").split()


def _split(letters: str, sounds: list[list[str]]) -> list[str]:
    """One sound for each character so that together they are the letters; nothing where there is no such way."""
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
    """How a name or a word is said, a sound for each character, without tones; ü as v."""
    plain = bare(name)
    said = _as_told(plain, reading) if reading else _read(plain, is_person=is_person)
    return tuple(sound.rstrip("12345").lower() for sound in said)
