"""简报: numbered by year and in all, with what it reports and to whom it goes."""

from yuandi.entry_types import values as v
from yuandi.entry_types.entry_type import ISSUED, ISSUER, EntryType, YearSection
from yuandi.entry_types.record import Model, Record, field


class Distribution(Model):
    """报、送、发。"""

    report: v.TextOrList = field("报", "上报", ())
    send: v.TextOrList = field("送", "抄送", ())
    issue: v.TextOrList = field("发", "下发", ())


class Brief(Record):
    """简报：刊名、期号、总期号、所收条目与发送范围。"""

    series: v.Words = field("刊名", "简报的名称")
    issue: v.Ordinal = field("期号", "本年第几期")
    total_issue: v.Ordinal | None = field("总期号", "总第几期", None)
    items: tuple[v.EntryRef, ...] = field("条目", "本期所收的条目", ())
    distribution: Distribution | None = field("发送", "报、送、发", None)


TYPE = EntryType(
    name="brief",
    chinese=("简报",),
    folder="briefs",
    model=Brief,
    is_plain=False,
    is_document=False,
    is_led=False,
    year_section=YearSection.BRIEFS,
    meetings=None,
    about=ISSUER,
    credit=None,
    parts=None,
    days=("date",),
    runs=("date",),
    handed_in=None,
    dossier=(ISSUED,),
    dues=(),
    printable=None,
    downloads=(),
)
