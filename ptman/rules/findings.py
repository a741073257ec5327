"""What a check answers: met, not yet, impossible or unknown, with value, threshold, gap and what would close it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ptman.labels import Choice, Label
from ptman.rules.months import Duration


class Standing(Choice):
    """From best to worst; data that is missing never passes."""

    MET = "met", "已满足", "Met"
    NOT_YET = "not_yet", "尚未满足", "Not yet"
    UNKNOWN = "unknown", "无法判断", "Unknown"
    IMPOSSIBLE = "impossible", "不可能满足", "Impossible"


@dataclass(frozen=True, slots=True)
class Limit:
    """One threshold in force, its severity (block, warn, info) and its legal basis."""

    value: int
    severity: str = "block"
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One test. `earliest` is the first day on which it can be met; `cure` says what would close the gap."""

    code: str
    label: Label
    standing: Standing
    value: Label | None = None
    threshold: Label | None = None
    gap: Label | None = None
    earliest: date | None = None
    cure: Label | None = None
    severity: str = "block"
    basis: str = ""
    borderline: bool = False

    @property
    def met(self) -> bool:
        return self.standing is Standing.MET

    @property
    def blocks(self) -> bool:
        """Whether it stands in the way: not met, and not merely a warning."""
        return not self.met and self.severity == "block"


def worst(findings: Iterable[Finding]) -> Standing:
    """The standing of all tests that block together; `unknown` where there is none."""
    order = list(Standing)
    return max((one.standing for one in findings if one.severity == "block"), key=order.index, default=Standing.UNKNOWN)


def length(duration: Duration) -> Label:
    """2 个月 24 天, 2 months 24 days; a part that is nothing is left out."""
    zh = [f"{duration.months} 个月"] if duration.months or not duration.days else []
    en = [count(duration.months, "month")] if zh else []
    if duration.days:
        zh.append(f"{duration.days} 天")
        en.append(count(duration.days, "day"))
    return Label(" ".join(zh), " ".join(en))


def count(number: int, noun: str) -> str:
    """1 month, 2 months."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def tenths(value: int) -> str:
    """Tenths as people write them: 805 is 80.5, 800 is 80."""
    whole, rest = divmod(value, 10)
    return f"{whole}.{rest}" if rest else str(whole)


def hundredths(value: int) -> str:
    return f"{value // 100}.{value % 100:02d}"
