"""The limit of a measure for a subject on a day."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from yuandi.entry_types.data_types.policy import Modality, Settings
from yuandi.facts.population import count_of
from yuandi.lookups.content_lookups import Lookups
from yuandi.measures.measure_plan import Task
from yuandi.measures.rows import Limit
from yuandi.measures.subjects import Subject
from yuandi.measures.verdict import share_limit


@dataclass(frozen=True)
class Limits:
    """The limits of measures under the settings of a policy."""

    lookups: Lookups
    settings: Settings

    def of(self, task: Task, subject: Subject, day: date) -> Limit:
        """The limit for a subject on a day; a share refers to the population on that day."""
        bounds = task.bounds
        if share := bounds.at_most_share or bounds.at_least_share:
            population = count_of(self.lookups, subject.record, share.of, day)
            at_least_one = self.settings.at_least_one
            return share_limit(bounds, population, strict=task.strict, at_least_one=at_least_one)
        if task not in self._fixed:
            self._fixed[task] = self._fixed_of(task)
        return self._fixed[task]

    @cached_property
    def _fixed(self) -> dict[Task, Limit]:
        return {}

    def _fixed_of(self, task: Task) -> Limit:
        bounds = task.bounds
        low, high = bounds.lowest, bounds.highest
        if bounds.includes and low is None:
            low = float(len(bounds.includes))
        if low is None and high is None and (bounds.due or task.reading.aggregate == "presence"):
            low = 1.0
        slack = self.settings.tolerance if task.modality is Modality.ABOUT else 0.0
        is_share = task.reading.aggregate == "ratio" and max(low or 0, high or 0) <= 1
        return Limit(low, high, bounds.usual_max, task.strict, slack, is_share)
