"""What `yuandi doctor` has to say of one thing that it looked at."""

from dataclasses import dataclass
from typing import Literal

from yuandi.base.text import Text

State = Literal["good", "advice", "problem"]


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was looked at: how it is, in words, and what to do."""

    state: State
    text: Text
    cure: Text | None = None
