"""The content of a commit, written into a folder. Files have the bytes that git stores: no filter runs."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from yuandi.base.errors import YuandiError
from yuandi.base.git import GitError, blobs, git, is_shallow
from yuandi.base.text import Text, shorten
from yuandi.content.settings import Settings

_READ = (".md", ".yml", ".csv")
_LINK, _SUBMODULE = "120000", "160000"


def revision_of(settings: Settings, word: str) -> str:
    """The full name of the commit that `word` names. Raises YuandiError without git or without such a commit."""
    folder = settings.content
    try:
        shallow = is_shallow(folder)
    except GitError as error:
        raise YuandiError(
            Text(
                f"这里读不了 git 的历史：{error}。",
                f"The git history cannot be read here: {error}.",
            )
        ) from None
    try:
        if word.startswith("-"):
            raise GitError(word)
        return git(folder, "rev-parse", "--verify", "--quiet", f"{word}^{{commit}}").decode().strip()
    except GitError:
        more = Text(
            "克隆不完整，请先 `git fetch --unshallow`。", "The clone is shallow; run `git fetch --unshallow` first."
        )
        text = Text(f"没有 `{shorten(word)}` 这个版本。", f"There is no revision `{shorten(word)}`.")
        raise YuandiError(Text(text.zh + more.zh, f"{text.en} {more.en}") if shallow else text) from None


@dataclass(frozen=True, slots=True)
class _File:
    mode: str
    blob: str
    size: int
    path: str


def unpack(settings: Settings, commit: str, folder: Path) -> Settings:
    """Write the content of a commit into an empty folder and return the settings to read it there.

    Files that the check does not read keep their name and size, but not their bytes. The settings are those of today.
    Raises YuandiError if git cannot read the commit.
    """
    try:
        relative = settings.content.relative_to(settings.root)
    except ValueError:
        relative = Path(settings.content.name)
    content = folder / relative
    content.mkdir(parents=True, exist_ok=True)
    try:
        files = list(_files(git(settings.content, "ls-tree", "-r", "-l", "-z", commit)))
        wanted = (file.blob for file in files if file.mode == _LINK or file.path.lower().endswith(_READ))
        texts = dict(blobs(settings.content, wanted))
    except GitError as error:
        raise YuandiError(Text(f"git 读不出 {commit}：{error}。", f"git cannot read {commit}: {error}.")) from None
    for file in sorted(
        files, key=lambda file: file.mode == _LINK
    ):  # links last, so that no file is written through one
        _write(content, file, texts.get(file.blob))
    return replace(settings, root=folder, content=content)


def renamed(settings: Settings, commit: str) -> dict[str, str]:
    """The files of content that were renamed since a commit, by old path, as far as they are in git's index."""
    options = ("--cached", "-M", "--diff-filter=R", "--name-status", "-z", "--relative", "--no-ext-diff")
    try:
        words = git(settings.content, "diff-index", *options, commit, "--", ".").decode("utf-8", "surrogateescape")
    except GitError:
        return {}
    parts = words.split("\0")
    return dict(zip(parts[1::3], parts[2::3], strict=False))


def _files(listing: bytes) -> Iterator[_File]:
    for line in listing.decode("utf-8", "surrogateescape").split("\0"):
        head, _, path = line.partition("\t")
        if path and not any(part in {"", ".", ".."} for part in path.split("/")):
            mode, _, blob, size = head.split()
            if mode != _SUBMODULE:
                yield _File(mode, blob, int(size), path)


def _write(content: Path, file: _File, text: bytes | None) -> None:
    place = content / PurePosixPath(file.path)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if file.mode == _LINK:
            os.symlink((text or b"").decode("utf-8", "surrogateescape"), place)
            return
        with place.open("xb") as stream:
            stream.write(text or b"")
            stream.truncate(file.size)
    except OSError:
        return  # a name that this file system does not allow is not in today's content either
