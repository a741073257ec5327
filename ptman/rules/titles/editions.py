"""Editions of the title rules as data: the tests they ask, whom they hold for, and a student judged by one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ptman.rules.findings import Finding, Limit
from ptman.rules.titles import eligibility, mean, rulesets
from ptman.rules.titles.eligibility import Batch, Candidate
from ptman.rules.titles.rulesets import RuleSet

FINDINGS = {
    "category": "title.category",
    "about_to_graduate": "title.about_to_graduate",
    "not_civil_service": "title.not_civil_service",
    "employer_consent": "title.employer_consent",
    "degree_course_mean": mean.CODE,
    "practice_months": "title.practice_months_min_if_below",
    "practice_score": "title.practice_score_min_if_below",
    "deadline": "title.deadline.batch",
}
"""Each test by its name in an edition → the code of its finding."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One test of an edition; without a threshold the rule parameter's holds, without a basis the edition's."""

    test: str
    threshold: int | None = None
    severity: str = "block"
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition; in force from `since` until a later one is, for cohorts from–to (None: no bound)."""

    key: str
    name: str
    since: date
    basis: str
    asked: tuple[Asked, ...]
    categories: frozenset[str] = rulesets.ENGINEERING
    work_months: int | None = None
    from_cohort: int | None = None
    to_cohort: int | None = None

    def holds(self, day: date, cohort: int) -> bool:
        after = self.from_cohort is None or cohort >= self.from_cohort
        return self.since <= day and after and (self.to_cohort is None or cohort <= self.to_cohort)


def in_force(editions: Iterable[Edition], day: date, cohort: int) -> Edition | None:
    """The edition last put in force by `day` that holds for the cohort; None where there is none."""
    return max((one for one in editions if one.holds(day, cohort)), key=lambda one: (one.since, one.name), default=None)


def ruleset(edition: Edition, limits: Mapping[str, Limit]) -> RuleSet:
    """The thresholds of the edition, those it leaves open as the rule parameters have them."""
    plain = rulesets.from_limits(limits, edition.name, edition.since)
    own = {one.test: one.threshold for one in edition.asked if one.threshold is not None}
    return replace(
        plain,
        basis=edition.basis,
        categories=edition.categories,
        mean_min=own.get("degree_course_mean", plain.mean_min),
        work_months=plain.work_months if edition.work_months is None else edition.work_months,
        practice_months=own.get("practice_months", plain.practice_months),
        practice_score=own.get("practice_score", plain.practice_score),
    )


@dataclass(frozen=True, slots=True)
class Question:
    """A student before the edition that holds for them, in a batch."""

    candidate: Candidate
    edition: Edition
    limits: Mapping[str, Limit]
    batch: Batch

    @property
    def rules(self) -> RuleSet:
        return ruleset(self.edition, self.limits)

    def judge(self, today: date) -> tuple[Finding, ...]:
        """The findings of the tests that the edition asks, in its order."""
        found = {one.code: one for one in eligibility.judge(self.candidate, self.rules, self.batch, today)}
        return tuple(
            replace(found[code], severity=asked.severity, basis=asked.basis or self.edition.basis)
            for asked in self.edition.asked
            if (code := FINDINGS.get(asked.test, "")) in found
        )
