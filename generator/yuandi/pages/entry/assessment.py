"""考核: scores with bars, totals and grades."""

from yuandi.content.entry import Entry
from yuandi.entry_types import Assessment
from yuandi.entry_types.assessment import Result
from yuandi.i18n import listed, message
from yuandi.pages.entry.showing import Showing, any_of, blocks, cell, facts
from yuandi.pages.parts import Bar, Bars, Grid
from yuandi.pages.shown import Shown
from yuandi.pages.words import Amount, number


def showing(shown: Shown, entry: Entry[Assessment]) -> Showing:
    """An assessment of one or several subjects."""
    record = entry.record
    total = message("%(count)s 分", count=Amount(record.total)) if record.total is not None else None
    return Showing(
        facts(
            (message("时期"), record.period.label),
            (message("对象"), shown.actor(record.subject) if record.subject else None),
            (message("总分"), total),
            (message("等次"), record.grade),
            (message("方式"), listed(record.methods)),
        ),
        after=blocks(_bars(record), _criteria(record), _totals(shown, record), _results(shown, record)),
    )


def _bars(record: Assessment) -> Bars | None:
    scored = [item for item in record.items if item.score is not None]
    if not scored:
        return None
    bars = []
    for item in scored:
        most = item.max or 100.0
        value = f"{number(item.score)} / {number(most)}"
        bars.append(Bar(item.name, value, round(min(100.0, 100 * (item.score or 0) / max(most, 0.01)), 1)))
    return Bars(message("各项得分"), tuple(bars))


def _totals(shown: Shown, record: Assessment) -> Bars | None:
    """The totals of several subjects in the order given, relative to the maximum of all items."""
    known = [(result, result.total) for result in record.results if result.total is not None]
    if len(known) < 2:
        return None
    most = max(sum(item.max or 0 for item in record.items) or 100.0, *(total for _, total in known), 0.01)
    bars = tuple(
        Bar(
            shown.actor(result.ref).text,
            _graded(total, result.grade),
            round(100 * total / most, 1),
        )
        for result, total in known
    )
    return Bars(message("总分"), bars)


def _graded(total: float, grade: str | None) -> str:
    """A total with its grade."""
    points = message("%(count)s 分", count=Amount(total))
    return message("%(points)s　%(grade)s", points=points, grade=grade) if grade else points


def _criteria(record: Assessment) -> Grid | None:
    """The items with their maximum, if scores are given by subject."""
    if any(item.score is not None for item in record.items) or not any_of(item.max for item in record.items):
        return None
    rows = tuple((cell(item.name), cell(number(item.max), is_number=True)) for item in record.items)
    return Grid(message("考核项目"), (message("项目"), message("满分")), rows)


def _results(shown: Shown, record: Assessment) -> Grid | None:
    """Each subject with its scores by item, its total and grade, in the order given."""
    if not record.results:
        return None
    scores = [_scores(record, result) for result in record.results]
    names = dict.fromkeys([item.name for item in record.items] if any(scores) else [])
    names |= dict.fromkeys(name for by_name in scores for name in by_name)
    rows = tuple(
        (
            cell(shown.actor(result.ref)),
            *(cell(number(by_name.get(name)), is_number=True) for name in names),
            cell(number(result.total), is_number=True),
            cell(result.grade),
        )
        for result, by_name in zip(record.results, scores, strict=True)
    )
    return Grid(message("考核结果"), (message("对象"), *names, message("总分"), message("等次")), rows)


def _scores(record: Assessment, result: Result) -> dict[str, float | None]:
    """A subject's scores by item: by the score's own name, else by the name of the item at its index, else by number."""
    names = [item.name for item in record.items]
    return {
        item.name or (names[index] if index < len(names) else message("第 %(number)s 项", number=index + 1)): item.score
        for index, item in enumerate(result.items)
    }
