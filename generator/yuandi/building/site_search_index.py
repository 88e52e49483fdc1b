"""The search index of a build, of the texts that were drawn and those that were not."""

from collections.abc import Mapping

from yuandi.drawing.draw_pages import Job, converter_of
from yuandi.drawing.index_order import Before, Indexed, Site
from yuandi.drawing.search_index import indexed
from yuandi.render import Bodies
from yuandi.search import text_of


def index_of(job: Job, texts: Mapping[str, str], plain: Mapping[str, str], before: Before) -> Indexed:
    """The index, where the portal has one. `texts` are of the entries drawn, `plain` the HTML of plain pages, by id."""
    shown, script, setup = job.shown, job.script, job.setup
    if not shown.portal.settings.search:
        return Indexed()
    bodies = Bodies(shown.portal.targets, converter_of(setup))

    def text(identifier: str) -> str:
        entry = shown.portal.by_id[identifier]
        return said(identifier, bodies.convert(entry.path, entry.address, entry.body).html)

    def said(identifier: str, html: str) -> str:
        return script.words(text_of(html), shown.portal.by_id[identifier].record.lang)

    known = {**texts, **{identifier: said(identifier, html) for identifier, html in plain.items()}}
    site = Site(setup.site, before.mark, job.is_fresh)
    return indexed(shown, job.views, known, text, site=site, before=before, script=script)
