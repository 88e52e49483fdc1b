"""Entries as files of MkDocs: not documentation pages, so its loops skip them, but links still find them."""

import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files

from yuandi.base.language import chosen_language
from yuandi.base.text import Text
from yuandi.entry_types import Page
from yuandi.pages import is_shown
from yuandi.portal.portal import Portal
from yuandi_mkdocs.assets import Speech, joined

log = get_plugin_logger("yuandi")


class OwnedFile(File):
    """A content file whose page Yuandi builds itself."""

    def is_documentation_page(self) -> bool:
        """Never: MkDocs neither renders it nor puts it into the navigation."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing is copied; the page is written by the build."""


def adapt(files: Files, portal: Portal, config: MkDocsConfig) -> Files:
    """The files with entries owned, and without data, hidden files and what this audience may not see."""
    hidden = _hidden_attachments(portal)
    kept: list[File] = []
    speech = Speech(portal.settings.language, portal.settings.script == "hant")
    for file in joined(files, config, speech):
        if not _is_ours(file, config):
            kept += [] if _is_unused(file, config) else [file]
        elif file.src_uri in portal.files and file.src_uri not in hidden:
            kept += _adapted(file, portal, config)
    return Files(kept)


def _adapted(file: File, portal: Portal, config: MkDocsConfig) -> list[File]:
    """A file of the content as MkDocs should see it; empty if it is not shown."""
    entry = portal.by_path.get(file.src_uri)
    if entry is None:
        if not file.is_documentation_page():
            return [file]
        if not file.src_uri.endswith(".md"):  # of others the check has said what is wrong with them
            log.warning(_unread(file.src_uri).say(chosen_language()))
        return []
    if not is_shown(portal, entry):
        return []
    return [file if isinstance(entry.record, Page) else _owned(file, config)]


def _unread(path: str) -> Text:
    return Text(
        f"没有读 {path}：只读以 .md 结尾的文件，请改名。",
        f"{path} is not read: only files that end in .md are; rename it.",
    )


def _is_ours(file: File, config: MkDocsConfig) -> bool:
    """Whether a file lies in the content folder; others come from the theme or from plugins."""
    return file.src_dir == config.docs_dir and file.generated_by is None


def _is_unused(file: File, config: MkDocsConfig) -> bool:
    """Whether a file is a script or style of the theme that ours is based on: our pages load their own."""
    return (
        file.src_uri.startswith(("assets/javascripts/", "assets/stylesheets/"))
        and file.src_dir in config.theme.dirs
        and file.src_dir != config.theme.custom_dir
        and not Path(file.src_dir, "yuandi").is_dir()
    )


def _owned(file: File, config: MkDocsConfig) -> OwnedFile:
    address = file.dest_uri
    return OwnedFile(file.src_uri, config.docs_dir, config.site_dir, config.use_directory_urls, dest_uri=address)


def _hidden_attachments(portal: Portal) -> set[str]:
    """Files that belong to hidden entries only."""
    return set(portal.hidden_files)


def outputs_of(files: Files, config: MkDocsConfig) -> frozenset[str]:
    """Everything that MkDocs itself puts into the site."""
    pages = {file.dest_uri for file in files if not isinstance(file, OwnedFile)}
    templates = {*config.theme.static_templates, *config.extra_templates}
    return frozenset(pages | templates | {f"{name}.gz" for name in templates if name == "sitemap.xml"})


def keep_the_site(config: MkDocsConfig) -> None:
    """Let MkDocs pass over its cleaning once: files are replaced one by one, and the rest is removed at the end."""
    utils: Any = sys.modules[f"{type(config).__module__.partition('.')[0]}.utils"]
    clean = utils.clean_directory

    def once(_: str) -> None:
        utils.clean_directory = clean

    utils.clean_directory = once
