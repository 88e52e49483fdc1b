"""The deadline for the applications of a year, as written in a policy."""

import re
from datetime import date

_DAY = re.compile(r"(\+)?(?:(\d{4})-)?(\d{1,2})-(\d{1,2})\Z", re.ASCII)
_DAY_IN_CHINESE = re.compile(r"(\+|次年)?(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日\Z", re.ASCII)
_MIDDLE = 6


def last_day(due: str, year: int) -> date | None:
    """The last day for the applications of a year. Months of the first half, and a `+`, are in the year after."""
    found = _DAY.match(due.strip()) or _DAY_IN_CHINESE.match(due.strip())
    if not found:
        return None
    after, own, month, day = found.groups()
    in_year = int(own) if own else year + (1 if after or int(month) <= _MIDDLE else 0)
    try:
        return date(in_year, int(month), int(day))
    except ValueError:
        return None
