"""The form of numbers, titles and additions in the interface."""

from yuandi.i18n import clauses, message

_SIZES = ((1 << 20, "MB"), (1 << 10, "KB"))


def number(value: float | None) -> str:
    """A number without needless decimals: `2`, `1.5`, `12,000`."""
    if value is None:
        return ""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


class Amount(float):
    """A number that messages print in the form of `number`."""

    def __str__(self) -> str:
        return number(self)


def length(hours: float | None, days: float | None) -> str:
    """The length of a session: `2 学时`, `1 天`."""
    said = [message("%(count)s 学时", count=Amount(hours))] if hours is not None else []
    return clauses(said + ([message("%(count)s 天", count=Amount(days))] if days is not None else []))


def size(count: int) -> str:
    """A file's size: `12 KB`."""
    for unit, name in _SIZES:
        if count >= unit:
            return f"{count / unit:.1f} {name}" if count < 10 * unit else f"{count // unit} {name}"
    return f"{count} B"


def bracketed(words: str, addition: str) -> str:
    """Words with an addition: `职工（7%）`."""
    return message("%(words)s（%(addition)s）", words=words, addition=addition)


def book_title(title: str) -> str:
    """The title of a book: `《论语》`."""
    return message("《%(title)s》", title=title)


def money(amount: float, share: float | None = None) -> str:
    """An amount of money in yuan: `500 元（33%）`."""
    told = message("%(amount)s 元", amount=number(amount))
    return told if share is None else bracketed(told, f"{share:.0%}")
