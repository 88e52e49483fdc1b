"""An editor: a real client that starts `yuandi lsp` and talks to it over standard input and output."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient
from pygls.uris import from_fs_path

T = TypeVar("T")
_COMMAND = "import sys; from yuandi.cli.main import main; main(sys.argv[1:])"
PATIENCE = 60


class Editor:
    """An editor with a portal's folder open. `found` are the last findings of each file, by its path in the portal."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.client = LanguageClient("test", "1")
        self.found: dict[str, list[lsp.Diagnostic]] = {}
        self.heard = asyncio.Event()
        self.versions: dict[str, int] = {}

        @self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def told(params: lsp.PublishDiagnosticsParams) -> None:
            self.found[params.uri.removeprefix(f"{self.uri('')}/")] = list(params.diagnostics)
            self.heard.set()

        @self.client.feature(lsp.WINDOW_SHOW_MESSAGE)
        def shown(params: lsp.ShowMessageParams) -> None:
            self.found[""] = [lsp.Diagnostic(lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0)), params.message)]
            self.heard.set()

    def uri(self, path: str) -> str:
        return from_fs_path(str(self.root / path)) or ""

    async def start(self, encodings: list[lsp.PositionEncodingKind] | None = None) -> lsp.InitializeResult:
        """Start the server and wait until it is ready."""
        await self.client.start_io(sys.executable, "-c", _COMMAND, "lsp", "--lang", "en")
        general = lsp.GeneralClientCapabilities(position_encodings=encodings) if encodings else None
        capabilities = lsp.ClientCapabilities(general=general)
        folders = [lsp.WorkspaceFolder(self.uri(""), "portal")]
        params = lsp.InitializeParams(capabilities, root_uri=self.uri(""), workspace_folders=folders)
        answer = await self.client.initialize_async(params)
        self.client.initialized(lsp.InitializedParams())
        return answer

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()

    def open(self, path: str, text: str) -> None:
        """Open a document."""
        self.versions[path] = 1
        document = lsp.TextDocumentItem(self.uri(path), "markdown", 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(document))

    def type(self, path: str, text: str) -> None:
        """Give a document another text."""
        self.versions[path] += 1
        document = lsp.VersionedTextDocumentIdentifier(self.versions[path], self.uri(path))
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [change]))

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for news until something is so."""
        async with asyncio.timeout(PATIENCE):
            while not is_so():
                self.heard.clear()
                await self.heard.wait()

    def codes(self, path: str) -> list[str]:
        """What is found in a file: place and code of each."""
        return [f"{one.range.start.line}:{one.range.start.character} {one.code}" for one in self.found.get(path, ())]

    def at(self, path: str, line: int, character: int) -> dict[str, Any]:
        """A place, as requests take it."""
        return {"text_document": lsp.TextDocumentIdentifier(self.uri(path)), "position": lsp.Position(line, character)}


def with_editor(root: Path, act: Callable[[Editor], Awaitable[T]], **options: Any) -> T:
    """Do something in an editor that has a portal open."""

    async def run() -> T:
        editor = Editor(root)
        await editor.start(**options)
        try:
            return await act(editor)
        finally:
            await editor.stop()

    return asyncio.run(run())
