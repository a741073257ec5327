"""What an issued document states, frozen as text: written canonically, and read only if it was written so."""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from ptman.errors import PtmanError


class Frozen(Protocol):
    """Facts that say themselves as text."""

    def to_json(self) -> str: ...


Facts = TypeVar("Facts", bound=Frozen)


def text(form: str, body: Mapping[str, object]) -> str:
    """The canonical text: sorted keys, no blanks, ISO dates; equal facts give equal text."""
    whole = {"form": form, **body}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=dt.date.isoformat)


def read(frozen: str, thaw: Callable[[dict[str, Any]], Facts]) -> Facts:  # Any: JSON, judged by what comes of it
    """The facts; raises PtmanError `letter-facts-damaged` unless their `to_json` wrote exactly this text."""
    try:
        body = json.loads(frozen)
        facts = thaw({name: value for name, value in body.items() if name != "form"})
        same = facts.to_json() == frozen
    except (ValueError, TypeError, KeyError, AttributeError):
        same = False
    if not same:
        raise PtmanError(
            "letter-facts-damaged",
            "该文书保存的事实无法读取，PDF 未受影响；请从备份恢复该记录。",
            "The facts kept for this document cannot be read; its PDF is untouched. Restore the record from a backup.",
        )
    return facts
