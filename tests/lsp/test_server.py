"""The language server as an editor meets it, over standard input and output."""

from pathlib import Path

import pytest
from lsprotocol import types as lsp

from editor import Editor, with_editor
from portals import COLUMN, write

pytestmark = pytest.mark.slow

A = "content/notices/a.md"
NOTICE = """\
---
type: notice
kind: notice
title: 𠮷祥里𠀀读书月
date: 2026-03-05
unit: office
---

正文见[乙](b.md)。
"""
B = "content/notices/b.md"
OTHER = (
    NOTICE.replace("𠮷祥里𠀀读书月", "乙")
    .replace("正文见[乙](b.md)。", "乙文。")
    .replace("---\n\n", "relates: [notices/a]\n---\n\n")
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A portal of two notices that name each other."""
    return write(
        tmp_path,
        {
            **COLUMN,
            A: NOTICE,
            B: OTHER,
            "mkdocs.yml": "site_name: 甲\ndocs_dir: content\nplugins: [{yuandi: {as_of: 2026-03-31}}]\n",
        },
    )


def test_findings_while_typing(root: Path) -> None:
    """What is typed counts, not what is on disk; what it does to other files is found soon after."""

    async def act(editor: Editor) -> list[list[str]]:
        editor.open(A, NOTICE)
        editor.type(A, NOTICE.replace("unit: office", "unit: ofice"))
        await editor.until(lambda: bool(editor.codes(A)))
        first = editor.codes(A)
        editor.type(A, NOTICE.replace("unit: office", "id: notices/other\nunit: office"))
        await editor.until(lambda: bool(editor.codes(B)) and not editor.codes(A))
        second = editor.codes(B)
        editor.type(A, NOTICE)
        await editor.until(lambda: not editor.codes(B))
        return [first, second, editor.codes(A)]

    assert with_editor(root, act) == [["5:0 REF001"], ["6:10 REF001"], []]


UTF16, UTF8, UTF32 = lsp.PositionEncodingKind.Utf16, lsp.PositionEncodingKind.Utf8, lsp.PositionEncodingKind.Utf32


@pytest.mark.parametrize(("encoding", "column"), [(UTF16, 9), (UTF8, 17), (UTF32, 7)])
def test_positions_behind_rare_characters(root: Path, encoding: lsp.PositionEncodingKind, column: int) -> None:
    """A character outside the basic plane counts twice in UTF-16, four times in UTF-8."""
    text = NOTICE.replace("正文见[乙](b.md)。", "𠮷𠀀见[乙](c.md)。")

    async def act(editor: Editor) -> tuple[lsp.Range, object]:
        editor.open(A, text)
        await editor.until(lambda: bool(editor.codes(A)))
        found = editor.found[A][0]
        place = lsp.CompletionParams(**editor.at(A, 8, column))
        return found.range, await editor.client.text_document_completion_async(place)

    found, proposals = with_editor(root, act, encodings=[encoding])
    assert found == lsp.Range(lsp.Position(8, column), lsp.Position(8, column + 4))
    assert isinstance(proposals, lsp.CompletionList)
    (edit,) = [one.text_edit for one in proposals.items if one.label == "b.md"]
    assert isinstance(edit, lsp.TextEdit)
    assert edit.range == lsp.Range(lsp.Position(8, column), lsp.Position(8, column))


def test_completion(root: Path) -> None:
    """Types, fields, choices, ids of units and entries; in the language that the file uses."""
    text = "---\ntype: \nkind: \nunit: \nrelates: [a, ]\nda\n---\n"
    chinese = "---\n类型: 通知\n种类: \n单\n---\n"

    async def act(editor: Editor) -> list[list[str]]:
        editor.open(A, text)
        editor.open(B, chinese)
        found = []
        for path, line, character in ((A, 1, 6), (A, 2, 6), (A, 3, 6), (A, 4, 13), (A, 5, 2), (B, 2, 4), (B, 3, 1)):
            place = lsp.CompletionParams(**editor.at(path, line, character))
            answer = await editor.client.text_document_completion_async(place)
            assert isinstance(answer, lsp.CompletionList)
            found.append([one.label for one in answer.items])
        return found

    types, kinds, units, entries, fields, chinese_kinds, chinese_fields = with_editor(root, act)
    assert types[:3] == ["plan", "personal-plan", "regulation"]
    assert kinds == ["notice", "announcement", "publicity", "decision", "circular", "criticism"]
    assert units == ["yunze", "office", "finance"]
    assert entries == []
    assert fields[:2] == ["title", "date"]
    assert "unit" not in fields
    assert chinese_kinds[2] == "公示"
    assert chinese_fields[:3] == ["标题", "日期", "编号"]
    assert "单位" in chinese_fields


def test_help_and_definitions(root: Path) -> None:
    """A field is explained, what it names is shown, and found where it is written."""

    async def act(editor: Editor) -> tuple[list[str], list[str]]:
        editor.open(A, NOTICE)
        editor.open(B, OTHER)
        said, places = [], []
        for path, line, character in ((A, 4, 1), (A, 5, 8), (A, 8, 8), (B, 6, 15)):
            hover = await editor.client.text_document_hover_async(lsp.HoverParams(**editor.at(path, line, character)))
            assert hover
            assert isinstance(hover.contents, lsp.MarkupContent)
            said.append(hover.contents.value.replace("\n\n", "|"))
            where = await editor.client.text_document_definition_async(
                lsp.DefinitionParams(**editor.at(path, line, character))
            )
            if isinstance(where, lsp.Location):
                places.append(f"{where.uri.rpartition('/')[2]}:{where.range.start.line}")
        return said, places

    said, places = with_editor(root, act)
    assert said == [
        "**日期** `date` · 必填 · 日期|发布日期",
        "**办公室** `office`|云泽县支行 › 办公室|internal-unit",
        "**乙**|通知，2026-03-05，`notices/b.md`",
        "**𠮷祥里𠀀读书月**|通知，2026-03-05，`notices/a.md`",
    ]
    assert places == ["units.yml:5", "b.md:3", "a.md:3"]


def test_references(root: Path) -> None:
    """Every field and link that names a unit or an entry."""

    async def act(editor: Editor) -> list[list[str]]:
        editor.open(A, NOTICE)
        found = []
        for line, character in ((5, 8), (8, 8)):
            params = lsp.ReferenceParams(lsp.ReferenceContext(False), **editor.at(A, line, character))
            places = await editor.client.text_document_references_async(params)
            found.append([f"{one.uri.rpartition('/')[2]}:{one.range.start.line}" for one in places or ()])
        return found

    assert with_editor(root, act) == [["a.md:5", "b.md:5", "people.yml:2"], ["a.md:8"]]


def test_quick_fixes(root: Path) -> None:
    """What was meant is offered, and what is missing is added."""
    text = NOTICE.replace("unit: office", "unit: ofice").replace("date: ", "dote: ").replace("正文见", "正文,见")

    async def act(editor: Editor) -> list[str]:
        editor.open(A, text)
        await editor.until(lambda: bool(editor.codes(A)))
        whole = lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0))
        context = lsp.CodeActionContext([])
        params = lsp.CodeActionParams(lsp.TextDocumentIdentifier(editor.uri(A)), whole, context)
        answer = await editor.client.text_document_code_action_async(params)
        found = []
        for one in answer or ():
            assert isinstance(one, lsp.CodeAction)
            assert one.edit
            assert one.edit.changes
            (edit,) = one.edit.changes[editor.uri(A)]
            found.append(f"{one.title} {edit.range} {edit.new_text}")
        return found

    assert with_editor(root, act) == ["Change to `date` 4:0-4:4 date"]


def test_renaming_an_entry(root: Path) -> None:
    """Its file moves, who names it follows, and its former address leads on."""

    async def act(editor: Editor) -> lsp.WorkspaceEdit | None:
        editor.open(A, NOTICE)
        place = editor.at(A, 8, 8)
        prepared = await editor.client.text_document_prepare_rename_async(lsp.PrepareRenameParams(**place))
        assert isinstance(prepared, lsp.PrepareRenamePlaceholder)
        assert prepared.placeholder == "notices/b"
        return await editor.client.text_document_rename_async(lsp.RenameParams(new_name="notices/2026/b", **place))

    edit = with_editor(root, act)
    assert edit
    said = []
    for change in edit.document_changes or ():
        if isinstance(change, lsp.TextDocumentEdit):
            name = change.text_document.uri.rpartition("/")[2]
            said += [f"{name} {one.range} {one.new_text!r}" for one in change.edits if isinstance(one, lsp.TextEdit)]
        elif isinstance(change, lsp.RenameFile):
            said.append(f"{change.old_uri.rpartition('content')[2]} → {change.new_uri.rpartition('content')[2]}")
    assert said == [
        "a.md 8:7-8:11 '2026/b.md'",
        "b.md 7:0-7:0 'aliases: [notices/b/]\\n'",
        "/notices/b.md → /notices/2026/b.md",
    ]


def test_a_folder_without_a_portal(tmp_path: Path) -> None:
    """Nothing is said, and requests are answered with nothing."""

    async def act(editor: Editor) -> object:
        editor.open("a.md", NOTICE)
        return await editor.client.text_document_hover_async(lsp.HoverParams(**editor.at("a.md", 4, 1)))

    assert with_editor(tmp_path, act) is None
