"""All views drawn and written: what workers give back, put together."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from yuandi.content.addresses import Addresses
from yuandi.drawing.draw_pages import Done, Job
from yuandi.drawing.page_frames import Draw, parts_of
from yuandi.drawing.write import Written, write


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPages:
    """Every page's file, the views that were drawn as bytes by path, the texts of entries drawn by id, and which parser
    took how many bodies."""

    written: tuple[Written, ...]
    drawn: tuple[tuple[str, bytes], ...]
    texts: Mapping[str, str]
    native: int
    reference: int


def gathered(drawing: Iterable[Done], job: Job, draw: Draw, say: Callable[[int], None]) -> WrittenPages:
    """The results of the job, chunk by chunk; `say` gets the number of pages done. Undrawn pages are drawn whole here."""
    written: list[Written] = []
    drawn: list[tuple[str, bytes]] = []
    texts: dict[str, str] = {}
    native = reference = 0
    for done in drawing:
        written += done.written
        written += _drawn_whole(done.undrawn, job, draw)
        drawn += done.views
        texts.update(done.texts)
        native, reference = native + done.native, reference + done.reference
        say(len(written))
    return WrittenPages(written=tuple(written), drawn=tuple(drawn), texts=texts, native=native, reference=reference)


def _drawn_whole(undrawn: Iterable[tuple[int, str]], job: Job, draw: Draw) -> list[Written]:
    """Pages whose frame depends on more than their shape."""
    output, lang = Addresses(job.shown.portal.settings.use_directory_urls).output, job.frame.lang
    return [
        write(job.setup.site, output(view.address), job.script.page(draw(parts_of(view, content, lang), view)))
        for view, content in ((job.views[index], content) for index, content in undrawn)
    ]
