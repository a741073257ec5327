"""Credits summed in tenths, and everything that stands between a student and the degree (domain §4.4, §4.5)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ptman.labels import Label
from ptman.rules import findings, months
from ptman.rules.findings import Finding, Limit, Standing
from ptman.rules.months import Duration


@dataclass(frozen=True, slots=True)
class Result:
    """One course's result; `passed` is None before it is known."""

    credit_x10: int
    passed: bool | None
    is_degree_course: bool = False


@dataclass(frozen=True, slots=True)
class Credits:
    """Credits earned, in tenths: all courses, degree courses, and practice besides."""

    courses_x10: int
    degree_courses_x10: int
    practice_x10: int

    @property
    def total_x10(self) -> int:
        return self.courses_x10 + self.practice_x10


LENGTH = Label("学习年限", "Time of study")
BETWEEN, APART = "milestone.proposal_to_defence_min_months", Label("开题至答辩间隔", "From proposal to defence")
REQUIRED = (
    ("plan.total_credits_min", Label("总学分", "Credits in all")),
    ("plan.course_credits_min", Label("课程学分", "Course credits")),
    ("plan.degree_course_credits_min", Label("学位课学分", "Degree course credits")),
)


def earned(results: Iterable[Result], practice_x10: int = 0) -> Credits:
    """What was passed; practice counts by the credits its assessment gave."""
    passed = [one for one in results if one.passed]
    degree = sum(one.credit_x10 for one in passed if one.is_degree_course)
    return Credits(sum(one.credit_x10 for one in passed), degree, practice_x10)


def credits_(found: Credits | None, limits: Mapping[str, Limit]) -> tuple[Finding, ...]:
    """Each sum against its threshold in whole credits; unknown where no result was entered."""
    sums = (found.total_x10, found.courses_x10, found.degree_courses_x10) if found else (None, None, None)
    return tuple(
        _sum(code, label, value, limits[code])
        for (code, label), value in zip(REQUIRED, sums, strict=True)
        if code in limits
    )


def blocks(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """What stands in the way of the degree, the hopeless first."""
    order = list(Standing)
    return tuple(sorted((one for one in found if one.blocks), key=lambda one: -order.index(one.standing)))


def study_length(enrolled: date, code: str, limits: Mapping[str, Limit], today: date) -> tuple[Finding, ...]:
    """Whether the longest time of study, in years, has run out; nothing where no rule sets one."""
    limit = limits.get(code)
    if limit is None:
        return ()
    last = months.add_months(enrolled, limit.value * 12) - timedelta(days=1)
    standing = Standing.MET if today <= last else Standing.IMPOSSIBLE
    cure = None if today <= last else Label("超过最长学习年限，按学籍规定办理", "The time of study is over")
    term = Label(f"至 {last}", f"until {last}")
    return (
        Finding(
            code, LENGTH, standing, threshold=term, cure=cure, severity=limit.severity, basis=limit.basis, earliest=last
        ),
    )


def between(days: tuple[date | None, date | None], limits: Mapping[str, Limit], today: date) -> tuple[Finding, ...]:
    """Months from the proposal to the defence, which may still be to come; unknown where the proposal has no day."""
    limit, (proposed, defended) = limits.get(BETWEEN), days
    if limit is None:
        return ()
    bare = Finding(
        BETWEEN,
        APART,
        Standing.UNKNOWN,
        threshold=findings.length(Duration(limit.value, 0)),
        cure=Label("登记开题日期", "Enter the day of the proposal"),
        severity=limit.severity,
        basis=limit.basis,
    )
    if proposed is None:
        return (bare,)
    first = months.add_months(proposed, limit.value)
    until = defended or today
    value = findings.length(months.span(proposed, until)) if until >= proposed else None
    if until >= first:
        return (replace(bare, standing=Standing.MET, value=value, cure=None),)
    if defended is not None:
        return (replace(bare, standing=Standing.IMPOSSIBLE, value=value, cure=None),)
    cure = Label(f"最早 {first} 答辩", f"Defend on {first} at the earliest")
    return (replace(bare, standing=Standing.NOT_YET, value=value, earliest=first, cure=cure),)


def practice_passed(*, result: bool | None) -> Finding:
    """Who fails the assessment of practice neither graduates nor applies for the degree."""
    label = Label("专业实践考核", "Assessment of practice")
    standing = {True: Standing.MET, False: Standing.NOT_YET, None: Standing.UNKNOWN}[result]
    cure = {
        True: None,
        False: Label("重新考核", "Assess again"),
        None: Label("完成专业实践考核", "Complete the assessment of practice"),
    }[result]
    return Finding("practice.assessment", label, standing, cure=cure)


def milestones_passed(standings: Mapping[str, str], wanted: Mapping[str, Label]) -> tuple[Finding, ...]:
    """One finding for each milestone wanted, by the state of its last attempt; unknown where it has none."""
    return tuple(_milestone(code, label, standings.get(code)) for code, label in wanted.items())


def _milestone(code: str, label: Label, state: str | None) -> Finding:
    if state is None:
        return Finding(f"milestone.{code}", label, Standing.UNKNOWN, cure=Label("登记该环节", "Enter this milestone"))
    done = state in {"passed", "waived"}
    cure = None if done else Label(f"完成{label.zh}", f"Complete: {label.en.lower()}")
    return Finding(f"milestone.{code}", label, Standing.MET if done else Standing.NOT_YET, cure=cure)


def _sum(code: str, label: Label, value: int | None, limit: Limit) -> Finding:
    least = _points(limit.value * 10)
    if value is None:
        cure = Label("录入课程成绩", "Enter the course results")
        return Finding(
            code, label, Standing.UNKNOWN, None, least, cure=cure, severity=limit.severity, basis=limit.basis
        )
    missing = limit.value * 10 - value
    met = missing <= 0
    said = findings.tenths(max(missing, 0))
    return Finding(
        code,
        label,
        Standing.MET if met else Standing.NOT_YET,
        _points(value),
        least,
        None if met else _points(missing),
        cure=None if met else Label(f"再修 {said} 学分", f"Earn {said} more credits"),
        severity=limit.severity,
        basis=limit.basis,
    )


def _points(x10: int) -> Label:
    said = findings.tenths(x10)
    return Label(f"{said} 学分", f"{said} credits")
