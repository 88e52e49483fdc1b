"""MkDocs's events, each in a few lines: the recipe of `yuandi.building` is begun, and ended when MkDocs has done its part."""

import atexit
import gc
from collections.abc import Generator
from contextlib import suppress
from functools import partial
from typing import Literal, cast

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from yuandi.base.language import chosen_language
from yuandi.base.slugs import slug
from yuandi.building.handover import HostPages, Ready
from yuandi.building.recipe import build
from yuandi.content.known_plugins import advice_on
from yuandi.i18n import say
from yuandi.i18n.templates import install
from yuandi.page_plan.planned_portal import PlannedPortal
from yuandi.render import Pages, sanitised
from yuandi.render.bodies import resolved
from yuandi_mkdocs.config import YuandiConfig
from yuandi_mkdocs.files import adapt, keep_the_site, outputs_of
from yuandi_mkdocs.refusals import need_our_theme, need_templates, refusals, refuse_a_full_disc
from yuandi_mkdocs.setup import settings_and_day, site_setup
from yuandi_mkdocs.shell import Shell
from yuandi_mkdocs.sitemap import in_sitemap, settle_the_clock

log = get_plugin_logger("yuandi")


class YuandiPlugin(BasePlugin[YuandiConfig]):
    """Checks the portal before a build and builds the pages of its entries."""

    serving = False
    good: PlannedPortal | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """While MkDocs serves, a broken file does not stop it: the last good content stays.

        Where it ends after one build, all that was made goes with the process: nothing is looked at once more.
        """
        self.serving = command == "serve"
        if not self.serving:
            atexit.register(gc.freeze)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Give headings anchors of their own words, unless the site chose otherwise; name plugins that see no entry."""
        need_our_theme(config)
        for advice in advice_on(config.plugins):
            log.warning(advice.say(chosen_language()))
        if self.config.offline:
            config.use_directory_urls, config.site_url = False, ""
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slug)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check. An error ends the build here, before MkDocs touches the site."""
        gc.disable()  # a build makes what it keeps, and ends
        with refusals():
            settings, day = settings_and_day(config, self.config)
            setup = site_setup(config, self.config)
            self.build: Generator[Ready, HostPages, None] = build(settings, day, setup, log, self.good)
            self.ready = next(self.build)
        self.portal = self.ready.shown.portal
        self.good = self.portal if self.serving else None
        self.plain: dict[str, str] = {}
        settle_the_clock(self.portal.as_of)
        keep_the_site(config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the entries out of MkDocs's hands."""
        return adapt(files, self.portal, config)

    @event_priority(-100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keep what the frame of the theme is drawn with."""
        need_templates(self.ready.shown, env)
        self.env, self.files = env, files
        install(env, self.ready.frame.lang, partial(say, lang=self.ready.frame.lang))
        self.pages = Pages(FileSystemLoader(config.theme.dirs), self.ready.frame)
        return env

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation for the frame."""
        self.nav = nav
        return nav

    @event_priority(-100)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Plain pages are written by the same hands as entries: they are as safe, and their links lead as far."""
        entry = self.portal.by_path.get(page.file.src_uri)
        if entry is None:
            return sanitised(html)
        self.plain[entry.id] = sanitised(html)
        return resolved(self.plain[entry.id], entry.path, entry.address, self.portal.targets, page_first=True)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """The masthead and the foot around plain pages."""
        return self._framed(context, page.file.url)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """The masthead and the foot around pages such as 404.html; our pages in the sitemap."""
        if template_name == "sitemap.xml" and config.site_url:
            ours = in_sitemap(self.ready.views, config.site_url, self.portal.as_of)
            return cast("TemplateContext", {**context, "pages": [*context["pages"], *ours]})
        if self.config.offline:
            context = cast("TemplateContext", {**context, "base_url": "."})
        return self._framed(context, template_name)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Plain pages in the script of the site."""
        return self.ready.script.page(output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Pages such as 404.html too."""
        return self.ready.script.page(output_content) if template_name.endswith(".html") else output_content

    def _framed(self, context: TemplateContext, address: str) -> TemplateContext:
        return cast("TemplateContext", {**context, "yuandi": self.pages, "yuandi_address": address})

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write our pages; then remove what is no longer made."""
        shell = Shell(self.env, self.nav, self.files, config, self.pages)
        host = HostPages(shell.draw, self.plain, outputs_of(self.files, config))
        with refusals(), suppress(StopIteration):
            self.build.send(host)
        if self.serving:
            gc.enable()

    def on_build_error(self, *, error: Exception) -> None:
        """A server that goes on collects its garbage again. A full or closed disc is said in a sentence."""
        if hasattr(self, "build"):
            self.build.close()
        gc.enable()
        refuse_a_full_disc(error)
