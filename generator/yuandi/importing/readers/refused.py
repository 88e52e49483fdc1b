"""The refusal of a file that cannot be imported, and the limits of files and their parts."""

from yuandi.base.errors import YuandiError
from yuandi.base.text import Text

LARGEST_FILE = 64 << 20
LARGEST_PART = 24 << 20
LARGEST_PICTURE = 20 << 20
LARGEST_PACKAGE = 200 << 20
"""Sizes in bytes; the package is the sum of its unpacked parts."""
MOST_PARTS = 5_000
MOST_ROWS = 20_000
MOST_CELLS = 1_000_000
DEEPEST = 200


class Refused(YuandiError):  # noqa: N818  # it is the outcome for a file
    """A file cannot be imported."""


def refused(zh: str, en: str) -> Refused:
    """A refusal in both languages."""
    return Refused(Text(zh, en))


def megabytes(size: int) -> str:
    """A size in bytes as whole megabytes."""
    return f"{size / (1 << 20):.0f} MB"


def needed(package: str) -> Refused:
    """The refusal if a package of the extra `import` is missing."""
    return refused(
        f"导入这种文件需要 {package}，还没有安装。请运行：pip install 'yuandi[import]'",
        f"Importing such a file needs {package}, which is not installed. Run: pip install 'yuandi[import]'",
    )
