"""The language server: changes from the client → the desk, findings of the desk → the client.

All access to the desk is in one thread. Longer work runs in another thread, and its result is dropped if a change came first.
"""

import asyncio
import gc
import os
from pathlib import Path
from typing import Any, Protocol

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from yuandi import __version__
from yuandi.base.diagnostics import Finding
from yuandi.base.errors import YuandiError
from yuandi.base.text import Lang
from yuandi.building.day import day_of
from yuandi.content.settings import read_settings
from yuandi.lsp import to_protocol
from yuandi.lsp.complete import sounds
from yuandi.lsp.cursor_context import spot_at
from yuandi.lsp.session import Desk, desk_of
from yuandi.lsp.targets import target_at

QUIET = 0.4
"""Seconds after the last change until the rest of the report is brought up to date."""


class At(Protocol):
    """A request about a place in a document."""

    @property
    def text_document(self) -> lsp.TextDocumentIdentifier: ...

    @property
    def position(self) -> lsp.Position: ...


class YuandiServer(LanguageServer):
    """One portal, and what was last told about it."""

    def __init__(self, lang: Lang, rules_url: str = "") -> None:
        super().__init__("yuandi", __version__)
        self.lang = lang
        self.rules_url = rules_url
        self.desk: Desk | None = None
        self.paths: to_protocol.Paths | None = None
        self.told: dict[str, tuple[Finding, ...]] = {}
        self.resting: asyncio.Task[None] | None = None

    # ---------------------------------------------------------------- the desk

    def open(self, folder: Path) -> None:
        """Read the portal in a folder, if there is one; an error is shown in the editor."""
        if self.desk is not None or not (folder / "mkdocs.yml").is_file():
            return
        _disturb()
        try:
            settings = read_settings(folder)
            self.paths = to_protocol.Paths(settings)
            opened = {self.paths.path(uri): document.source for uri, document in self.workspace.text_documents.items()}
            texts = {path: text for path, text in opened.items() if path}
            self.desk = desk_of(settings, day_of(settings, None, os.environ), texts)
        except YuandiError as error:
            message = lsp.ShowMessageParams(lsp.MessageType.Error, f"yuandi: {error.text.say(self.lang)}")
            self.window_show_message(message)
            return
        self.rest(at_once=True)

    def reopen(self) -> None:
        """Read everything again."""
        if self.desk:
            root = self.desk.portal.settings.root
            self.desk = None
            self.open(root)

    def change(self, uri: str, text: str | None) -> None:
        """Take a document with its new text, or from disk for None, and publish its findings at once."""
        if self.desk is None:
            self.open_around(uri)
        if self.desk and self.paths and (path := self.paths.path(uri)):
            self.desk.change(path, text)
            self.tell()
            self.rest()

    def open_around(self, uri: str) -> None:
        """Open the portal that a file lies in."""
        file = Path(to_fs_path(uri) or "")
        root = next((folder for folder in file.parents if (folder / "mkdocs.yml").is_file()), None)
        if root:
            self.open(root)

    def tell(self) -> None:
        """Publish the findings of files where they have changed."""
        if self.desk is None or self.paths is None:
            return
        found: dict[str, list[Finding]] = {}
        for finding in self.desk.report.findings:
            found.setdefault(finding.at.file, []).append(finding)
        now = {file: tuple(findings) for file, findings in found.items()}
        for file in sorted(now.keys() | self.told.keys()):
            if now.get(file, ()) != self.told.get(file, ()):
                self._tell(self.paths.uri(file), file, now.get(file, ()))
        self.told = now

    def _tell(self, uri: str, file: str, findings: tuple[Finding, ...]) -> None:
        document = self.desk.portal.documents.get(file) if self.desk else None
        codec = self.workspace.position_codec
        diagnostics = [
            to_protocol.diagnostic(finding, document, codec, self.lang, self.rules_url) for finding in findings
        ]
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, diagnostics))

    def rest(self, *, at_once: bool = False) -> None:
        """Bring the rest of the report up to date when it is quiet."""
        if self.resting:
            self.resting.cancel()
        self.resting = asyncio.get_running_loop().create_task(self._rest(0 if at_once else QUIET))

    async def _rest(self, quiet: float) -> None:
        await asyncio.sleep(quiet)
        desk = self.desk
        if desk is None:
            return
        await asyncio.to_thread(sounds, "读书")  # loads the table of readings, which takes a while
        portal = desk.portal
        for job in desk.jobs():
            result = await asyncio.to_thread(job.work)
            if self.desk is not desk or desk.portal is not portal:
                return
            job.take(result)
        self.tell()
        _settle()

    # ---------------------------------------------------------------- places

    def where(self, at: At) -> tuple[Desk, str, str, int, int] | None:
        """Return the desk with path, text, line and column, the last two from 0 in characters; None for a file of no portal."""
        path = self.paths.path(at.text_document.uri) if self.paths else None
        if self.desk is None or path is None:
            return None
        text = self.workspace.get_text_document(at.text_document.uri).source.replace("\r\n", "\n")
        lines = text.split("\n")
        number = min(at.position.line, len(lines) - 1)
        column = to_protocol.column_of(lines[number], at.position.character, self.workspace.position_codec)
        return self.desk, path, text, number, column

    def named(self, at: At) -> Any:
        """Return the target that is named at a place; on the id of an entry, the entry itself."""
        where = self.where(at)
        if where is None:
            return None
        desk, path, text, line, column = where
        spot = spot_at(path, text, line, column)
        if spot and spot.field and spot.field.key == "id" and spot.type and not spot.place.path:
            return desk.portal.by_path.get(path)
        return target_at(desk.portal, path, text, line, column)

    def location(self, at: Any) -> lsp.Location | None:
        """Return a place in a file of the portal for the protocol; None without a place."""
        if at is None or self.desk is None or self.paths is None:
            return None
        document = self.desk.portal.documents.get(at.file)
        return lsp.Location(self.paths.uri(at.file), to_protocol.range_of(at, document, self.workspace.position_codec))


def _disturb() -> None:
    """Turn garbage collection off while a portal is read."""
    gc.unfreeze()
    gc.disable()


def _settle() -> None:
    """Exclude what has been read from garbage collection, which would now and then take a second for a large portal while
    somebody types."""
    if not gc.isenabled():
        gc.collect()
        gc.freeze()
        gc.enable()
