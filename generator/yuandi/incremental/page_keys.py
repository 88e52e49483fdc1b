"""What each page is drawn from, as one key: a page whose key and file are as they were need not be drawn again.

A key is made of all that drawing reads: the view, the templates that its own may include, the pieces of its frame,
its body and where the body's links lead, and of what decides how anything is drawn: versions, settings, Yuandi's own
files. It holds the secret of the person who builds (see `trust_key.py`), so nobody else's cache can name it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import cast

from jinja2 import Environment, meta, nodes
from jinja2.exceptions import TemplateError

from yuandi.base.file_stats import digest
from yuandi.drawing.page_frames import Frames, shape_of
from yuandi.drawing.remembered import Known
from yuandi.drawing.write import Left, Written, still
from yuandi.i18n.templates import EXTENSION
from yuandi.incremental.serialise import pickled
from yuandi.pages import EntryView, Shown, View


@dataclass(frozen=True)
class Templates:
    """The templates that pages are drawn with, by what each may include."""

    folders: Sequence[str]

    def key(self, name: str) -> bytes:
        """The key of a template and all that it may include; a computed name may mean every template that fits."""
        return self._keys[name] if name in self._keys else self._keys.setdefault(name, self._key(name))

    @cached_property
    def _keys(self) -> dict[str, bytes]:
        return {}

    def _key(self, name: str) -> bytes:
        seen: dict[str, bytes] = {}
        pending = [name]
        while pending:
            template = pending.pop()
            if template not in seen:
                source = self._source(template)
                seen[template] = digest(source)
                pending += self._included(source.decode("utf-8", "replace"))
        return digest(repr(sorted(seen.items())).encode())

    def _source(self, name: str) -> bytes:
        for folder in self.folders:
            file = Path(folder, name)
            if file.is_file():
                return file.read_bytes()
        return b""

    def _included(self, source: str) -> list[str]:
        try:
            tree = Environment(autoescape=True, extensions=[EXTENSION]).parse(source)
        except TemplateError:
            return []
        included = [name for name in meta.find_referenced_templates(tree) if name is not None]
        named = tree.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends))
        for name in (cast("nodes.Include", node).template for node in named):
            if not isinstance(name, nodes.Const):
                included += self._below(_beginning(name))
        return included

    def _below(self, beginning: str) -> list[str]:
        """Every template of ours with this prefix."""
        ours = [Path(folder) for folder in self.folders if Path(folder, "yuandi").is_dir()]
        names = {file.relative_to(folder).as_posix() for folder in ours for file in folder.rglob("*.html")}
        return sorted(name for name in names if name.startswith(beginning))


def _beginning(name: nodes.Expr) -> str:
    """The constant beginning of a template name that is computed when a page is drawn."""
    first = name.nodes[0] if isinstance(name, nodes.Concat) else name
    return str(first.value) if isinstance(first, nodes.Const) else ""


@dataclass(frozen=True, kw_only=True)
class PageKeys:
    """The keys of pages, and the pages as they were left. `base` is what decides how anything is drawn."""

    base: bytes
    shown: Shown
    frames: Frames
    templates: Templates
    site: Path
    left: Mapping[str, Left]

    def known(self, view: View) -> Known:
        """What the page of a view is made from."""
        data = pickled(view)
        return Known(self._key(view, data), data)

    def still(self, output: str, key: bytes) -> Written | None:
        """The file as it was left, if it was made from the same inputs; else None."""
        left = self.left.get(output)
        return still(self.site, output, left) if left and key and left.key == key else None

    def _key(self, view: View, data: bytes) -> bytes:
        """The key of the page of a view, which comes as bytes too; empty where its frame depends on more than its shape."""
        frame = self._frames.get(shape_of(view))
        if frame is None:
            return b""
        drawn = self.base + frame + self.templates.key(f"yuandi/{view.template}") + data
        return digest(drawn + self._body(view) if isinstance(view, EntryView) else drawn)

    @cached_property
    def _frames(self) -> Mapping[tuple[object, ...], bytes]:
        return {shape: digest(repr(pieces).encode()) for shape, pieces in self.frames.pieces.items()}

    def _body(self, view: EntryView) -> bytes:
        """A body, and where its links lead."""
        portal = self.shown.portal
        entry = portal.by_id[view.source]
        words = [portal.meant(entry, link) for link in portal.links_of(entry) if link.path and not link.is_outside]
        led = [(word, portal.targets[word]) for word in words if word is not None]
        return repr((entry.path, led)).encode() + digest(entry.body.encode("utf-8", "surrogatepass"))
