"""SEL002: steps of a selection that are out of order."""

from collections.abc import Iterator
from itertools import pairwise

from yuandi.base.diagnostics import Finding, Severity
from yuandi.base.text import Text
from yuandi.check.rule import AtOnce, Scope, rule
from yuandi.entry_types import HonourRoll
from yuandi.entry_types.honour_roll import Step
from yuandi.portal.portal import Portal

_STAGES = (
    ("申报", "推荐", "申报推荐", "自评申报", "自荐", "报名", "application"),
    ("汇总", "汇总上报", "办公室汇总", "考评检查", "材料审核", "summary"),
    ("审定", "综合审定", "评审", "评定", "决定", "研究决定", "批准", "decision"),
    ("命名", "命名表彰", "表彰", "授牌", "naming"),
)
_STAGE = {name: stage for stage, names in enumerate(_STAGES) for name in names}


@rule("SEL002", "steps-out-of-order", Severity.ERROR, Scope.HEADS, AtOnce.NEVER)
def steps_out_of_order(portal: Portal) -> Iterator[Finding]:
    """Application, summary, decision and naming do not ascend."""
    for roll in portal.of(HonourRoll):
        steps = tuple(enumerate(roll.record.steps))
        for before, (index, step) in _broken(steps) or _broken(_by_stage(steps)):
            yield Finding(
                roll.at("steps", index, "date"),
                Text(
                    f"“{step.name}”（{step.date}）早于它前面的“{before.name}”（{before.date}）。",
                    f"`{step.name}` ({step.date}) is earlier than the step before it, `{before.name}` ({before.date}).",
                ),
                Text("改正日期，或按先后排列各步。", "Correct the date, or put the steps in order."),
            )


_NumberedSteps = tuple[tuple[int, Step], ...]


def _broken(steps: _NumberedSteps) -> list[tuple[Step, tuple[int, Step]]]:
    """Return each step that is earlier than the one before it, as (before, (index, step))."""
    return [(before, later) for (_, before), later in pairwise(steps) if later[1].date < before.date]


def _by_stage(steps: _NumberedSteps) -> _NumberedSteps:
    """Return the steps in their usual order; a step with another name stays after the one that it follows."""
    stage, stages = -1, []
    for _, step in steps:
        stage = _STAGE.get(step.name.strip().lower(), stage)
        stages.append(stage)
    return tuple(step for _, step in sorted(zip(stages, steps, strict=True), key=lambda pair: pair[0]))
