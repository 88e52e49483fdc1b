"""`yuandi changes REV`: the changes that readers will see since a revision, for a merge request."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from yuandi.base.git import GitError, git
from yuandi.base.text import Lang
from yuandi.building.day import day_of
from yuandi.cli.options import as_of_option, lang_option, portal_option
from yuandi.content.settings import Settings, read_settings
from yuandi.editing.changes import as_markdown, as_text
from yuandi.editing.changes import changes as changes_between
from yuandi.load import repository_of
from yuandi.load.revision import renamed, revision_of, unpack
from yuandi.page_plan.planned_portal import read_portal


@click.command()
@click.argument("revision", metavar="REV")
@portal_option
@click.option(
    "--format", "form", type=click.Choice(("text", "markdown")), default="text", help="输出的格式。", show_default=True
)
@as_of_option
@lang_option
def changes(revision: str, portal: Path, form: str, as_of: str | None, lang: Lang) -> None:
    """列出自 git 的版本 REV（如 origin/main）以来读者将看到的变化：新增、修改、迁移、到期和不再显示的页面。"""
    settings = read_settings(portal)
    day = day_of(settings, as_of, os.environ)
    commit = revision_of(settings, revision)
    now = read_portal(settings, day)
    with TemporaryDirectory(prefix="yuandi-") as folder:
        then = unpack(settings, commit, Path(folder).resolve())
        repository = replace(repository_of(settings), revision=commit)
        before = replace(read_portal(then, min(day, _day_of(settings, commit, day))), repository=repository)
        found = changes_between(before, now, renamed(settings, commit), revision)
    shown = as_text(found, lang) if form == "text" else as_markdown(found, lang, settings.site_url)
    click.echo(shown, nl=False)


def _day_of(settings: Settings, commit: str, otherwise: date) -> date:
    """Return the day of a commit; `otherwise` if git does not tell."""
    try:
        return date.fromisoformat(git(settings.content, "show", "-s", "--format=%cs", commit).decode().strip())
    except (GitError, ValueError):
        return otherwise
