"""Names in order: by strokes, and by sound. Knows characters and surnames, nothing of portals."""

from yuandi.names.pinyin import by_pinyin, sounds
from yuandi.names.strokes import by_strokes
from yuandi.names.surnames import may_be_a_person

__all__ = ["by_pinyin", "by_strokes", "may_be_a_person", "sounds"]
