"""The day of a build or check: from an option, a setting, the reproducible clock, or the machine's clock."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from yuandi.base.errors import YuandiError
from yuandi.base.text import Text
from yuandi.content.settings import Settings, parse_day

VARIABLE = "YUANDI_AS_OF"


def day_of(settings: Settings, given: str | None, environment: Mapping[str, str]) -> date:
    """`--as-of`, else YUANDI_AS_OF, else the plugin's `as_of`, else SOURCE_DATE_EPOCH, else today."""
    chosen = given or environment.get(VARIABLE) or settings.as_of
    if chosen:
        return parse_day(chosen)
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return date.today()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise YuandiError(
            Text(
                f"SOURCE_DATE_EPOCH 的值 `{epoch}` 不是秒数。",
                f"SOURCE_DATE_EPOCH is not a number of seconds: `{epoch}`.",
            )
        ) from None
