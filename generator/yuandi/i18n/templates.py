"""Words of templates: `{% trans %}` and `_()` of Jinja's i18n extension, in the language of the site."""

from collections.abc import Callable

from jinja2 import Environment
from markupsafe import Markup

from yuandi.i18n.catalogue import TRANSLATED, translation

EXTENSION = "jinja2.ext.i18n"


def install(environment: Environment, lang: str, printed: Callable[[object], str]) -> None:
    """Let templates of an environment speak `lang`; `printed` is how it prints a value in a sentence."""

    def gettext(id: str, /, **values: object) -> Markup:
        return pgettext("", id, **values)

    def pgettext(context: str, id: str, /, **values: object) -> Markup:
        words = translation(lang, context, id, values.get("count")) if lang in TRANSLATED else id
        return Markup(words % {name: printed(value) for name, value in values.items()})  # noqa: S704  # as a template

    environment.add_extension(EXTENSION)
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # the extension adds it
    environment.globals |= {"_": gettext, "gettext": gettext, "pgettext": pgettext}
