"""`yuandi lsp`: the language server, for an editor to start."""

import click

from yuandi.base.errors import YuandiError
from yuandi.base.text import Lang, Text
from yuandi.cli.check import RULES_URL
from yuandi.cli.options import lang_option


@click.command()
@lang_option
@click.option("--rules-url", metavar="URL", default="", envvar=RULES_URL, help="规则说明发布在哪里，问题从此链接过去。")
def lsp(lang: Lang, rules_url: str) -> None:
    """启动语言服务器（由编辑器启动，经标准输入输出通信）。"""
    try:
        from yuandi.lsp.features import server
    except ModuleNotFoundError as error:
        if error.name not in {"pygls", "lsprotocol"}:
            raise
        raise YuandiError(
            Text(
                '没有安装语言服务器所需的库，请运行 pip install "yuandi[lsp]"。',
                'The libraries of the language server are not installed. Run pip install "yuandi[lsp]".',
            )
        ) from None
    server(lang, rules_url).start_io()
