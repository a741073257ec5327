"""Rule sets for the professional title: dated, with their legal basis, the thresholds of domain §5 as default."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ptman.rules.findings import Limit

ENGINEERING = frozenset({"0854", "0855", "0856", "0857", "0858", "0859", "0860", "0861"})

CODES = (
    "title.degree_course_mean_min",
    "title.work_years_threshold",
    "title.practice_months_min_if_below",
    "title.practice_score_min_if_below",
)
"""The parameters an edition is made of; the second is in years."""


@dataclass(frozen=True, slots=True)
class RuleSet:
    """What one edition of the rules asks; in force from `since` until a later one is."""

    name: str
    since: date
    basis: str
    categories: frozenset[str] = ENGINEERING
    mean_min: int = 80
    work_months: int = 36
    practice_months: int = 12
    practice_score: int = 80

    def limit(self, value: int) -> Limit:
        return Limit(value, "block", self.basis)


def from_limits(limits: Mapping[str, Limit], name: str, since: date) -> RuleSet:
    """The edition that the office's parameters make; what they leave out is as in the default."""
    plain = RuleSet(name, since, "")

    def held(code: str, default: int, times: int = 1) -> int:
        return limits[code].value * times if code in limits else default

    return RuleSet(
        name,
        since,
        next((limits[code].basis for code in CODES if code in limits and limits[code].basis), ""),
        mean_min=held(CODES[0], plain.mean_min),
        work_months=held(CODES[1], plain.work_months, 12),
        practice_months=held(CODES[2], plain.practice_months),
        practice_score=held(CODES[3], plain.practice_score),
    )


def in_force(rulesets: Iterable[RuleSet], day: date) -> RuleSet | None:
    """The edition that was last put in force by `day`; None before the first."""
    return max((one for one in rulesets if one.since <= day), key=lambda one: one.since, default=None)
