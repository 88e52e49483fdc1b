"""Times the parts of a build of the sample portal, in one process, and prints a table.

Medians of several rounds; a machine shared with others makes single numbers unreliable, so compare rows.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from yuandi.build.day import day_of
from yuandi.check import check
from yuandi.portal import read_portal
from yuandi.settings import read_settings
from yuandi.views import Shown, all_views

ROUNDS = 7


def measured(act: Callable[[], Any]) -> float:
    """The median CPU time of `act` in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        act()
        times.append(time.process_time() - start)
    return 1000 * statistics.median(times)


def main() -> int:
    """Print one row for each step."""
    settings = read_settings(Path(__file__).parent.parent)
    portal = read_portal(settings, day_of(settings, None, {}))
    rows = {
        "load": lambda: read_portal(settings, portal.as_of),
        "check": lambda: check(read_portal(settings, portal.as_of)),
        "views": lambda: list(all_views(Shown(portal))),
    }
    print(f"{len(portal.entries)} entries, median of {ROUNDS} rounds, CPU")
    print(f"{'step':<8}{'ms':>10}{'ms/entry':>12}")
    for name, act in rows.items():
        spent = measured(act)
        print(f"{name:<8}{spent:>10.1f}{spent / max(1, len(portal.entries)):>12.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
