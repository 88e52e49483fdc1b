"""Git commands that execute nothing of the repository: no hook, filter, pager, signature check or transport.

Only what is committed is read (`log`, `ls-tree`, `cat-file`, `diff-index --cached`); the work tree is never compared,
because that would run the filters that a repository configures.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

_SAFE = (
    "--no-pager",
    "--no-optional-locks",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "log.showSignature=false"),
    *("-c", "protocol.allow=never"),
    *("-c", "core.sshCommand=false"),
    *("-c", "gc.auto=0"),
    *("-c", "maintenance.auto=false"),
)
_OURS = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_PASSED = ("GIT_CEILING_DIRECTORIES", "GIT_CONFIG", "GIT_EXEC_PATH", "GIT_DISCOVERY")
"""Git's variables that belong to the user. The others may name the repository whose hook called this program."""


class GitError(Exception):
    """Git is not installed, or a command failed; with the first line that git printed."""


def git(folder: Path, *arguments: str, feed: bytes | None = None) -> bytes:
    """The output of a git command run in `folder`; `feed` is its input. Raises GitError."""
    command = ["git", *_SAFE, "-C", str(folder), *arguments]
    try:
        ran = subprocess.run(command, input=feed or b"", capture_output=True, env=_environment(), check=False)
    except OSError as error:
        raise GitError(str(error)) from None
    if ran.returncode:
        raise GitError(ran.stderr.decode("utf-8", "replace").strip().partition("\n")[0])
    return ran.stdout


def _environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_") or key.startswith(_PASSED)}
    return kept | _OURS


def blobs(folder: Path, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The contents of blobs by name, each once, in one call. Missing blobs are left out. Raises GitError."""
    wanted = list(dict.fromkeys(names))
    lines = "".join(f"{name}\n" for name in wanted)
    output = git(folder, "cat-file", "--batch", feed=lines.encode()) if wanted else b""
    at = 0
    while at < len(output):
        end = output.index(b"\n", at)
        name, *rest = output[at:end].decode().split(" ")
        at = end + 1
        if rest[:1] == ["blob"]:
            yield name, output[at : at + int(rest[1])]
        if rest[0] != "missing":
            at += int(rest[1]) + 1


def reach_of(folder: Path) -> str:
    """The commit that is checked out and whether the clone is shallow, in one call: a history depends on both.

    Empty if git fails.
    """
    try:
        return git(folder, "rev-parse", "--is-shallow-repository", "--verify", "--quiet", "HEAD^{commit}").decode()
    except GitError:
        return ""


def is_shallow(folder: Path) -> bool:
    """Whether the clone leaves out older commits. Raises GitError."""
    return git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
