"""Why a file is not imported, in one sentence, and how large a file and its parts may be."""

from yuandi.base.errors import YuandiError
from yuandi.base.text import Text

LARGEST_FILE = 64 << 20
LARGEST_PART = 24 << 20
LARGEST_PICTURE = 20 << 20
LARGEST_PACKAGE = 200 << 20
MOST_PARTS = 5_000
MOST_ROWS = 20_000
MOST_CELLS = 1_000_000
DEEPEST = 200


class Refused(YuandiError):  # noqa: N818  # it is what became of a file
    """A file that cannot be imported."""


def refused(zh: str, en: str) -> Refused:
    """A refusal in both languages."""
    return Refused(Text(zh, en))


def megabytes(size: int) -> str:
    """A size for people."""
    return f"{size / (1 << 20):.0f} MB"


def needed(package: str) -> Refused:
    """What to do where a package of the extra is missing."""
    return refused(
        f"导入这种文件需要 {package}，还没有安装。请运行：pip install 'yuandi[import]'",
        f"Importing such a file needs {package}, which is not installed. Run: pip install 'yuandi[import]'",
    )
