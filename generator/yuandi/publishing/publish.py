"""Publish a built site to a folder or another machine, complete before readers see any of it, or restore the previous one.

Under the target each release has its own folder in `releases/`, and the link `current` leads to the one that is shown.
The link changes in one step. Unchanged files are hard links to those of the previous release.
"""

import os
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from filecmp import cmp
from pathlib import Path
from typing import Protocol

from yuandi.base.errors import YuandiError
from yuandi.base.text import Text

KEPT = 5
"""At most this number of releases is kept."""

_CURRENT, _RELEASES, _WITHDRAWN = "current", "releases", ".withdrawn"
_IGNORED = ".gitignore"
"""Keeps the folder of a built site out of git; it is not published."""

_REMOTE = re.compile(r"(?P<host>(?:[\w.-]+@)?[\w.-]{2,}|(?:[\w.-]+@)?\[[0-9a-fA-F:]+\]):(?P<path>.+)")


class Target(Protocol):
    """A place to publish to."""

    def publish(self, site: Path, release: str) -> None:
        """Put a site there as a new release, then show it. Raises YuandiError."""

    def roll_back(self) -> str:
        """Show the previous release, withdraw the current one, and return the name of the one shown. Raises YuandiError."""


def target_of(word: str) -> Target:
    """Return the target for `user@host:path` or a folder. Raises YuandiError for a malformed host."""
    found = _REMOTE.fullmatch(word)
    if found and not Path(word).exists():
        if found["host"].startswith("-"):
            raise YuandiError(Text(f"`{word}` 不是目标。", f"`{word}` is not a target."))
        return Remote(found["host"], found["path"])
    return Folder(Path(word))


def release_name(now: datetime | None = None) -> str:
    """Return a name that sorts after all earlier ones: the time in UTC, to the microsecond."""
    return (now or datetime.now(UTC)).strftime("%Y%m%dT%H%M%S.%fZ")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of this machine, or one that is mounted here."""

    path: Path

    def publish(self, site: Path, release: str) -> None:
        """Copy, rename, and switch the link; readers see nothing of a failed release."""
        releases = self.path / _RELEASES
        new = releases / f".new-{release}"
        try:
            _expect_ours(self.path)
            releases.mkdir(parents=True, exist_ok=True)
            _copy(site, new, self._shown())
            new.rename(releases / release)
            self._show(release)
            self._prune(release)
        except OSError as error:
            shutil.rmtree(new, ignore_errors=True)
            raise _refused(str(self.path), error.strerror or str(error)) from None

    def roll_back(self) -> str:
        """Switch the link back."""
        shown = self._shown()
        former = [name for name in self._releases() if shown and name < shown.name]
        if shown is None or not former:
            raise _nothing_before(str(self.path))
        try:
            self._show(former[-1])
            shown.rename(shown.with_name(shown.name + _WITHDRAWN))
        except OSError as error:
            raise _refused(str(self.path), error.strerror or str(error)) from None
        return former[-1]

    def _shown(self) -> Path | None:
        link = self.path / _CURRENT
        return self.path / _RELEASES / os.path.basename(os.readlink(link)) if link.is_symlink() else None

    def _releases(self) -> list[str]:
        folders = (self.path / _RELEASES).glob("[0-9]*")
        return sorted(folder.name for folder in folders if not folder.name.endswith(_WITHDRAWN))

    def _show(self, release: str) -> None:
        new = self.path / f".{_CURRENT}.new"
        new.unlink(missing_ok=True)
        new.symlink_to(f"{_RELEASES}/{release}", target_is_directory=True)
        new.replace(self.path / _CURRENT)

    def _prune(self, release: str) -> None:
        kept = self._releases()[-KEPT:]
        for folder in (self.path / _RELEASES).glob("[0-9]*"):
            if folder.name not in kept and folder.name != release:
                shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Remote:
    """A folder of another machine, by rsync and ssh. There a POSIX shell and `mv -T` are needed."""

    host: str
    path: str

    def publish(self, site: Path, release: str) -> None:
        """Send what changed, rename, and switch the link."""
        there = f"{self.path.rstrip('/')}/{_RELEASES}/.new-{release}/"
        self._shell(_PREPARE)
        send = [*_SEND, f"--link-dest=../../{_CURRENT}/"]
        _run([*send, "--", f"{site}/", f"{self.host}:{there}"], self.host)
        self._shell(_SHOW.format(release=shlex.quote(release)))

    def roll_back(self) -> str:
        """Switch the link back."""
        former = self._shell(_ROLL_BACK).strip()
        if not former:
            raise _nothing_before(f"{self.host}:{self.path}")
        return former

    def _shell(self, script: str) -> str:
        path = shlex.quote(self.path if not self.path.startswith("-") else f"./{self.path}")
        return _run(["ssh", "--", self.host, f"set -e; {_ENTER.format(path=path)}{script}"], self.host)


_SEND = (
    "rsync",
    "--recursive",
    "--perms",
    "--chmod=D755,F644",
    "--checksum",
    "--secluded-args",
    f"--exclude=/{_IGNORED}",
)
"""Files are compared by content, since each build has new times. A linked file keeps its time, by which browsers ask
whether a page has changed."""

_ENTER = "mkdir -p {path}; cd {path}; "
_PREPARE = 'if [ -e current ] && [ ! -L current ]; then echo "current is not a link" >&2; exit 1; fi; mkdir -p releases'
_SHOW = (
    "mv releases/.new-{release} releases/{release}; ln -sfn releases/{release} .current.new; "
    "mv -T .current.new current; "
    f"ls -1d releases/[0-9]* | grep -v '\\{_WITHDRAWN}$' | sort -r | tail -n +{KEPT + 1} "
    '| while read -r one; do rm -rf "$one"; done; rm -rf releases/[0-9]*'
    f"{_WITHDRAWN}"
)
_ROLL_BACK = (
    'shown=$(basename "$(readlink current)"); '
    f"former=$(ls -1 releases | grep '^[0-9]' | grep -v '\\{_WITHDRAWN}$' | sort "
    '| while read -r one; do [ "$one" = "$shown" ] && break; echo "$one"; done | tail -n 1); '
    '[ -n "$former" ] || exit 0; ln -sfn "releases/$former" .current.new; mv -T .current.new current; '
    f'mv "releases/$shown" "releases/$shown{_WITHDRAWN}"; echo "$former"'
)


def _run(command: list[str], host: str) -> str:
    try:
        ran = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except OSError:
        tool = command[0]
        raise YuandiError(Text(f"没有 {tool}，请先安装。", f"{tool} is not installed. Install it first.")) from None
    if ran.returncode:
        lines = ran.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _refused(host, lines[0] if lines else f"{command[0]}: {ran.returncode}")
    return ran.stdout.decode("utf-8", "replace")


def _expect_ours(target: Path) -> None:
    """Raise YuandiError if the target is a folder that is not ours, such as an existing web root."""
    link = target / _CURRENT
    if link.exists() and not link.is_symlink():
        raise _refused(str(target), Text("current 不是链接", "current is not a link").en)


def _copy(site: Path, new: Path, former: Path | None) -> None:
    """Copy a site; unchanged files are linked to those of the former release."""
    for folder, folders, names in os.walk(site):
        folders.sort()
        place = new / Path(folder).relative_to(site)
        place.mkdir(parents=True, mode=0o755)
        place.chmod(0o755)
        for name in sorted({*names} - {_IGNORED}):
            source = Path(folder) / name
            before = former / source.relative_to(site) if former else None
            if before and before.is_file() and cmp(source, before, shallow=False):
                _link(before, place / name)
            else:
                shutil.copyfile(source, place / name)
                (place / name).chmod(0o644)


def _link(before: Path, place: Path) -> None:
    try:
        os.link(before, place)
    except OSError:
        shutil.copyfile(before, place)
        place.chmod(0o644)


def _refused(target: str, why: str) -> YuandiError:
    return YuandiError(
        Text(
            f"没有发布到 {target}：{why}。网站仍是原来的。", f"Not published to {target}: {why}. The site is unchanged."
        )
    )


def _nothing_before(target: str) -> YuandiError:
    return YuandiError(Text(f"{target} 里没有更早的网站。", f"There is no earlier site in {target}."))
