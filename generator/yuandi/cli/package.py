"""Where a portal's `requirements.txt` takes Yuandi from: a wheel kept in the portal, or an address."""

import json
from dataclasses import dataclass
from importlib.metadata import Distribution
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import InvalidWheelFilename, parse_wheel_filename

from yuandi import __version__
from yuandi.base.errors import YuandiError
from yuandi.base.text import Text

_WHEEL = f"yuandi-{__version__}-py3-none-any.whl"


@dataclass(frozen=True, slots=True)
class Source:
    """The line that pip reads, and the wheel to copy where the line names one that is at hand."""

    line: str
    wheel: Path | None = None

    @property
    def is_missing(self) -> bool:
        """The line names a wheel that is yet to be put there."""
        return self.wheel is None and self.line.startswith("./")


def named(package: str) -> Source:
    """The source that the user names: the file of a wheel, the address of one, of a git repository, or a version."""
    if package.endswith(".whl") and "://" not in package:
        return _kept(Path(package))
    line = f"yuandi @ {package}" if "://" in package and "@ " not in package else package
    try:
        if Requirement(line).name == "yuandi":
            return Source(line)
    except InvalidRequirement:
        pass
    raise YuandiError(
        Text(
            f"`{package}` 不能用来安装园地。请写轮子文件、git+https://… 这样的地址，或 yuandi=={__version__}。",
            f"`{package}` does not install Yuandi. Give a wheel, an address such as git+https://…, "
            f"or yuandi=={__version__}.",
        )
    )


def installed(distribution: Distribution) -> Source:
    """The source from which this Yuandi was installed, as pip has noted it; a folder is of no use elsewhere."""
    noted = json.loads(distribution.read_text("direct_url.json") or "null")
    if noted is None:
        return Source(f"yuandi=={__version__}")
    address = noted["url"]
    if repository := noted.get("vcs_info"):
        return Source(f"yuandi @ {repository['vcs']}+{address}@{repository['commit_id']}")
    if not address.startswith("file:"):
        return Source(f"yuandi @ {address}")
    wheel = Path(url2pathname(urlsplit(address).path))
    return _kept(wheel) if wheel.suffix == ".whl" and wheel.is_file() else Source(f"./wheels/{_WHEEL}")


def _kept(wheel: Path) -> Source:
    try:
        name = parse_wheel_filename(wheel.name)[0]
    except InvalidWheelFilename:
        name = None
    if name != "yuandi" or not wheel.is_file():
        raise YuandiError(
            Text(
                f"`{wheel}` 不是园地的轮子文件。在园地的代码里运行 make wheel，文件在 dist/ 下。",
                f"`{wheel}` is not a wheel of Yuandi. Run make wheel in Yuandi's repository; it is written to dist/.",
            )
        )
    return Source(f"./wheels/{wheel.name}", wheel)
