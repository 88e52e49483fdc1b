"""The content as it was committed once, in a folder of its own. Bytes are taken as git keeps them: no filter runs."""

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
    """The full name of the commit that is meant. Raises YuandiError where there is no git, or no such commit."""
    folder = settings.content
    try:
        shallow = is_shallow(folder)
    except GitError as error:
        raise YuandiError(
            Text(
                f"这里读不了 git 的历史：{error}。",
                f"Git's history cannot be read here: {error}.",
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
    """Write the content of a commit into an empty folder; the settings that read it there. Raises YuandiError.

    What the check does not read keeps its name and size, and no bytes. Settings are those of today.
    """
    try:
        relative = settings.content.relative_to(settings.root)
    except ValueError:
        relative = Path(settings.content.name)
    content = folder / relative
    content.mkdir(parents=True, exist_ok=True)
    try:
        files = list(_files(git(settings.content, "ls-tree", "-r", "-l", "-z", commit)))
        wanted = (one.blob for one in files if one.mode == _LINK or one.path.lower().endswith(_READ))
        texts = dict(blobs(settings.content, wanted))
    except GitError as error:
        raise YuandiError(Text(f"git 读不出 {commit}：{error}。", f"git cannot read {commit}: {error}.")) from None
    for one in sorted(files, key=lambda one: one.mode == _LINK):  # nothing is written through a link
        _write(content, one, texts.get(one.blob))
    return replace(settings, root=folder, content=content)


def renamed(settings: Settings, commit: str) -> dict[str, str]:
    """The files of content that have another name than in a commit, by the old one, as far as git has been told."""
    options = ("--cached", "-M", "--diff-filter=R", "--name-status", "-z", "--relative", "--no-ext-diff")
    try:
        words = git(settings.content, "diff-index", *options, commit, "--", ".").decode("utf-8", "surrogateescape")
    except GitError:
        return {}
    parts = words.split("\0")
    return dict(zip(parts[1::3], parts[2::3], strict=False))


def _files(said: bytes) -> Iterator[_File]:
    for line in said.decode("utf-8", "surrogateescape").split("\0"):
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
        return  # a name that this system cannot have is not there today either
