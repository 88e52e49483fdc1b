"""The answer of the server to each request of the protocol; FEATURES lists them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams
from pygls.uris import to_fs_path

from yuandi.base.errors import YuandiError
from yuandi.base.text import Lang
from yuandi.content.entry import Entry
from yuandi.lsp import to_protocol
from yuandi.lsp.complete import proposed
from yuandi.lsp.cursor_context import spot_at
from yuandi.lsp.explain import help_at, record_help
from yuandi.lsp.quick_fixes import remedies
from yuandi.lsp.rename import id_edits, move_edits, new_path
from yuandi.lsp.server import YuandiServer
from yuandi.lsp.targets import location_of, mentions

_WATCH = lsp.Registration(
    "files",
    lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES,
    lsp.DidChangeWatchedFilesRegistrationOptions([lsp.FileSystemWatcher("**/*.{md,yml,csv,json}")]),
)
_MANY = 20
"""If more files than this change at once, it is a check-out, and everything is read again."""


def initialized(ours: YuandiServer, params: lsp.InitializedParams) -> None:  # noqa: ARG001  # the protocol's
    """The client is ready: read the portal, and ask to be told of files that change."""
    for folder in ours.workspace.folders.values():
        ours.open(Path(to_fs_path(folder.uri) or ""))
    if ours.workspace.root_path:
        ours.open(Path(ours.workspace.root_path))
    client = ours.client_capabilities.workspace
    if client and client.did_change_watched_files and client.did_change_watched_files.dynamic_registration:
        ours.client_register_capability(lsp.RegistrationParams([_WATCH]))


def opened(ours: YuandiServer, params: lsp.DidOpenTextDocumentParams) -> None:
    """A document is opened."""
    ours.change(params.text_document.uri, params.text_document.text)


def changed(ours: YuandiServer, params: lsp.DidChangeTextDocumentParams) -> None:
    """A document is typed in."""
    uri = params.text_document.uri
    ours.change(uri, ours.workspace.get_text_document(uri).source)


def closed(ours: YuandiServer, params: lsp.DidCloseTextDocumentParams) -> None:
    """A document is closed; what is on disk counts again."""
    ours.change(params.text_document.uri, None)


def files_changed(ours: YuandiServer, params: lsp.DidChangeWatchedFilesParams) -> None:
    """Files change beside the editor."""
    uris = [change.uri for change in params.changes]
    if len(uris) > _MANY or any(uri.endswith(("mkdocs.yml", "yuandi-baseline.json")) for uri in uris):
        ours.reopen()
        return
    for uri in uris:
        if uri not in ours.workspace.text_documents:
            ours.change(uri, None)


def complete(ours: YuandiServer, params: lsp.CompletionParams) -> lsp.CompletionList | None:
    """Return the completions at a place."""
    where = ours.where(params)
    if where is None:
        return None
    desk, path, text, line, column = where
    found = proposed(desk.portal, path, text, line, column)
    codec = ours.workspace.position_codec
    return to_protocol.completions(found, line, text.split("\n")[line], codec) if found else None


def hover(ours: YuandiServer, params: lsp.HoverParams) -> lsp.Hover | None:
    """Return help about a place."""
    where = ours.where(params)
    if where is None:
        return None
    desk, path, text, line, column = where
    spot = spot_at(path, text, line, column)
    help_text = help_at(desk.portal, path, spot) if spot else record_help(desk.portal, ours.named(params))
    return lsp.Hover(to_protocol.markdown(help_text)) if help_text else None


def definition(ours: YuandiServer, params: lsp.DefinitionParams) -> lsp.Location | None:
    """Return where the target at a place is defined."""
    target = ours.named(params)
    return ours.location(location_of(ours.desk.portal, target)) if ours.desk and target is not None else None


def references(ours: YuandiServer, params: lsp.ReferenceParams) -> list[lsp.Location]:
    """Return every place with the same target."""
    target = ours.named(params)
    if ours.desk is None or target is None or isinstance(target, str):
        return []
    found = (ours.location(mention.at) for mention in mentions(ours.desk.portal, target))
    return [location for location in found if location]


def actions(ours: YuandiServer, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """Return quick fixes for the findings in a range."""
    path = ours.paths.path(params.text_document.uri) if ours.paths else None
    if ours.desk is None or ours.paths is None or path is None:
        return []
    portal, codec = ours.desk.portal, ours.workspace.position_codec
    file = portal.settings.prefix + path
    found = []
    for finding in ours.told.get(file, ()):
        diagnostic = to_protocol.diagnostic(finding, portal.documents.get(file), codec, ours.lang, ours.rules_url)
        if diagnostic.range.start <= params.range.end and params.range.start <= diagnostic.range.end:
            found += [
                to_protocol.action(way, [diagnostic], ours.paths, codec, ours.lang) for way in remedies(portal, finding)
            ]
    return found


def prepare(ours: YuandiServer, params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
    """Return the range and the id of the entry at a place, if it can be renamed."""
    target, where = ours.named(params), ours.where(params)
    if not isinstance(target, Entry) or where is None:
        return None
    _, path, text, line, column = where
    spot = spot_at(path, text, line, column)
    codec = ours.workspace.position_codec
    written = text.split("\n")[line]
    start, end = (spot.place.start, spot.place.end) if spot else (column, column)
    place = [lsp.Position(line, codec.client_num_units(written[:column])) for column in (start, end)]
    return lsp.PrepareRenamePlaceholder(lsp.Range(*place), target.id)


def rename(ours: YuandiServer, params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
    """Return the edits that give an entry another id, with every reference to it."""
    target = ours.named(lsp.TextDocumentPositionParams(params.text_document, params.position))
    if not isinstance(target, Entry) or ours.desk is None or ours.paths is None:
        return None
    portal = ours.desk.portal
    try:
        path = new_path(portal, target, params.new_name)
        edits = id_edits(portal, target, params.new_name)
    except YuandiError as error:
        raise JsonRpcInvalidParams(error.text.say(ours.lang)) from None
    changes: list[Any] = list(to_protocol.document_edits(edits, ours.paths, ours.workspace.position_codec))
    if path != target.path:
        prefix = portal.settings.prefix
        changes.append(lsp.RenameFile(ours.paths.uri(prefix + target.path), ours.paths.uri(prefix + path)))
    return lsp.WorkspaceEdit(document_changes=changes)


def will_rename(ours: YuandiServer, params: lsp.RenameFilesParams) -> lsp.WorkspaceEdit | None:
    """Return the edits of all references to entries whose files are about to be moved."""
    if ours.desk is None or ours.paths is None:
        return None
    edits = []
    for move in params.files:
        old, new = ours.paths.path(move.old_uri), ours.paths.path(move.new_uri)
        entry = ours.desk.portal.by_path.get(old) if old else None
        edits += move_edits(ours.desk.portal, entry, new) if entry and new else []
    changes = to_protocol.document_edits(edits, ours.paths, ours.workspace.position_codec)
    return lsp.WorkspaceEdit(document_changes=list(changes)) if changes else None


_OUR_FILES = (lsp.FileOperationFilter(lsp.FileOperationPattern("**/*.md")),)

FEATURES: tuple[tuple[str, Callable[..., Any], Any], ...] = (
    (lsp.INITIALIZED, initialized, None),
    (lsp.TEXT_DOCUMENT_DID_OPEN, opened, None),
    (lsp.TEXT_DOCUMENT_DID_CHANGE, changed, None),
    (lsp.TEXT_DOCUMENT_DID_CLOSE, closed, None),
    (lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, files_changed, None),
    (lsp.TEXT_DOCUMENT_COMPLETION, complete, lsp.CompletionOptions(trigger_characters=[" ", ":", "/", "[", "("])),
    (lsp.TEXT_DOCUMENT_HOVER, hover, None),
    (lsp.TEXT_DOCUMENT_DEFINITION, definition, None),
    (lsp.TEXT_DOCUMENT_REFERENCES, references, None),
    (lsp.TEXT_DOCUMENT_CODE_ACTION, actions, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix])),
    (lsp.TEXT_DOCUMENT_PREPARE_RENAME, prepare, None),
    (lsp.TEXT_DOCUMENT_RENAME, rename, lsp.RenameOptions(prepare_provider=True)),
    (lsp.WORKSPACE_WILL_RENAME_FILES, will_rename, lsp.FileOperationRegistrationOptions(_OUR_FILES)),
)


def server(lang: Lang, rules_url: str = "") -> YuandiServer:
    """Return a server that can be started."""
    made = YuandiServer(lang, rules_url)
    for name, function, options in FEATURES:
        made.feature(name, options)(function)
    return made
