"""MkDocs's events, each in a few lines: check first, own the entries, render all, then write all."""

import os
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext
from rich.console import Console

from yuandi.body import slug
from yuandi.build.day import day_of
from yuandi.build.site import Page, checked, pages_of, write
from yuandi.cli.options import chosen_language
from yuandi.errors import YuandiError
from yuandi.portal import Portal, read_portal
from yuandi.render import Bodies, Pages, sanitised
from yuandi.report import as_text
from yuandi.settings import settings_from
from yuandi.views import Shown, frame
from yuandi_mkdocs.config import YuandiConfig
from yuandi_mkdocs.files import adapt
from yuandi_mkdocs.shell import Shell

log = get_plugin_logger("yuandi")


class YuandiPlugin(BasePlugin[YuandiConfig]):
    """Checks the portal before a build and builds the pages of its entries."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Give headings anchors of their own words, unless the site chose otherwise."""
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slug)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check. An error ends the build here, before MkDocs touches the site."""
        self.portal = _said(lambda: self._read(config))
        report = checked(self.portal)
        lang = chosen_language(())
        if report.findings:
            Console(stderr=True, highlight=False, soft_wrap=True).print(as_text(report, self.portal.documents, lang))
        if report.fails(strict=config.strict):
            raise Abort(
                "内容有错误，网站没有改动。" if lang == "zh" else "The content has errors; the site was not touched."
            )
        self.shown = Shown(self.portal)

    def _read(self, config: MkDocsConfig) -> Portal:
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        settings = settings_from(root, config, lambda _: self.config)
        return read_portal(settings, day_of(settings, None, os.environ))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the entries out of MkDocs's hands."""
        return adapt(files, self.portal, config)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation for the shells of pages."""
        self.nav = nav
        return nav

    @event_priority(-100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Render every page of ours; nothing is written before all are done."""
        self.pages = Pages(FileSystemLoader(config.theme.dirs), frame(self.shown))
        shell = Shell(env, self.nav, files, config, self.pages)
        bodies = Bodies(self.shown, config.markdown_extensions, config.mdx_configs)
        self.rendered = _said(lambda: [_drawn(page, shell) for page in pages_of(self.shown, bodies, self.pages)])
        return env

    @event_priority(-100)
    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Plain pages are written by the same hands as entries, and are as safe."""
        return sanitised(html)

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """The masthead and the foot around plain pages."""
        return self._framed(context, page.file.url)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """The masthead and the foot around pages such as 404.html."""
        return self._framed(context, template_name)

    def _framed(self, context: TemplateContext, address: str) -> TemplateContext:
        return cast("TemplateContext", {**context, "yuandi": self.pages, "yuandi_address": address})

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write our pages."""
        for output, text in self.rendered:
            write(Path(config.site_dir), output, text)
        log.info("yuandi: %d pages", len(self.rendered))


def _drawn(page: Page, shell: Shell) -> tuple[str, str]:
    view = page.view
    output = shell.output(view.address)
    return output, shell.around(page, escape(view.title), escape(view.summary))


def _said(act: Any) -> Any:
    """Run `act`; what is wrong outside the content ends the build with a sentence."""
    try:
        return act()
    except YuandiError as error:
        raise Abort(error.text.say(chosen_language(()))) from None
