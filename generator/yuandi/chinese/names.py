"""Names in order: by strokes, and by sound. Knows characters and surnames, nothing of portals."""

from yuandi.chinese.readings import by_pinyin, sounds
from yuandi.chinese.strokes import by_strokes
from yuandi.chinese.surnames import may_be_a_person

__all__ = ["by_pinyin", "by_strokes", "may_be_a_person", "sounds"]
