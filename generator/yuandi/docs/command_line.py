"""The help of every command, as `--help` prints it."""

import click

from yuandi.cli.main import COMMANDS, group
from yuandi.docs.fields import NOTE


def command_line() -> dict[str, str]:
    """Return one page with the help of the group and of all commands."""
    parts = [_help(group, "yuandi", None)]
    parent = click.Context(group, info_name="yuandi")
    parts += [_help(command, name, parent) for name in COMMANDS if (command := group.get_command(parent, name))]
    return {"reference/command-line.md": f"{NOTE}# 命令行\n\n" + "\n".join(parts)}


def _help(command: click.Command, name: str, parent: click.Context | None) -> str:
    context = click.Context(command, info_name=name, parent=parent, max_content_width=100, terminal_width=100)
    return f"## `{context.command_path}`\n\n```text\n{command.get_help(context)}\n```\n"
