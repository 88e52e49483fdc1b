"""What a build and its host program exchange when the build pauses in its middle."""

from collections.abc import Mapping
from dataclasses import dataclass

from yuandi.drawing.page_frames import Draw
from yuandi.pages import Frame, Shown, View
from yuandi.render import Script


@dataclass(frozen=True, slots=True)
class Ready:
    """What the host is given before it draws pages of its own: the portal as it is shown, and all that it shows."""

    shown: Shown
    views: tuple[View, ...]
    frame: Frame
    script: Script


@dataclass(frozen=True, slots=True)
class HostPages:
    """What the host gives back: how a frame is drawn, the HTML of plain pages by id, and the files that it writes."""

    draw: Draw
    plain: Mapping[str, str]
    outputs: frozenset[str]
