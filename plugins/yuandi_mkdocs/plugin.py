"""MkDocs's events, each in a few lines: check first, own the entries, write what changed, then tidy up."""

import atexit
import errno
import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar, cast

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from rich.console import Console
from rich.text import Text as StyledText

from yuandi.base import baseline
from yuandi.base.errors import YuandiError
from yuandi.base.slugs import slug
from yuandi.base.text import Text
from yuandi.building.day import day_of
from yuandi.building.recipe import Built, Recipe, build, views_of, with_index
from yuandi.building.summary import REPORT, Clock, Counts, profile, progress, summary, upcoming
from yuandi.building.summary import VARIABLE as PROFILE
from yuandi.check import check
from yuandi.check.read_in_workers import in_workers
from yuandi.cli.options import chosen_language
from yuandi.content.known_plugins import advice_on
from yuandi.content.settings import settings_from
from yuandi.drawing.prune import begin, is_empty, nothing_to_prune, prune
from yuandi.i18n import say
from yuandi.i18n.templates import install
from yuandi.page_plan.planned_portal import PlannedPortal, read_portal
from yuandi.pages import Shown, View, frame
from yuandi.pages.next_change import next_change
from yuandi.portal.script import script_of
from yuandi.render import Pages, sanitised
from yuandi.render.bodies import resolved
from yuandi.report import as_text
from yuandi_mkdocs.config import YuandiConfig
from yuandi_mkdocs.files import adapt, outputs_of
from yuandi_mkdocs.memory import Memory
from yuandi_mkdocs.shell import Shell
from yuandi_mkdocs.sitemap import in_sitemap, settle_the_clock

log = get_plugin_logger("yuandi")

T = TypeVar("T")


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
        _need_our_theme(config)
        for advice in advice_on(config.plugins):
            log.warning(advice.say(chosen_language(())))
        if self.config.offline:
            config.use_directory_urls, config.site_url = False, ""
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slug)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check. An error ends the build here, before MkDocs touches the site."""
        gc.disable()  # a build makes what it keeps, and ends
        self.clock = Clock()
        self.memory = Memory(config)
        self.memory.listen()
        self.views: tuple[View, ...] = ()
        with self.clock.phase("read"):
            portal = _said(lambda: self._read(config))
        ahead = Shown(portal)
        begin_to_read = partial(in_workers, meanwhile=lambda: self._arrange(ahead))
        with self.clock.phase("check"):
            root = portal.settings.root
            known = _said(lambda: baseline.read(root))
            self.report = report = baseline.apply(check(portal, begin=begin_to_read), portal.documents, known)
        lang = chosen_language(())
        if report.findings or report.baseline:
            _print(as_text(report, portal.documents, lang))
        is_good = True
        if report.fails(strict=config.strict):
            text = Text("内容有错误，网站没有改动。", "The content has errors; the site was not touched.").say(lang)
            if not (self.serving and self.good):
                raise Abort(text)
            log.error(text)
            portal = self.good
            is_good = False
        self.portal = self.good = portal
        self.plain: dict[str, str] = {}
        self.shown, self.script = ahead if is_good else Shown(portal), script_of(portal)
        if not is_good or not self.views:
            with self.clock.phase("views"):
                self.views = _said(lambda: views_of(self.shown))
        site = Path(config.site_dir)
        self.begun = _said(lambda: begin(site))
        self.is_fresh = is_empty(site)
        settle_the_clock(self.portal.as_of)
        self.memory.begin(is_good=is_good)
        _keep_the_site(config)

    def _arrange(self, shown: Shown) -> None:
        """Decide what pages show before the check is done; what goes wrong is for the check to explain, or is met again."""
        with self.clock.phase("views"), suppress(Exception):
            self.views = views_of(shown)

    def _read(self, config: MkDocsConfig) -> PlannedPortal:
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        settings = settings_from(root, config, lambda _: self.config)
        return read_portal(settings, day_of(settings, None, os.environ))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take the entries out of MkDocs's hands."""
        return adapt(files, self.portal, config)

    @event_priority(-100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keep what the frame of the theme is drawn with."""
        _need_templates(self.shown, env)
        self.env, self.files = env, files
        self.frame = frame(self.shown)
        install(env, self.frame.lang, partial(say, lang=self.frame.lang))
        self.pages = Pages(FileSystemLoader(config.theme.dirs), self.frame)
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
            ours = in_sitemap(self.views, config.site_url, self.portal.as_of)
            return cast("TemplateContext", {**context, "pages": [*context["pages"], *ours]})
        if self.config.offline:
            context = cast("TemplateContext", {**context, "base_url": "."})
        return self._framed(context, template_name)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Plain pages in the script of the site."""
        return self.script.page(output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Pages such as 404.html too."""
        return self.script.page(output_content) if template_name.endswith(".html") else output_content

    def _framed(self, context: TemplateContext, address: str) -> TemplateContext:
        return cast("TemplateContext", {**context, "yuandi": self.pages, "yuandi_address": address})

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write our pages; then remove what is no longer made."""
        site = Path(config.site_dir)
        shell = Shell(self.env, self.nav, self.files, config, self.pages)
        recipe = Recipe(
            site,
            tuple(config.theme.dirs),
            config.markdown_extensions,
            config.mdx_configs,
            shell.draw,
            self.config.fast_markdown,
            self.is_fresh,
            base=self.memory.base(self.frame, self.script),
            left={} if self.is_fresh else self.memory.left(),
            script=self.script,
        )
        with self.clock.phase("pages"), progress(len(self.views)) as say:
            meanwhile = partial(self.memory.note, self.shown)
            built = _said(lambda: build(self.shown, self.frame, self.views, recipe, say, meanwhile))
        with self.clock.phase("search"):
            before = self.memory.index(recipe.left)
            built = _said(lambda: with_index(built, self.shown, self.views, self.plain, recipe, before))
        with self.clock.phase("tidy"):
            others = outputs_of(self.files, config)
            pruned = (
                nothing_to_prune(site, others) if self.is_fresh else prune(site, built.outputs | others, self.begun)
            )
        with self.clock.phase("remember"):
            self.memory.keep(self.shown, self.views, self.frame, recipe, built, self.report, pruned.files)
        self._sum_up(built, len(pruned.removed))
        if self.serving:
            gc.enable()

    def on_build_error(self, *, error: Exception) -> None:
        """A server that goes on collects its garbage again. A full or closed disc is said in a sentence."""
        if hasattr(self, "memory"):
            self.memory.leave()
        gc.enable()
        if isinstance(error, OSError) and error.errno in _OUTSIDE:
            raise _unwritten(error) from None

    def _sum_up(self, built: Built, removed: int) -> None:
        lang = chosen_language(())
        entries = len(self.portal.entries)
        counts = Counts(entries, len(built.written), built.new, removed, built.native, built.reference)
        log.info(summary(counts, self.clock).say(lang))
        if moment := next_change(self.shown):
            log.info(upcoming(moment).say(lang))
        if os.environ.get(PROFILE):
            Console(stderr=True, highlight=False).print(profile(self.clock).say(lang))


_OUTSIDE = frozenset(
    {
        errno.ENOSPC,
        errno.EDQUOT,
        errno.EROFS,
        errno.EACCES,
        errno.EPERM,
        errno.EEXIST,
        errno.ENOTDIR,
        errno.EISDIR,
    }
)
"""What a disc refuses, wherever in a build, or what is in the way: no fault of the content, nor of ours."""


def _print(report: StyledText) -> None:
    """Show the report in the terminal, and leave it where `yuandi serve` looks for it."""
    Console(stderr=True, highlight=False, soft_wrap=True).print(report)
    if file := os.environ.get(REPORT):
        Path(file).write_text(report.plain, encoding="utf-8")


def _keep_the_site(config: MkDocsConfig) -> None:
    """Let MkDocs pass over its cleaning once: files are replaced one by one, and the rest is removed at the end."""
    utils: Any = sys.modules[f"{type(config).__module__.partition('.')[0]}.utils"]
    clean = utils.clean_directory

    def once(_: str) -> None:
        utils.clean_directory = clean

    utils.clean_directory = once


def _said(act: Callable[[], T]) -> T:
    """Run `act`; what is wrong outside the content ends the build with a sentence."""
    try:
        return act()
    except YuandiError as error:
        raise Abort(error.text.say(chosen_language(()))) from None
    except OSError as error:
        raise _unwritten(error) from None


def _unwritten(error: OSError) -> Abort:
    where, why = error.filename2 or error.filename or "", error.strerror or str(error)
    return Abort(Text(f"写不了 {where}：{why}。", f"Cannot write {where}: {why}.").say(chosen_language(())))


def _need_our_theme(config: MkDocsConfig) -> None:
    """Our pages are drawn with our theme's templates, and by one plugin."""
    if sum(name.partition(" #")[0].rpartition("/")[2] == "yuandi" for name in config.plugins) > 1:
        text = Text(
            "mkdocs.yml 里写了两个 yuandi 插件，只留一个。", "mkdocs.yml names the plugin yuandi twice; keep one."
        )
    elif not any(Path(folder, "yuandi", "entry.html").is_file() for folder in config.theme.dirs):
        text = Text("mkdocs.yml 的主题应为 `theme: {name: yuandi}`。", "mkdocs.yml should say `theme: {name: yuandi}`.")
    else:
        return
    raise Abort(text.say(chosen_language(())))


def _need_templates(shown: Shown, env: Environment) -> None:
    """A plain page may name a template of its own; it must be there."""
    for entry in shown.of_pages():
        name = entry.record.template
        if name and (name.startswith("yuandi/") or name not in env.list_templates()):
            path = entry.origin.document.path
            text = Text(f"{path}：没有 `template: {name}` 这个模板。", f"{path}: there is no template `{name}`.")
            raise Abort(text.say(chosen_language(())))
