"""Which requirements of practice a student falls under, and all of them judged (domain §1.3)."""

from collections.abc import Mapping
from dataclasses import dataclass

from ptman.labels import Label
from ptman.rules import findings, months
from ptman.rules.findings import Finding, Limit, Standing
from ptman.rules.months import Duration
from ptman.rules.practice import ledger, requirement
from ptman.rules.practice.requirement import Case, Requirement

NON_ORIENTED, ORIENTED = "non_oriented", "oriented"
TOTAL = Label("专业实践时长", "Length of practice")
PROJECT = Label("项目研究时长", "Project research")
NATIONAL = Label("实践时长（国家指导意见）", "Length of practice (national guideline)")
WINDOW = Label("实践期", "Window of practice")
Limits = Mapping[str, Limit]
"""Thresholds by the code of their rule parameter; one that is not there asks nothing."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What decides which thresholds hold; None where it is not known."""

    orientation: str | None
    work_months: int | None = None


def judge(case: Case, profile: Profile, limits: Limits) -> tuple[Finding, ...]:
    """Every requirement of practice with its standing, in the order they are read."""
    found = [*_by_orientation(case, profile, limits), *_by_experience(case, profile, limits)]
    return (*found, *_window(case))


def _by_orientation(case: Case, profile: Profile, limits: Limits) -> list[Finding]:
    if profile.orientation not in {NON_ORIENTED, ORIENTED}:
        cure = Label("补录定向/非定向", "Enter whether the student is sponsored")
        return [Finding("practice.min_months", TOTAL, Standing.UNKNOWN, cure=cure)]
    wanted = [("practice.min_project_months", PROJECT, True)]
    if profile.orientation == NON_ORIENTED:
        wanted.insert(0, ("practice.min_months", TOTAL, False))
    return [
        requirement.judge(case, Requirement(code, label, limits[key], project))
        for code, label, project in wanted
        if (key := f"{code}.{profile.orientation}") in limits
    ]


def _by_experience(case: Case, profile: Profile, limits: Limits) -> list[Finding]:
    """The national guideline: a year for those with little experience of an enterprise, half a year otherwise."""
    code = "practice.min_months.no_experience"
    little, year = limits.get("practice.experience_months"), limits.get(code)
    half = limits.get("practice.min_months.experienced")
    if little is None or year is None or half is None:
        return []
    if profile.work_months is None:
        least = requirement.judge(case, Requirement(code, NATIONAL, year))
        if least.met:
            return [least]
        cure = Label("补录入学前工作年限", "Enter the work before enrolment")
        return [
            Finding(code, NATIONAL, Standing.UNKNOWN, least.value, cure=cure, severity=year.severity, basis=year.basis)
        ]
    return [requirement.judge(case, Requirement(code, NATIONAL, year if profile.work_months < little.value else half))]


def _window(case: Case) -> list[Finding]:
    """Days beyond the window are told as a warning; they count all the same."""
    window = case.terms.window
    if window is None or case.stays is None:
        return []
    outside = ledger.ledger(case.stays, case.terms).outside
    term = Label(f"{window.start} 至 {window.end}", f"{window.start} to {window.end}")
    if not outside:
        return [Finding("practice.window_end", WINDOW, Standing.MET, threshold=term, severity="warn")]
    days = sum((one.end - one.start).days + 1 for one in outside)
    beyond = findings.length(Duration(0, days))
    cure = Label("调整起止日期，或说明理由", "Change the dates, or note why")
    return [
        Finding("practice.window_end", WINDOW, Standing.NOT_YET, gap=beyond, threshold=term, cure=cure, severity="warn")
    ]


def summary(case: Case) -> Label:
    """All practice past today, for a certificate or a list: 6 个月 3 天，其中项目研究 3 个月."""
    stays = case.stays or ()
    total, project = (
        findings.length(months.carried(months.total(ledger.until(pieces, case.today))))
        for pieces in (
            ledger.counted(stays, case.terms),
            ledger.counted(stays, case.terms, project=True),
        )
    )
    return Label(f"{total.zh}，其中项目研究 {project.zh}", f"{total.en}, of which project research {project.en}")
