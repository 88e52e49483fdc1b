"""The scripts of Decap CMS, from an npm registry or downloaded files; versions and SHA-512 hashes are pinned."""

import base64
import hashlib
import io
import os
import re
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPException
from importlib.resources import files
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from yuandi.base.errors import YuandiError
from yuandi.base.text import Text

NPM = "https://registry.npmjs.org"
_LARGEST = 64 << 20
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Package:
    """An npm package: its SHA-512 in Base64 as in npm's `integrity`, and the new names of its members that are used."""

    name: str
    version: str
    sha512: str
    members: Mapping[str, str]

    @property
    def file(self) -> str:
        """The name of its archive."""
        return f"{self.name}-{self.version}.tgz"


SCRIPTS = (
    Package(
        "decap-cms",
        "3.16.3",
        "hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw==",
        {
            "package/dist/decap-cms.js": "decap-cms.js",
            "package/dist/decap-cms.js.LICENSE.txt": "decap-cms.js.LICENSE.txt",
        },
    ),
    Package(
        "js-yaml",
        "4.3.2",
        "SFNOvSJ+Dgf/9An904Yx+CgSlIPCkIpao4qo51lpee25TIRejdH3rhR4EZMGoNx3/TP3O+wzWuiTFl4sqbltzA==",
        {"package/dist/js-yaml.min.js": "js-yaml.min.js", "package/LICENSE": "js-yaml.LICENSE.txt"},
    ),
)
NAMES = tuple(name for package in SCRIPTS for name in package.members.values() if name.endswith(".js"))
"""The scripts that the page loads."""

_MAP = re.compile(rb"\n?//# sourceMappingURL=[^\n]*\n?\Z")


def scripts(registry: str, folder: Path | None) -> Iterator[tuple[str, bytes]]:
    """Yield every file with its name, from packages in a folder, otherwise from a registry.

    Raises YuandiError if a package is missing or does not match its hash.
    """
    for package in SCRIPTS:
        data = _laid(folder / package.file) if folder else _fetched(f"{registry}/{package.name}/-/{package.file}")
        if base64.b64encode(hashlib.sha512(data).digest()).decode() != package.sha512:
            raise YuandiError(
                Text(
                    f"{package.file} 与应有的不符（SHA-512），没有采用。请换一个来源。",
                    f"{package.file} does not match its checksum (SHA-512) and was not used. Use another source.",
                )
            )
        yield from _taken(package, data)
    own = "LICENSE.decap-cms.txt"
    yield "decap-cms.LICENSE.txt", (files("yuandi.editing") / "cms" / own).read_bytes()


def _taken(package: Package, data: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as archive:
        for member, name in package.members.items():
            stream = archive.extractfile(member)
            yield name, _MAP.sub(b"\n", stream.read() if stream else b"")


def _laid(file: Path) -> bytes:
    if not file.is_file():
        raise YuandiError(
            Text(
                f"没有 {file}。请在能上网的机器上用 `npm pack` 取来，放进这个文件夹。",
                f"There is no {file}. Download it with `npm pack` on a machine with a network and put it into this folder.",
            )
        )
    return file.read_bytes()


def _fetched(url: str) -> bytes:
    if not re.match(r"https?://", url):
        raise YuandiError(Text(f"`{url}` 不是 npm 源的地址。", f"`{url}` is not the address of an npm registry."))
    try:
        with urlopen(url, timeout=_SECONDS) as answer:  # noqa: S310  # the line above lets no other scheme pass
            data: bytes = answer.read(_LARGEST + 1)
    except (URLError, HTTPException, OSError, ValueError) as error:
        raise YuandiError(
            Text(
                f"取不到 {url}（{error}）。不能上网时，用 `--from 文件夹` 指明事先下载的文件在哪里。",
                f"{url} could not be fetched ({error}). Without a network, use `--from DIR` for files that were downloaded before.",
            )
        ) from None
    return data


def registry_of(environment: Mapping[str, str]) -> str:
    """Return the registry that npm would use: from the environment, from ~/.npmrc, or the public one."""
    registry = environment.get("npm_config_registry") or environment.get("NPM_CONFIG_REGISTRY") or _npmrc()
    return (registry or NPM).rstrip("/")


def _npmrc() -> str | None:
    file = Path(os.environ.get("NPM_CONFIG_USERCONFIG") or Path.home() / ".npmrc")
    try:
        found = re.search(r"^registry\s*=\s*(\S+)", file.read_text("utf-8"), re.MULTILINE)
    except (OSError, UnicodeDecodeError):
        return None
    return found[1] if found else None
