"""A change of supervisor: how often, how late, to whom, and what to investigate (domain §2.6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ptman.labels import Label
from ptman.rules import findings, months
from ptman.rules.findings import Finding, Limit, Standing

AGREE, DISAGREE, ABSENT = "agree", "disagree", "absent"
MAX_CHANGES, LATEST = "supervisor.max_changes", "supervisor.change_latest_semester"


@dataclass(frozen=True, slots=True)
class Change:
    """One application; None for what is not known."""

    applied_on: date
    enrolled_on: date | None
    length_years: int | None
    changes_before: int
    category: str | None
    new_categories: frozenset[str] | None
    original_opinion: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The tests, and whether the faculty has to look into it."""

    findings: tuple[Finding, ...]
    investigate: bool


def judge(change: Change, limits: Mapping[str, Limit]) -> Verdict:
    """An original supervisor who refuses or is silent does not stop it, but has it investigated."""
    found = [_qualified(change)]
    if MAX_CHANGES in limits:
        found.append(_times(change, limits[MAX_CHANGES]))
    limit = limits.get(f"{LATEST}.{change.length_years}")
    if limit or (change.length_years is None and any(code.startswith(LATEST) for code in limits)):
        found.append(_in_time(change, limit))
    return Verdict(tuple(found), change.original_opinion in {DISAGREE, ABSENT})


def end_of_semester(enrolled: date, number: int) -> date:
    """The last day of a semester of six months, counted from the first of the month of enrolment."""
    return months.add_months(enrolled.replace(day=1), 6 * number) - timedelta(days=1)


def handover(effective: date) -> tuple[date, date]:
    """The last day of the supervision that ends, and the first day of the new one."""
    return effective - timedelta(days=1), effective


def _qualified(change: Change) -> Finding:
    label = Label("新导师具备同类别资格", "New supervisor qualified in the category")
    if change.category is None or change.new_categories is None:
        cure = Label("补录类别或导师资格", "Enter the category or the qualification")
        return Finding("supervisor.same_category", label, Standing.UNKNOWN, cure=cure)
    met = change.category in change.new_categories
    cure_ = None if met else Label("另选同类别导师，或先办理聘任", "Choose another one, or appoint first")
    return Finding("supervisor.same_category", label, Standing.MET if met else Standing.NOT_YET, cure=cure_)


def _times(change: Change, limit: Limit) -> Finding:
    label, value = Label("变更次数", "Changes"), change.changes_before + 1
    standing = Standing.MET if value <= limit.value else Standing.NOT_YET
    most = Label(f"不超过 {limit.value} 次", f"at most {limit.value}")
    said = Label(f"第 {value} 次", f"no. {value}")
    return Finding(MAX_CHANGES, label, standing, said, most, severity=limit.severity, basis=limit.basis)


def _in_time(change: Change, limit: Limit | None) -> Finding:
    label = Label("变更期限", "Latest day of a change")
    if change.enrolled_on is None or limit is None:
        cure = Label("补录入学日期和学制", "Enter the enrolment and the length of the programme")
        return Finding(LATEST, label, Standing.UNKNOWN, cure=cure, severity="warn")
    last = end_of_semester(change.enrolled_on, limit.value)
    late = (change.applied_on - last).days
    gap = Label(f"逾期 {late} 天", f"{findings.count(late, 'day')} late") if late > 0 else None
    standing = Standing.NOT_YET if late > 0 else Standing.MET
    value, most = Label(str(change.applied_on), str(change.applied_on)), Label(str(last), str(last))
    return Finding(LATEST, label, standing, value, most, gap, severity=limit.severity, basis=limit.basis)
