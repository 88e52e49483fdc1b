"""lexicon.yml: the organisation's decisions about words."""

from typing import Any, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from yuandi.entry_types import values as v
from yuandi.entry_types.record import Model, field


class Weight(v.Choice):
    """轻重。"""

    ERROR = "error", "错误"
    WARNING = "warning", "警告"
    INFO = "info", "提示"


class LexiconItem(Model):
    """词条：错误写法与正确写法，或姓名与职务，或不得出现的词。"""

    one_of = ("wrong", "name")

    wrong: v.TextOrList = field("误", "错误写法或不得出现的词", ())
    right: v.Words | None = field("正", "正确写法；不写则只提示、不改", None)
    name: v.Words | None = field("姓名", "姓名", None)
    post: v.Words | None = field("职务", "与姓名连用的职务", None)
    exceptions: v.TextOrList = Field((), title="例外", description="不算错误的上下文", alias="except")
    severity: Weight = field("轻重", "error、warning 或 info", Weight.WARNING)
    reason: v.Words | None = field("说明", "为什么", None)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.wrong and not self.name:
            context: dict[str, Any] = {"fields": self.one_of}
            raise PydanticCustomError("one_of_missing", "one_of_missing", context)
        return self
