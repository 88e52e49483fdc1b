"""Views through Jinja templates. Everything printed is escaped unless it was made safe here."""

from datetime import date, datetime

from jinja2 import BaseLoader, Environment, StrictUndefined
from markupsafe import Markup

from yuandi.addresses import relative
from yuandi.body import count_words
from yuandi.render.bodies import Body
from yuandi.views import Frame, View
from yuandi.views.parts import WORDS
from yuandi.views.words import WEEKDAYS, day, day_or_time, number


class Pages:
    """Draws views with the templates that `loader` finds."""

    def __init__(self, loader: BaseLoader, frame: Frame) -> None:
        self._environment = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self._environment.filters |= {
            "day": day,
            "moment": day_or_time,
            "short_day": _short_day,
            "weekday": _weekday,
            "number": number,
            "iso": _iso,
        }
        self._environment.globals["frame"] = self.frame = frame

    def content(self, view: View, body: Body | None = None) -> Markup:
        """The main part of a page."""
        template = self._environment.get_template(f"yuandi/{view.template}")
        html = Markup(body.html) if body else Markup()  # noqa: S704  # sanitised when it was converted
        headings = body.headings if body else ()
        salutes = _salutes(body.text) if body else False
        page = template.render(view=view, html=html, headings=headings, to=_To(view.address), salutes=salutes)
        if body and WORDS in page:
            page = page.replace(WORDS, number(count_words(body.text)))
        return Markup(page)  # noqa: S704  # escaped by the template

    def part(self, name: str, address: str, active: str = "") -> Markup:
        """A part that all pages share, such as the masthead, for the page at `address`."""
        template = self._environment.get_template(f"yuandi/{name}")
        return Markup(template.render(active=active, to=_To(address)))  # noqa: S704  # escaped by the template


def _salutes(text: str) -> bool:
    """Whether a text begins with a line of those addressed."""
    first = text.lstrip().partition("\n")[0].rstrip()
    return first.endswith(("：", ":"))


class _To:
    """`to[address]` in a template: the address as seen from the page that is drawn."""

    def __init__(self, page: str) -> None:
        self._page = page

    def __getitem__(self, address: str) -> str:
        return relative(self._page, address)


def _short_day(value: date | None) -> str:
    return f"{value:%m-%d}" if value else ""


def _weekday(value: date) -> str:
    return f"星期{WEEKDAYS[value.weekday()]}"


def _iso(value: date | datetime | None) -> str:
    return value.isoformat() if value else ""
