"""`python -m yuandi.docs [--check] docs`: write the reference pages, or print those that differ from the code."""

import sys
from pathlib import Path

from yuandi.docs.pages import pages

FOLDERS = ("reference", "rules", "presets")


def main(arguments: list[str]) -> int:
    """Write or compare. Returns 1 where `--check` finds a difference."""
    root = Path(next((word for word in arguments if not word.startswith("-")), "docs"))
    wanted = pages()
    present = {file.relative_to(root).as_posix() for folder in FOLDERS for file in (root / folder).rglob("*.md")}
    changed = [path for path, text in wanted.items() if _text(root / path) != text]
    extra = sorted(present - wanted.keys())
    if "--check" in arguments:
        for path in [*changed, *extra]:
            print(f"docs/{path} differs from the code. Run `make fix`.", file=sys.stderr)
        return int(bool(changed or extra))
    for path in changed:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(wanted[path], encoding="utf-8", newline="\n")
    for path in extra:
        (root / path).unlink()
    return 0


def _text(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.is_file() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
