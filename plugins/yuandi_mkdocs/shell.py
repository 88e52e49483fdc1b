"""The theme's frame around a page of ours: drawn by its templates with a stand-in for MkDocs's page."""

from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_relative_url

from yuandi.drawing.page_frames import FrameParts
from yuandi.pages import View
from yuandi.render import Pages


@dataclass(slots=True)
class ShellPage:
    """What the theme's templates ask of a page; words are escaped already."""

    title: Markup
    url: str
    content: str
    canonical_url: str | None
    is_homepage: bool
    is_owned: bool = True
    meta: dict[str, Any] = field(default_factory=dict)
    labels: str = ""
    toc: tuple[()] = ()
    previous_page: None = None
    next_page: None = None
    edit_url: None = None
    ancestors: tuple[()] = ()
    active: bool = True
    is_page: bool = True
    parent: None = None


class Shell:
    """Draws the frame of the theme around the main part of a page."""

    def __init__(
        self, environment: Environment, nav: Navigation, files: Files, config: MkDocsConfig, pages: Pages
    ) -> None:
        self._template = environment.get_template("main.html")
        self._nav, self._config, self._pages = nav, config, pages
        self._files = files.documentation_pages()

    def draw(self, parts: FrameParts, view: View) -> str:
        """The whole page."""
        site_url = self._config.site_url
        page = ShellPage(
            Markup(parts.title),  # noqa: S704  # escaped already
            view.address,
            parts.content,
            f"{site_url.rstrip('/')}/{parts.address}" if site_url else None,
            is_homepage=view.address in {"", "index.html"},
            meta={"description": Markup(parts.summary)} if view.summary else {},  # noqa: S704  # escaped already
            labels=Markup(parts.meta),  # noqa: S704  # escaped already
        )
        base_url = get_relative_url(".", view.address)
        context = get_context(self._nav, self._files, self._config, None, base_url=base_url)
        ours = {"page": page, "yuandi": self._pages, "yuandi_address": view.address, "yuandi_active": view.active}
        return str(self._template.render({**context, **ours}))
