"""The theme's frame around a page of ours: rendered by Material's templates with a stand-in for MkDocs's page."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_relative_url

from yuandi.addresses import Addresses
from yuandi.build.site import Page
from yuandi.render import Pages


@dataclass(slots=True)
class ShellPage:
    """What Material's templates ask of a page."""

    title: Markup
    url: str
    content: str
    canonical_url: str | None
    is_homepage: bool
    is_owned: bool = True
    meta: dict[str, Any] = field(default_factory=dict)
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
        self._nav, self._files, self._config, self._pages = nav, files, config, pages
        self.output = Addresses(config.use_directory_urls).output

    def around(self, page: Page, title: Markup, summary: Markup) -> str:
        """The whole page."""
        address = page.view.address
        site_url = self._config.site_url
        shell = ShellPage(
            title,
            address,
            page.content,
            urljoin(site_url, address) if site_url else None,
            is_homepage=address in {"", "index.html"},
            meta={"description": summary} if summary else {},
        )
        base_url = get_relative_url(".", address)
        context = get_context(self._nav, self._files, self._config, None, base_url=base_url)
        ours = {"page": shell, "yuandi": self._pages, "yuandi_address": address, "yuandi_active": page.view.active}
        return str(self._template.render({**context, **ours}))
