"""How long an editor waits for findings in a large portal, and what the server takes: `editor.py PORTAL [CHANGES]`.

A real client types into an entry of 200 lines, each time with another fault, and waits until it is told of it.
"""

import asyncio
import statistics
import sys
from pathlib import Path
from time import monotonic

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from editor import Editor

LINES = 200


async def _measure(root: Path, changes: int) -> None:
    editor = Editor(root)
    begun = monotonic()
    await editor.start()
    path = next(
        file for file in sorted((root / "content").rglob("*.md")) if "\nkind: notice" in file.read_text("utf-8")
    )
    shown = path.relative_to(root).as_posix()
    text = path.read_text("utf-8").rstrip("\n") + "\n"
    text += "".join(f"\n第{number}段，学习的内容。\n" for number in range((LINES - text.count("\n")) // 2))
    editor.open(shown, text.replace("title: ", "titel: "))
    await editor.until(lambda: bool(editor.codes(shown)))
    print(f"first findings after {monotonic() - begun:.1f} s")
    await asyncio.sleep(30)
    waits = []
    for number in range(changes):
        faulty = text.replace("title: ", f"unit: nowhere-{number}\ntitle: ")
        if number % 2:
            faulty = text + f"\n文[甲](不存在-{number}.md)。\n"
        begun = monotonic()
        editor.type(shown, faulty)
        await editor.until(
            lambda number=number: any(f"-{number}" in one.message for one in editor.found.get(shown, ()))
        )
        waits.append((monotonic() - begun) * 1000)
        await asyncio.sleep(0.2 if number % 3 else 1.5)
    peak = _peak(editor.client._server.pid)  # the client keeps its server to itself
    print(
        f"{changes} changes: median {statistics.median(waits):.0f} ms, worst {max(waits):.0f} ms; server at most {peak:.0f} MB"
    )
    await editor.stop()


def _peak(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text("ascii")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))


if __name__ == "__main__":
    asyncio.run(_measure(Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 40))
