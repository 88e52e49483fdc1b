"""`yuandi search`: search a built site, with the files of its own search."""

from collections.abc import Callable
from dataclasses import asdict
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yuandi.base.errors import YuandiError
from yuandi.base.text import Lang, Text
from yuandi.cli.options import lang_option, portal_option
from yuandi.content.settings import Settings, read_settings

if TYPE_CHECKING:
    from yuandi.search.query.answer import Index

_SHOWN = 10


@click.command()
@click.argument("query", nargs=-1)
@portal_option
@click.option("-d", "--site-dir", type=click.Path(path_type=Path), help="已生成的网站，缺省为 mkdocs.yml 所定。")
@click.option("--type", "type_", default="", help="只找一种类型，编号或名称。")
@click.option("--year", default="", help="只找一年。")
@click.option("--unit", default="", help="只找一个单位，编号或简称。")
@click.option("--column", default="", help="只找一个栏目，编号或名称。")
@click.option("--by-date", is_flag=True, help="新的在前，不论相关程度。")
@click.option("--limit", default=_SHOWN, show_default=True, help="最多列出几件。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
@click.option("--verify", type=click.IntRange(1), help="抽查若干片段，与逐篇查找对照。")
@lang_option
def search(
    query: tuple[str, ...], portal: Path, site_dir: Path | None, type_: str, year: str, unit: str, column: str,
    by_date: bool, limit: int, as_json: bool, verify: int | None, lang: Lang,
) -> int:  # fmt: skip
    """在已生成的网站里查找 QUERY；写法与网页上相同：“引号”连着找，-词语 不要，title:词语 只找标题。"""
    from yuandi.search.query.answer import Index
    from yuandi.search.query.files import DamagedIndexError

    settings = read_settings(portal)
    index = Index(_reader(settings, site_dir))
    try:
        if verify:
            return _verified(index, verify, lang)
        words = " ".join(query)
        answer = index.search(words, limit=limit, by_date=by_date, type=type_, year=year, unit=unit, column=column)
    except DamagedIndexError as error:
        raise YuandiError(
            Text(
                f"索引文件 {error} 已损坏，请重新生成网站。",
                f"The index file {error} is damaged. Build the site again.",
            )
        ) from None
    if as_json:
        click.echo(dumps(asdict(answer), ensure_ascii=False))
    else:
        click.echo(Text(f"共 {answer.total} 件", f"{answer.total} found").say(lang))
        for hit in answer.hits:
            click.echo(f"{hit.date or ' ' * 10}  {hit.title}  {hit.url}")
    return 0 if answer.total else 1


def _reader(settings: Settings, site_dir: Path | None) -> Callable[[str], bytes]:
    site = (site_dir or settings.site).resolve()

    def read(path: str) -> bytes:
        try:
            return (site / path).read_bytes()
        except OSError:
            raise YuandiError(
                Text(
                    f"{site} 里没有 {path}：请先用 `yuandi build` 生成网站。",
                    f"There is no {path} in {site}. Run `yuandi build` first.",
                )
            ) from None

    return read


def _verified(index: "Index", count: int, lang: Lang) -> int:
    from yuandi.search.query.verify import SEED, misses

    documents = [index.document(number) for number in range(index.first.documents)]
    found = misses(index, documents, count)
    for miss in found:
        lost, wrong = "、".join(miss.lost), "、".join(miss.wrong)
        click.echo(
            Text(
                f"“{miss.text}”：漏 {lost or '无'}；多 {wrong or '无'}",
                f"{miss.text!r}: lost {lost or '-'}; wrong {wrong or '-'}",
            ).say(lang)
        )
    click.echo(
        Text(
            f"抽查 {count} 个片段（种子 {SEED}），{len(found)} 个与逐篇查找不符。",
            f"Looked up {count} passages (seed {SEED}); {len(found)} differ from a full scan.",
        ).say(lang)
    )
    return 1 if found else 0
