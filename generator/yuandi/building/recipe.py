"""The recipe of a build on one screen, read from top to bottom: read, check, plan, draw, write, index, tidy, remember."""

from collections.abc import Generator
from datetime import date

from yuandi.base.errors import YuandiError
from yuandi.base.language import chosen_language, told
from yuandi.base.text import Text
from yuandi.building.check_portal import report_on
from yuandi.building.handover import HostPages, Ready
from yuandi.building.messages import Log, show_report, show_summary
from yuandi.building.planned_pages import PlannedPages
from yuandi.building.saved_work import saved_work
from yuandi.building.site_search_index import index_of
from yuandi.building.summary import BuildCounts, Clock, progress
from yuandi.building.written_pages import gathered
from yuandi.content.settings import Settings
from yuandi.content.site_setup import SiteSetup
from yuandi.drawing.draw_pages import Job, run
from yuandi.drawing.finished_site import FinishedSite
from yuandi.drawing.page_frames import frames_of
from yuandi.drawing.prune import begin, is_empty, tidied
from yuandi.drawing.write import write_all
from yuandi.outputs import exports
from yuandi.page_plan.planned_portal import PlannedPortal, read_portal
from yuandi.pages import Shown, frame
from yuandi.portal.script import script_of


def build(
    settings: Settings, day: date, setup: SiteSetup, log: Log, last_good: PlannedPortal | None = None
) -> Generator[Ready, HostPages, None]:
    """A whole build. It pauses once, for its host to draw plain pages and the frame around ours.

    Raises YuandiError, before the site is touched, for content that has errors; a `last_good` portal is built instead.
    """
    clock = Clock()
    with saved_work().build_memory(settings, setup, day, told) as memory:
        with clock.phase("read"):
            portal = read_portal(settings, day)
            plan = PlannedPages(Shown(portal), clock)
        with clock.phase("check"):
            report = report_on(portal, meanwhile=plan.begin)
        show_report(report, portal.documents)
        is_good = not report.fails(strict=setup.strict)
        if not is_good:
            plan = PlannedPages(Shown(_instead(last_good, log)), clock)
        shown, views = plan.shown, plan.views

        begun, is_fresh = begin(setup.site), is_empty(setup.site)
        memory.begin(is_good=is_good, is_fresh=is_fresh)
        page_frame, script = frame(shown), script_of(shown.portal)
        host = yield Ready(shown, views, page_frame, script)

        with clock.phase("pages"), progress(len(views)) as say:
            frames = frames_of(views, host.draw, page_frame.lang)
            remembered = memory.remembered(shown, page_frame, frames, script)
            job = Job(
                shown=shown, frame=page_frame, frames=frames, views=views, setup=setup,
                is_fresh=is_fresh, remembered=remembered, script=script,
            )  # fmt: skip
            drawing = run(job)  # where workers draw, this process meanwhile does what else there is to do
            files = [(export.output, script.file(export.output, export.text)) for export in exports(shown)]
            memory.note(shown)
            pages = gathered(drawing, job, host.draw, say)
            written = (*pages.written, *write_all(setup.site, files))
        with clock.phase("search"):
            index = index_of(job, pages.texts, host.plain, memory.index())
            written = (*written, *index.written)
        with clock.phase("tidy"):
            ours = frozenset(file.output for file in written)
            pruned = tidied(setup.site, ours, host.outputs, since=begun, is_fresh=is_fresh)
        with clock.phase("remember"):
            site = FinishedSite(
                views=views, written=written, drawn=pages.drawn, files=pruned.files, index=index.key
            )  # fmt: skip
            memory.keep(shown, report, site)
        counts = BuildCounts(
            entries=len(shown.portal.entries), pages=len(written), new=sum(file.is_new for file in written),
            removed=len(pruned.removed), native=pages.native, reference=pages.reference,
        )  # fmt: skip
        show_summary(shown, counts, clock, log)


def _instead(last_good: PlannedPortal | None, log: Log) -> PlannedPortal:
    """The last portal without errors; a preview goes on with it. Raises YuandiError if there is none."""
    text = Text("内容有错误，网站没有改动。", "The content has errors; the site was not touched.")
    if last_good is None:
        raise YuandiError(text)
    log.error(text.say(chosen_language()))
    return last_good
