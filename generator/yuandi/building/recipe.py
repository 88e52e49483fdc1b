"""The recipe of a build on one screen: views → frames → pages → files."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from yuandi.base.errors import YuandiError
from yuandi.base.text import Text
from yuandi.content.addresses import Addresses
from yuandi.drawing.draw_pages import Job, run
from yuandi.drawing.index_order import Before, Site
from yuandi.drawing.page_frames import Draw, Frames, frames_of, parts_of
from yuandi.drawing.search_index import indexed
from yuandi.drawing.write import Left, Written, write
from yuandi.incremental.page_keys import Keys, Templates
from yuandi.outputs import exports
from yuandi.pages import Frame, Shown, View, all_views
from yuandi.render import AS_WRITTEN, Bodies, Converter, Script
from yuandi.search import text_of


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a build is made with, besides the portal.

    `base` is what decides how anything is drawn, as a key; without one nothing is known of what was `left`.
    """

    site: Path
    template_folders: tuple[str, ...]
    extensions: Sequence[Any]
    configs: dict[str, Any]
    draw: Draw
    fast_markdown: bool = True
    is_fresh: bool = False
    workers: int | None = None
    base: bytes = b""
    left: Mapping[str, Left] = field(default_factory=dict)
    script: Script = AS_WRITTEN


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: every file that is its own, the frames, the views drawn, the texts of entries drawn, which
    parser took how many bodies, and the key of the index's state."""

    written: tuple[Written, ...]
    frames: Frames
    views: tuple[tuple[str, bytes], ...]
    texts: Mapping[str, str]
    native: int
    reference: int
    index: bytes = b""

    @property
    def outputs(self) -> frozenset[str]:
        """All files that the build made or found as they should be."""
        return frozenset(one.output for one in self.written)

    @property
    def new(self) -> int:
        """How many files have new bytes."""
        return sum(one.is_new for one in self.written)


def views_of(shown: Shown) -> tuple[View, ...]:
    """All views. Raises YuandiError where two have one address."""
    views = tuple(all_views(shown))
    seen: dict[str, View] = {}
    for view in views:
        if view.address in seen:
            raise YuandiError(_same_address(view, seen[view.address]))
        seen[view.address] = view
    return views


def build(
    shown: Shown,
    frame: Frame,
    views: tuple[View, ...],
    recipe: Recipe,
    say: Callable[[int], None],
    meanwhile: Callable[[], None] = lambda: None,
) -> Built:
    """Draw every view and write what has changed; `say` hears how many are done.

    Where workers draw, this process does `meanwhile` what else there is to do.
    """
    frames = frames_of(views, recipe.draw, frame.lang)
    keys = Keys(recipe.base, shown, frames, Templates(recipe.template_folders)) if recipe.base else None
    job = Job(
        shown,
        frame,
        frames,
        views,
        recipe.site,
        recipe.template_folders,
        recipe.extensions,
        recipe.configs,
        recipe.fast_markdown,
        recipe.is_fresh,
        keys,
        recipe.left,
        recipe.script,
    )
    drawing = run(job, workers=recipe.workers)
    files = [(export.output, recipe.script.file(export.output, export.text)) for export in exports(shown)]
    meanwhile()
    written: list[Written] = []
    drawn: list[tuple[str, bytes]] = []
    texts: dict[str, str] = {}
    native = reference = 0
    output = Addresses(shown.portal.settings.use_directory_urls).output
    for done in drawing:
        written += done.written
        drawn += done.views
        texts.update(done.texts)
        written += _drawn_whole(views, done.undrawn, recipe, output, frame.lang)
        native, reference = native + done.native, reference + done.reference
        say(len(written))
    written += [write(recipe.site, file, text) for file, text in files]
    return Built(tuple(sorted(written, key=lambda one: one.output)), frames, tuple(drawn), texts, native, reference)


def with_index(
    built: Built, shown: Shown, views: tuple[View, ...], plain: Mapping[str, str], recipe: Recipe, before: Before
) -> Built:
    """The build with the index of its pages; `plain` are the HTML of plain pages by id."""
    if not shown.portal.settings.search:
        return built
    bodies = Bodies(shown.portal.targets, Converter(recipe.extensions, recipe.configs, fast=recipe.fast_markdown))

    def text(identifier: str) -> str:
        entry = shown.portal.by_id[identifier]
        return said(identifier, bodies.convert(entry.path, entry.address, entry.body).html)

    def said(identifier: str, html: str) -> str:
        return recipe.script.words(text_of(html), shown.portal.by_id[identifier].record.lang)

    texts = {**built.texts, **{identifier: said(identifier, html) for identifier, html in plain.items()}}
    site = Site(recipe.site, recipe.base, recipe.is_fresh)
    index = indexed(shown, views, texts, text, site, before, recipe.script)
    written = sorted((*built.written, *index.written), key=lambda one: one.output)
    return replace(built, written=tuple(written), texts={}, index=index.key)


def _drawn_whole(
    views: tuple[View, ...], undrawn: Iterable[tuple[int, str]], recipe: Recipe, output: Callable[[str], str], lang: str
) -> list[Written]:
    """Pages whose frame depends on more than their shape."""
    return [
        write(recipe.site, output(view.address), recipe.script.page(recipe.draw(parts_of(view, content, lang), view)))
        for view, content in ((views[index], content) for index, content in undrawn)
    ]


def _same_address(view: View, other: View) -> Text:
    return Text(
        f"“{view.title}”与“{other.title}”的地址都是 `{view.address}`；请给其中一个改名。",
        f"“{view.title}” and “{other.title}” share the address `{view.address}`; rename one of them.",
    )
