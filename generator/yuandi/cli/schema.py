"""`yuandi schema`: the JSON Schemas of types and data files, for editors and other programs."""

import json
from collections.abc import Collection
from pathlib import Path

import click

from yuandi.base.errors import YuandiError
from yuandi.base.text import Lang, Text, did_you_mean
from yuandi.cli.check import replace_file
from yuandi.cli.options import lang_option
from yuandi.editing.schema import data_schema, entry_schema, schemas
from yuandi.entry_types import DATA_FILES, TYPES, type_named


@click.command()
@click.argument("name", metavar="[NAME]", required=False)
@click.option(
    "-o", "--output", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help="全部写进这个文件夹。"
)
@lang_option
def schema(name: str | None, output: Path | None, lang: Lang) -> None:
    """打印 NAME 的 JSON Schema：类型（如 notice 或 通知）或数据文件（如 units）；不写 NAME 则列出名称。"""
    if output is not None:
        count = write_schemas(output)
        click.echo(Text(f"已写入 {output}：{count} 个文件。", f"Wrote {count} files into {output}.").say(lang))
    elif name is None:
        names = [(known.name, known.label) for known in TYPES] + [(data.name, data.chinese) for data in DATA_FILES]
        click.echo("\n".join(f"{word}  {chinese}" for word, chinese in names))
    else:
        click.echo(_as_text(_named(name)), nl=False)


def write_schemas(folder: Path, names: Collection[str] = ()) -> int:
    """Write the schemas with these names, or all, into a folder. Returns their number."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {name: form for name, form in schemas().items() if not names or name in names}
    for name, form in made.items():
        replace_file(folder / f"{name}.json", _as_text(form))
    return len(made)


def _named(word: str) -> dict[str, object]:
    stem = word.removesuffix(".yml").removeprefix("_data/")
    data = next((known for known in DATA_FILES if known.name == stem), None)
    if data:
        return data_schema(data)
    if known := type_named(word):
        return entry_schema(known)
    words = [name for kind in TYPES for name in (kind.name, *kind.chinese)] + [data.name for data in DATA_FILES]
    hint = did_you_mean(word, words, Text("", ""))
    raise YuandiError(
        Text(
            f"没有 `{word}` 这种类型或数据文件。{hint.zh}", f"There is no type or data file `{word}`. {hint.en}".strip()
        )
    )


def _as_text(form: dict[str, object]) -> str:
    return json.dumps(form, ensure_ascii=False, indent=1) + "\n"
