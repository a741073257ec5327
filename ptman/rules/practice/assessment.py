"""The assessment of practice: weights of one hundred, a total in tenths that is cut, and a grade (domain §3.10)."""

from dataclasses import dataclass

from ptman.errors import PtmanError
from ptman.labels import Choice

FULL_X10 = 1000


class Grade(Choice):
    EXCELLENT = "excellent", "优秀", "Excellent"
    GOOD = "good", "良好", "Good"
    PASS = "pass", "合格", "Pass"
    FAIL = "fail", "不合格", "Fail"


@dataclass(frozen=True, slots=True)
class Weights:
    """Percent of each part, as the faculty sets them; PtmanError `weights-sum` unless they make one hundred."""

    campus: int
    industry: int
    defence: int

    def __post_init__(self) -> None:
        parts = (self.campus, self.industry, self.defence)
        if sum(parts) != 100 or min(parts) < 0:  # noqa: PLR2004 - percent
            raise PtmanError(
                "weights-sum",
                f"权重之和为 {sum(parts)}，应为 100。未作任何改动，请调整权重。",
                f"The weights make {sum(parts)} instead of 100. Nothing was changed; adjust them.",
            )


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores in tenths, 0–1000; None where one is not given yet."""

    campus_x10: int | None
    industry_x10: int | None
    defence_x10: int | None

    def __post_init__(self) -> None:
        given = [one for one in (self.campus_x10, self.industry_x10, self.defence_x10) if one is not None]
        if any(not 0 <= one <= FULL_X10 for one in given):
            raise PtmanError(
                "score-range",
                "成绩应在 0 至 100 之间。未作任何改动，请核对。",
                "A score lies between 0 and 100. Nothing was changed; check it.",
            )


@dataclass(frozen=True, slots=True)
class Bounds:
    """The fewest points of each grade."""

    excellent: int = 90
    good: int = 80
    passing: int = 60


DEFAULT_BOUNDS = Bounds()


def total_x10(scores: Scores, weights: Weights) -> int | None:
    """The weighted total in tenths, cut and never rounded up; None while a part that weighs has no score."""
    parts = (
        (scores.campus_x10, weights.campus),
        (scores.industry_x10, weights.industry),
        (scores.defence_x10, weights.defence),
    )
    total = 0
    for score, weight in parts:
        if score is None and weight:
            return None
        total += (score or 0) * weight
    return total // 100


def grade(x10: int, bounds: Bounds = DEFAULT_BOUNDS) -> Grade:
    """The grade of a total in tenths."""
    if x10 >= bounds.excellent * 10:
        return Grade.EXCELLENT
    if x10 >= bounds.good * 10:
        return Grade.GOOD
    return Grade.PASS if x10 >= bounds.passing * 10 else Grade.FAIL
