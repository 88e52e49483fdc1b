"""页面: a plain page, built by MkDocs the usual way; it may carry what Material reads from a page."""

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUER, EntryType
from yuandi.entry_types.record import Record, field


class Page(Record):
    """普通页面：没有发布日期也可以。"""

    date: v.Day | None = field("日期", "日期", None)  # type: ignore[assignment]  # a page needs none
    template: v.Words | None = field("模板", "MkDocs 页面模板", None)
    hide: v.TextOrList = field("隐藏", "要隐藏的部分，如 toc、navigation", ())
    description: v.Words | None = field("描述", "给搜索引擎的描述", None)
    icon: v.Words | None = field("图标", "导航中的图标", None)
    subtitle: v.Words | None = field("副题", "导航中的副题", None)
    search: v.Free = field("检索", "Material 的检索设置", {})


TYPE = EntryType(
    name="page",
    chinese=("页面",),
    folder="",
    model=Page,
    is_plain=True,
    is_document=False,
    is_led=False,
    year_section=None,
    meetings=None,
    about=ISSUER,
    credit=None,
    parts=None,
    days=("date",),
    runs=("date",),
    handed_in=None,
    dossier=(),
    dues=(),
    printable=None,
    downloads=(),
)
