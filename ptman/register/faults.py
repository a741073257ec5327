"""Why the register did not save: values that are not good, or a record that changed meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ptman.errors import PtmanError
from ptman.labels import Label

MISSING = Label("必须填写", "required")


class Refused(PtmanError):  # noqa: N818 read as faults.Refused
    """Values that are not good; `faults` says for each field key what was expected."""

    def __init__(self, faults: Mapping[str, Label], names: Mapping[str, Label]) -> None:
        lines = [(names.get(key, Label(key, key)), fault) for key, fault in faults.items()]
        zh = "；".join(f"{name.zh}：{fault.zh}" for name, fault in lines)
        en = "; ".join(f"{name.en}: {fault.en}" for name, fault in lines)
        super().__init__("refused", f"未保存，请改正：{zh}。", f"Nothing was saved; please correct: {en}.")
        self.faults = dict(faults)


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that would be saved over another value. `changed`: the other value came meanwhile."""

    key: str
    label: Label
    mine: Label
    theirs: Label
    changed: bool


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """The version the record has now, who wrote it last and when (UTC)."""

    version: int
    who: str
    at: datetime | None


class Stale(PtmanError):  # noqa: N818 read as faults.Stale
    """The record changed since it was opened; save again with `now.version` to take one's own values."""

    def __init__(self, title: str, clashes: tuple[Clash, ...], now: Meanwhile) -> None:
        who = now.who or "?"
        super().__init__(
            "stale",
            f"“{title}”刚被 {who} 改过，未保存。请对照两边的值再决定。",
            f"“{title}” was changed by {who} meanwhile. Nothing was saved; compare both values and decide.",
        )
        self.clashes = clashes
        self.now = now
