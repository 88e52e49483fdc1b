"""What pages and templates say in Chinese is said by messages: no word is left that no catalogue could have."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

import yuandi
from yuandi.i18n.templates import EXTENSION

PACKAGE = Path(yuandi.__file__).parent
THEME = Path(__file__).parents[2] / "themes/yuandi_theme"
CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
MESSAGES = {"message", "in_context", "Text"}
"""What takes words: messages, and the sentences of reports in two languages."""
LOGIC = {"：", "[、，,；;]", "各", "抄送", "承担单位", "召集人", "组长", "副组长", "主讲", "实到", "第%s", "－", "？"}
"""What is looked for in content or compared with, and signs."""


@pytest.mark.parametrize("folder", ["pages", "outputs", "render", "i18n"])
def test_words_of_code_are_messages(folder: str) -> None:
    """Strings in the code that makes pages."""
    files = sorted((PACKAGE / folder).rglob("*.py"))
    assert files
    left = {file.name: found for file in files if (found := sorted(set(_strings(file)) - LOGIC))}
    assert left == {}


@pytest.mark.parametrize("file", sorted(THEME.rglob("*.html")), ids=lambda file: file.relative_to(THEME).as_posix())
def test_words_of_templates_are_messages(file: Path) -> None:
    """Text, and strings in expressions."""
    tree = Environment(autoescape=True, extensions=[EXTENSION]).parse(file.read_text("utf-8"))
    said = {id(one) for call in tree.find_all(nodes.Call) if _is_message(call) for one in call.args}
    words = [one.data for one in tree.find_all(nodes.TemplateData)]
    words += [one.value for one in tree.find_all(nodes.Const) if id(one) not in said and isinstance(one.value, str)]
    assert [word for word in words if CHINESE.search(word) and word not in LOGIC] == []


def _is_message(call: nodes.Call) -> bool:
    return isinstance(call.node, nodes.Name) and call.node.name in {"_", "gettext", "pgettext"}


def _strings(file: Path) -> Iterator[str]:
    """Chinese strings that are neither in a message nor documentation."""
    pending: list[ast.AST] = [ast.parse(file.read_text("utf-8"))]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) in MESSAGES:
            pending += (keyword.value for keyword in node.keywords)
            continue
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CHINESE.search(node.value):
            yield node.value
        pending += ast.iter_child_nodes(node)
