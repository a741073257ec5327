"""Eligibility for the professional title: each test by itself, data that is missing never passing (domain §5.0)."""

from dataclasses import dataclass
from datetime import date

from ptman.labels import Label
from ptman.rules.findings import Finding, Standing, worst
from ptman.rules.practice import requirement
from ptman.rules.practice.ledger import Stay, Terms
from ptman.rules.practice.requirement import Case
from ptman.rules.titles import mean, passing
from ptman.rules.titles.mean import Course
from ptman.rules.titles.rulesets import RuleSet


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is known of one student; None for what is not.

    `work_months` are those at graduation; `practice_score_x10` is the total of the confirmed assessment.
    """

    category: str | None = None
    about_to_graduate: bool | None = None
    orientation: str | None = None
    employer_type: str | None = None
    employer_consent: bool | None = None
    courses: tuple[Course, ...] | None = None
    work_months: int | None = None
    stays: tuple[Stay, ...] | None = None
    practice_score_x10: int | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """The batch applied in: its last day (None: not known), and the last day whose practice may count."""

    close: date | None
    latest: date | None = None
    terms: Terms | None = None


def judge(one: Candidate, rules: RuleSet, batch: Batch, today: date) -> tuple[Finding, ...]:
    """Every test with value, threshold, gap, earliest day and cure, in the order of the rules."""
    return (
        passing.category(one.category, rules),
        passing.about_to_graduate(rules, known=one.about_to_graduate),
        passing.not_civil_service(one.orientation, one.employer_type, rules),
        passing.consent(one.orientation, one.employer_type, rules, given=one.employer_consent),
        mean.judge(one.courses, rules.limit(rules.mean_min)),
        _practice(one, rules, batch, today),
        _score(one, rules),
        passing.in_time(batch.close, rules, today),
    )


def verdict(found: tuple[Finding, ...]) -> Standing:
    """All tests together: met only where each is met."""
    return worst(found)


def _practice(one: Candidate, rules: RuleSet, batch: Batch, today: date) -> Finding:
    """A year of practice for those who worked less than the threshold; for nobody else."""
    code, label = "title.practice_months_min_if_below", Label("专业实践时长", "Length of practice")
    latest = batch.latest or batch.close
    case = Case(one.stays, today, batch.terms or Terms(), latest)
    found = requirement.judge(case, requirement.Requirement(code, label, rules.limit(rules.practice_months)))
    return _if_below(found, one, rules)


def _score(one: Candidate, rules: RuleSet) -> Finding:
    return _if_below(passing.practice_score(one.practice_score_x10, rules), one, rules)


def _if_below(found: Finding, one: Candidate, rules: RuleSet) -> Finding:
    """The finding where the work behind the student is short; nothing is asked where it is long enough."""
    if one.work_months is None and not found.met:
        cure = Label("补录累计工作月数", "Enter the months of work")
        return Finding(
            found.code, found.label, Standing.UNKNOWN, found.value, found.threshold, cure=cure, basis=found.basis
        )
    if one.work_months is not None and one.work_months >= rules.work_months:
        asked = Label(
            f"工作满 {rules.work_months} 个月，不作要求", f"Not asked of those with {rules.work_months} months of work"
        )
        return Finding(found.code, found.label, Standing.MET, found.value, asked, basis=found.basis)
    return found
