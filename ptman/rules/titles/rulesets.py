"""Rule sets for the professional title: dated, with their legal basis, the thresholds of domain §5 as default."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ptman.rules.findings import Limit

ENGINEERING = frozenset({"0854", "0855", "0856", "0857", "0858", "0859", "0860", "0861"})


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


def in_force(rulesets: Iterable[RuleSet], day: date) -> RuleSet | None:
    """The edition that was last put in force by `day`; None before the first."""
    return max((one for one in rulesets if one.since <= day), key=lambda one: one.since, default=None)
