"""Rendering of views with Jinja templates. Everything printed is escaped unless it was made safe here.

Templates are rendered independently of the page's address: a mark stands for the path to the root of the site, and is
replaced at the end. So macros are compiled once, and parts that many pages show are rendered once.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

from jinja2 import BaseLoader, Environment, StrictUndefined
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from yuandi.i18n import Message
from yuandi.i18n.dates import day, day_or_time, month, short_month, weekday
from yuandi.i18n.templates import install
from yuandi.markdown.word_count import count_words
from yuandi.pages import Frame, View
from yuandi.pages.parts import WORDS
from yuandi.pages.words import number
from yuandi.render.bodies import Body

_UP = "\ue000up\ue001"
_HOME = "\ue000home\ue001"
_MOST_KEPT = 20_000
_is_unsafe = re.compile(r"[&<>\"']").search


class Pages:
    """Renders views with the templates of `loader`."""

    def __init__(self, loader: BaseLoader, frame: Frame) -> None:
        self._environment = _Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self._environment.filters |= {
            "day": day,
            "moment": day_or_time,
            "short_day": _short_day,
            "short_month": short_month,
            "weekday": weekday,
            "number": number,
            "iso": _iso,
            "month": month,
        }
        self._environment.speak(frame.lang)
        self._environment.globals |= {"frame": frame, "to": _To(), "once": _Once()}
        self.frame = frame

    def content(self, view: View, body: Body | None = None) -> Markup:
        """The main part of a page, with its body if it has one."""
        template = self._environment.get_template(f"yuandi/{view.template}")
        html = Markup(body.html) if body else Markup()  # noqa: S704  # sanitised when it was converted
        headings = body.headings if body else ()
        salutes = _salutes(body.text) if body else False
        page = _seen_from(view.address, template.render(view=view, html=html, headings=headings, salutes=salutes))
        if body and WORDS in page:
            page = page.replace(WORDS, number(count_words(body.text)))
        return Markup(page)  # noqa: S704  # escaped by the template

    def part(self, name: str, address: str, active: str = "") -> Markup:
        """A part of all pages, such as the masthead, for the page at `address`."""
        template = self._environment.get_template(f"yuandi/{name}")
        return Markup(_seen_from(address, template.render(active=active)))  # noqa: S704  # escaped by the template


class _Generator(CodeGenerator):
    """Jinja's generator, but printed values are not wrapped as safe again, and macros are called directly.

    Jinja calls through the context only for functions that take it, and no function here does.
    """

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.printed(")

    def visit_Call(self, node: Any, frame: Any, forward_caller: bool = False) -> None:  # noqa: N802  # Jinja names it
        if forward_caller or frame.eval_ctx.volatile:
            super().visit_Call(node, frame, forward_caller)
        else:
            self.visit(node.node, frame)
            self.write("(*()")  # the signature begins with a comma
            self.signature(node, frame)
            self.write(")")


class _Environment(Environment):
    """Compiles templates with `_Generator`."""

    code_generator_class = _Generator

    lang = "zh"

    def speak(self, lang: str) -> None:
        """Say messages in a language."""
        self.lang = lang
        install(self, lang, self.printed)

    def printed(self, value: object) -> str:
        """A value as it is printed: in the language of the site; escaped, unless it is safe."""
        if type(value) is str:
            return escape(value) if _is_unsafe(value) else value
        if type(value) is Markup:
            return value
        return escape(value.say(self.lang) if isinstance(value, Message) else value)


class _To(dict[str, str]):
    """`to[address]` in a template: the address, with a mark that becomes the path from the page to the root."""

    def __missing__(self, address: str) -> str:
        found = self[address] = _UP + quote(address, safe="/.-_~") if address else _HOME
        return found


class _Once:
    """`once(macro, value, …)` in a template: the macro's result for a value, computed once for all pages."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], tuple[Markup, object]] = {}

    def __call__(self, macro: Callable[..., Markup], value: object, *how: object) -> Markup:
        key = (macro, id(value), *how)
        found = self._made.get(key)
        if found is None:
            if len(self._made) >= _MOST_KEPT:
                self._made.clear()
            found = self._made[key] = (macro(value, *how), value)  # holding the value keeps its id unique
        return found[0]


def _seen_from(address: str, page: str) -> str:
    """A page with its addresses relative to its own, which depends only on its depth."""
    up = "../" * address.count("/")
    return page.replace(_UP, up).replace(_HOME, up or "./")


def _salutes(text: str) -> bool:
    """Whether a text begins with a salutation: a first line that ends in a colon."""
    first = text.lstrip().partition("\n")[0].rstrip()
    return first.endswith(("：", ":"))


def _short_day(value: date | None) -> str:
    return f"{value:%m-%d}" if value else ""


def _iso(value: date | datetime | None) -> str:
    return value.isoformat() if value else ""
