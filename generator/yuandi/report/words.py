"""Sentences that several formats of the report share."""

from yuandi.base.diagnostics import Finding, Report, Severity
from yuandi.base.text import Lang, Text

_CLEAN = Text("没有发现问题", "no findings")


def counted(counts: tuple[int, ...], lang: Lang) -> str:
    """The numbers of errors, warnings and infos in words, without zeros."""
    given = [(severity.label, count) for severity, count in zip(Severity, counts, strict=True) if count]
    if lang == "zh":
        return "，".join(f"{count} 个{label.zh}" for label, count in given)
    return ", ".join(f"{count} {label.en}{'s' * (count > 1)}" for label, count in given)


def summary(report: Report, lang: Lang) -> str:
    """The day and the number of findings in one sentence; what was left out, each on a further line."""
    found = counted(tuple(report.count(severity) for severity in Severity), lang) or _CLEAN.say(lang)
    since = Text(f"，{report.since} 之后", f", since {report.since}") if report.since else Text("", "")
    first = Text(
        f"检查完成（{report.as_of}{since.zh}）：{found}。", f"Checked as of {report.as_of}{since.en}: {found}."
    )
    return "\n".join(part.say(lang) for part in (first, *_left_out(report)))


def _left_out(report: Report) -> list[Text]:
    found = []
    baseline = report.baseline
    if baseline and baseline.count:
        found.append(
            Text(
                f"另有 {baseline.count} 个问题在基线中，没有列出。",
                f"{baseline.count} findings are in the baseline and are not listed.",
            )
        )
    if baseline and baseline.solved:
        found.append(
            Text(
                f"基线中有 {baseline.solved} 个问题已经解决，可以更新：`yuandi baseline --shrink`。",
                f"{baseline.solved} findings of the baseline are solved; update it with `yuandi baseline --shrink`.",
            )
        )
    if report.history == "shallow":
        found.append(
            Text(
                "git 克隆不完整（shallow）：更早发布过的地址和表彰没有查到。",
                "The git clone is shallow: addresses and honours published before its first commit were not checked.",
            )
        )
    return found


def sentence(finding: Finding, lang: Lang) -> str:
    """The message and the hint, on one line."""
    hint = finding.hint.say(lang) if finding.hint else ""
    return f"{finding.message.say(lang)}{' ' * (lang == 'en' and bool(hint))}{hint}"
