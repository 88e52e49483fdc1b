"""The targets of links: every path of the content and every known address."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from yuandi.page_plan.plan import Plan


@dataclass(frozen=True, eq=False)
class Targets(Mapping[str, str | None]):
    """The target of every path of the content and of every address; None if a build for this audience and day hides it.

    `written` are entries and files, which win over generated pages; `former` are former addresses and hidden
    entries, which lose to pages of the `plan`. `whole` is the plan if everything were shown.
    """

    plan: Plan
    whole: Plan
    written: Mapping[str, str | None]
    former: Mapping[str, str | None]
    added: Mapping[str, str | None] = field(default_factory=dict)

    def __getitem__(self, word: str) -> str | None:
        for known in (self.written, self.added):
            if word in known:
                return known[word]
        if self.plan.generates(word):
            return word
        if word in self.former:
            return self.former[word]
        if self.whole is not self.plan and self.whole.generates(word):
            return None
        raise KeyError(word)

    def __iter__(self) -> Iterator[str]:
        generated = (*self.plan.generated, *self.whole.generated)
        return iter(dict.fromkeys((*self.written, *self.added, *self.former, *sorted(generated))))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def with_entry(self, path: str, address: str) -> "Targets":
        """These targets with one more entry."""
        return replace(self, added={**self.added, path: address, address: address})
