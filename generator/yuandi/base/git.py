"""Git, asked so that nothing of the repository is executed: no hook, filter, pager, signature check or transport.

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
"""Of git's own variables these are the user's; the others speak of the repository whose hook may have called us."""


class GitError(Exception):
    """Git is not there, or would not answer; with what it said."""


def git(folder: Path, *arguments: str, feed: bytes | None = None) -> bytes:
    """What a git command prints when it is run in a folder. Raises GitError."""
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
    """The contents of blobs by name, each once, in one call; one that is not there is left out. Raises GitError."""
    wanted = list(dict.fromkeys(names))
    said = git(folder, "cat-file", "--batch", feed="".join(f"{name}\n" for name in wanted).encode()) if wanted else b""
    at = 0
    while at < len(said):
        end = said.index(b"\n", at)
        name, *rest = said[at:end].decode().split(" ")
        at = end + 1
        if rest[:1] == ["blob"]:
            yield name, said[at : at + int(rest[1])]
        if rest[0] != "missing":
            at += int(rest[1]) + 1


def reach_of(folder: Path) -> str:
    """The commit that is checked out and whether older ones are left out, in one call: what a history depends on."""
    try:
        return git(folder, "rev-parse", "--is-shallow-repository", "--verify", "--quiet", "HEAD^{commit}").decode()
    except GitError:
        return ""


def is_shallow(folder: Path) -> bool:
    """Whether a clone leaves out older commits. Raises GitError."""
    return git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
