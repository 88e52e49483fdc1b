"""`docs/architecture.md`: prose about the whole, the layers of the import contract, and every module by its docstring."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import yuandi
from yuandi.docs.fields import NOTE

_CORE = Path(yuandi.__file__).parent
_ROOT = _CORE.parents[1]
_RULES = _CORE / "check" / "rules"
"""Its modules have pages of their own, in `docs/rules`."""
_OTHERS = ("plugins/yuandi_mkdocs", "themes/yuandi_theme")


def architecture() -> dict[str, str]:
    """The page about how Yuandi is built."""
    prose = Path(__file__).with_suffix(".md").read_text(encoding="utf-8")
    return {"architecture.md": NOTE + prose.format(layers="\n".join(_layers()), rooms="\n".join(_rooms()))}


def _layers() -> Iterator[str]:
    """The lines of the contract, the uppermost first, without the name of the package."""
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    yield "plugins/yuandi_mkdocs"
    for contract in contracts:
        if contract["type"] == "layers":
            yield from (layer.replace("yuandi.", "") for layer in contract["layers"])


def _rooms() -> Iterator[str]:
    """Each room with what its package says of itself, and its modules."""
    folders = sorted(file.parent for file in _CORE.rglob("__init__.py") if file.parent != _CORE)
    for folder in [*folders, *(_ROOT / name for name in _OTHERS)]:
        name = folder.relative_to(_CORE if folder.is_relative_to(_CORE) else _ROOT).as_posix()
        yield f"**`{name}/`** {_said(folder / '__init__.py')}\n"
        modules = [file for file in sorted(folder.glob("*.py")) if not file.name.startswith("__") and folder != _RULES]
        yield from (f"- `{file.stem}`: {_said(file)}" for file in modules)
        yield from ("",) if modules else ()


def _said(file: Path) -> str:
    """The first sentence of a module's docstring."""
    docstring = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return " ".join(docstring.split()).partition(". ")[0].rstrip(".") + "."
