"""Our values → values of the protocol. Positions are in the units that the client asked for."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import urljoin

from lsprotocol import types as lsp
from pygls.uris import from_fs_path, to_fs_path
from pygls.workspace import PositionCodec

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.source import Document, Location
from yuandi.base.text import Lang
from yuandi.content.settings import Settings
from yuandi.lsp.complete import Proposed, Suggestion
from yuandi.lsp.quick_fixes import Remedy
from yuandi.lsp.rename import Edit

_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFO: lsp.DiagnosticSeverity.Information,
}
_KINDS = {
    "field": lsp.CompletionItemKind.Field,
    "choice": lsp.CompletionItemKind.EnumMember,
    "reference": lsp.CompletionItemKind.Reference,
    "file": lsp.CompletionItemKind.File,
    "value": lsp.CompletionItemKind.Value,
}


class Paths:
    """URIs of files: as the client writes them once it has named them, otherwise made from the path."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._known: dict[str, str] = {}

    def path(self, uri: str) -> str | None:
        """Return the path in content of a file; None if it is not in content."""
        file = Path(to_fs_path(uri) or "").resolve()
        if not file.is_relative_to(self._settings.content):
            return None
        path = file.relative_to(self._settings.content).as_posix()
        self._known.setdefault(self._settings.prefix + path, uri)
        return path

    def uri(self, shown: str) -> str:
        """Return the URI of a file by its path in findings."""
        known = self._known.get(shown)
        inside = shown.removeprefix(self._settings.prefix)
        return known or from_fs_path(str(self._settings.content / inside)) or ""


def range_of(at: Location, document: Document | None, codec: PositionCodec) -> lsp.Range:
    """Return the range of a place; columns are not converted for a file that could not be read."""
    first, last = at.line - 1, at.end_line - 1
    lines = {line: document.line(line + 1) if document else "" for line in (first, last)}

    def position(line: int, column: int) -> lsp.Position:
        return lsp.Position(line, codec.client_num_units(lines[line][: column - 1]) if document else column - 1)

    return lsp.Range(position(first, at.column), position(last, at.end_column))


def column_of(line: str, units: int, codec: PositionCodec) -> int:
    """Return the character of a line at a position of the client."""
    position = codec.position_from_client_units([line], lsp.Position(0, units))
    return min(position.character, len(line))


def diagnostic(
    finding: Finding, document: Document | None, codec: PositionCodec, lang: Lang, url: str
) -> lsp.Diagnostic:
    """Return a finding as a diagnostic; `url` is where the pages of the rules are published."""
    words = [finding.message.say(lang), finding.hint.say(lang) if finding.hint else ""]
    page = urljoin(f"{url.rstrip('/')}/", f"{finding.name}/")
    return lsp.Diagnostic(
        range_of(finding.at, document, codec),
        "\n".join(filter(None, words)),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        code_description=lsp.CodeDescription(page) if url else None,
        source="yuandi",
    )


def completions(found: Proposed, line: int, text: str, codec: PositionCodec) -> lsp.CompletionList:
    """Return proposals as completions that replace the word at the cursor."""
    start, end = (codec.client_num_units(text[:column]) for column in (found.start, found.end))
    place = lsp.Range(lsp.Position(line, start), lsp.Position(line, end))
    items = [_item(suggestion, number, place) for number, suggestion in enumerate(found.found)]
    return lsp.CompletionList(is_incomplete=not found.complete, items=items)


def _item(suggestion: Suggestion, number: int, place: lsp.Range) -> lsp.CompletionItem:
    return lsp.CompletionItem(
        suggestion.label,
        kind=_KINDS[suggestion.kind],
        detail=suggestion.detail or None,
        documentation=markdown(suggestion.help) if suggestion.help else None,
        filter_text=suggestion.filter or suggestion.label,
        sort_text=f"{number:05}",
        text_edit=lsp.TextEdit(place, suggestion.insert),
    )


def markdown(text: str) -> lsp.MarkupContent:
    """Return a text as Markdown content."""
    return lsp.MarkupContent(lsp.MarkupKind.Markdown, text)


def text_edit(edit: Edit, codec: PositionCodec) -> lsp.TextEdit:
    """Return an edit as a text edit."""
    return lsp.TextEdit(range_of(edit.document.at(edit.start, edit.end), edit.document, codec), edit.replacement)


def document_edits(edits: Iterable[Edit], paths: Paths, codec: PositionCodec) -> list[lsp.TextDocumentEdit]:
    """Return edits by document, in the order of their places."""
    of_file: dict[str, list[Edit]] = {}
    for edit in edits:
        of_file.setdefault(edit.document.path, []).append(edit)
    return [
        lsp.TextDocumentEdit(
            lsp.OptionalVersionedTextDocumentIdentifier(paths.uri(shown), None),
            [text_edit(edit, codec) for edit in sorted(found, key=lambda edit: edit.start)],
        )
        for shown, found in sorted(of_file.items())
    ]


def action(
    remedy: Remedy, found: Sequence[lsp.Diagnostic], paths: Paths, codec: PositionCodec, lang: Lang
) -> lsp.CodeAction:
    """Return a remedy as a quick fix."""
    uri = paths.uri(remedy.edit.document.path)
    return lsp.CodeAction(
        remedy.title.say(lang),
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=list(found),
        is_preferred=remedy.sure,
        edit=lsp.WorkspaceEdit(changes={uri: [text_edit(remedy.edit, codec)]}),
    )
