"""What a build did, and the time of each part: a line always, a table on request."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter, process_time

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from yuandi.base.text import Text
from yuandi.pages.next_verdict import Moment

LONG = 2000

PHASES = {
    "read": Text("读取", "read"),
    "check": Text("检查", "check"),
    "views": Text("安排", "views"),
    "pages": Text("生成", "pages"),
    "search": Text("索引", "search"),
    "tidy": Text("清理", "tidy"),
    "remember": Text("记录", "remember"),
}


@dataclass(slots=True)
class Clock:
    """Wall and CPU seconds of each phase, in the order in which they ran."""

    spent: dict[str, tuple[float, float]] = field(default_factory=dict)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Time a block as a phase, without the phases inside it."""
        self.spent.setdefault(name, (0.0, 0.0))
        before = set(self.spent)
        wall, cpu = perf_counter(), process_time()
        try:
            yield
        finally:
            inside = [spent for inner, spent in self.spent.items() if inner not in before]
            wall, cpu = wall + sum(seconds[0] for seconds in inside), cpu + sum(seconds[1] for seconds in inside)
            self.spent[name] = (perf_counter() - wall, process_time() - cpu)

    @property
    def total(self) -> float:
        """Wall seconds of all phases."""
        return sum(wall for wall, _ in self.spent.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildCounts:
    """The number of entries read, pages drawn, files new and removed, bodies by each parser."""

    entries: int
    pages: int
    new: int
    removed: int
    native: int
    reference: int


def upcoming(moment: Moment) -> Text:
    """The next day on which a build of the same content gives different pages, and the reason."""
    return Text(
        f"内容不改，网页下一次变化在 {moment.day.isoformat()}：{moment.why.zh}",
        f"without any edit, pages change next on {moment.day.isoformat()}: {moment.why.en}",
    )


def summary(counts: BuildCounts, clock: Clock) -> Text:
    """One line: what was read, drawn, written and removed."""
    return Text(
        f"{counts.entries} 个条目，{counts.pages} 页；写入 {counts.new} 个文件，删去 {counts.removed} 个；"
        f"正文由快速解析 {counts.native} 篇、标准解析 {counts.reference} 篇；用时 {clock.total:.2f} 秒",
        f"{counts.entries} entries, {counts.pages} pages; {counts.new} files written, {counts.removed} removed; "
        f"bodies: {counts.native} native, {counts.reference} reference; {clock.total:.2f} s",
    )


def profile(clock: Clock) -> Text:
    """A line for each phase; the CPU of worker processes is not among it."""
    rows = [(PHASES[name], *spent) for name, spent in clock.spent.items()]
    return Text(
        "\n".join(f"  {name.zh}  {wall:7.2f} 秒  CPU {cpu:7.2f} 秒" for name, wall, cpu in rows),
        "\n".join(f"  {name.en:<10} {wall:7.2f} s  CPU {cpu:7.2f} s" for name, wall, cpu in rows),
    )


@contextmanager
def progress(total: int) -> Iterator["ProgressCounter"]:
    """A bar on a terminal while many pages are drawn; nothing elsewhere."""
    console = Console(stderr=True)
    if total < LONG or not console.is_terminal:
        yield ProgressCounter(None, 0)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        yield ProgressCounter(bar, int(bar.add_task("生成页面", total=total)))


@dataclass(frozen=True, slots=True)
class ProgressCounter:
    """Moves the bar, if there is one."""

    bar: Progress | None
    task: int

    def __call__(self, done: int) -> None:
        """Show the number of pages drawn."""
        if self.bar:
            self.bar.update(self.task, completed=done)  # type: ignore[arg-type]  # rich numbers its tasks
