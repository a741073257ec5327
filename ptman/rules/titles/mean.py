"""The credit-weighted mean of degree courses in whole numbers: 79.99 neither shows nor passes as 80 (domain §1.4)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ptman.labels import Label
from ptman.rules import findings
from ptman.rules.findings import Finding, Limit, Standing

CODE = "title.degree_course_mean_min"
LABEL = Label("学位课加权平均分", "Weighted mean of degree courses")
FULL_X10 = 1000


@dataclass(frozen=True, slots=True)
class Course:
    """One degree course in tenths; without a score where it has none yet."""

    score_x10: int | None
    credit_x10: int


def mean_x100(courses: Sequence[Course]) -> int | None:
    """The mean in hundredths, cut and never rounded up; None where nothing has a score."""
    total, credits_ = _sums(courses)
    return total * 10 // credits_ if credits_ else None


def judge(courses: Sequence[Course] | None, limit: Limit) -> Finding:
    """Σ score × credit against threshold × Σ credit, over the courses that have a score."""
    bare = Finding(
        CODE,
        LABEL,
        Standing.UNKNOWN,
        threshold=_points(limit.value * 100),
        severity=limit.severity,
        basis=limit.basis,
    )
    total, credits_ = _sums(courses or ())
    if courses is None or not credits_:
        return replace(bare, cure=Label("录入学位课成绩", "Enter the scores of the degree courses"))
    bare = replace(bare, value=_points(total * 10 // credits_))
    missing = limit.value * 10 * credits_ - total
    if missing <= 0:
        return replace(bare, standing=Standing.MET)
    gap = -(-missing * 10 // credits_)
    return _closing(replace(bare, gap=_points(gap)), missing, courses, limit)


def _closing(bare: Finding, missing: int, courses: Sequence[Course], limit: Limit) -> Finding:
    """What the courses still to come must reach on average."""
    left = sum(one.credit_x10 for one in courses if one.score_x10 is None)
    if not left:
        cure = Label(
            "学位课均已有成绩，只有重修才能改变", "Every degree course has its score; only a retake changes it"
        )
        return replace(bare, standing=Standing.IMPOSSIBLE, cure=cure)
    needed = limit.value * 10 + -(-missing // left)
    if needed > FULL_X10:
        cure = Label(
            "其余学位课满分也不够，只有重修才能改变", "Full marks in what is left do not suffice; only a retake does"
        )
        return replace(bare, standing=Standing.IMPOSSIBLE, cure=cure)
    score, credit = findings.tenths(needed), findings.tenths(left)
    cure = Label(f"其余 {credit} 学分平均不低于 {score} 分", f"Average at least {score} in the {credit} credits left")
    return replace(bare, standing=Standing.NOT_YET, cure=cure)


def _sums(courses: Sequence[Course]) -> tuple[int, int]:
    scored = [(one.score_x10, one.credit_x10) for one in courses if one.score_x10 is not None]
    return sum(score * credit for score, credit in scored), sum(credit for _, credit in scored)


def _points(x100: int) -> Label:
    text = findings.hundredths(x100)
    return Label(f"{text} 分", text)
