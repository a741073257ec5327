"""Terms of appointment: their end, overlaps and renewal, and warnings of age, load and category (domain §2.4)."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ptman.labels import Label
from ptman.rules import months
from ptman.rules.findings import Finding, Limit, Standing

AGE, LOAD = "supervisor.industry_max_age", "supervisor.industry_max_students"
CATEGORY, ADJUNCT = "supervisor.single_category", "supervisor.not_also_adjunct"


@dataclass(frozen=True, slots=True)
class Term:
    """One appointment that stands: who, in which category, from when to when."""

    key: str
    supervisor: str
    category: str | None
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Appointee:
    """What is known of one supervisor on the day a term begins; None for what is not."""

    born: date | None = None
    students: int | None = None
    categories: frozenset[str] = frozenset()
    adjunct: bool | None = None


def term_end(start: date, years: int) -> date:
    """The last day of a term of so many years: three from 2026-09-01 end on 2029-08-31."""
    return months.add_months(start, years * 12) - timedelta(days=1)


def overlaps(terms: Sequence[Term]) -> tuple[tuple[str, str], ...]:
    """Pairs of terms of one supervisor in one category that share a day."""
    return tuple(
        (one.key, other.key)
        for one, other in itertools.combinations(sorted(terms, key=lambda term: (term.start, term.key)), 2)
        if (one.supervisor, one.category) == (other.supervisor, other.category) and other.start <= one.end
    )


def may_renew(end: date, today: date, days: int = 90) -> bool:
    """From `days` before the end on; a term that has expired may be renewed too."""
    return today >= end - timedelta(days=days)


def renewal_start(end: date, today: date) -> date:
    """The day after the term, or today where that is past."""
    return max(end + timedelta(days=1), today)


def covers(term: Term, start: date, end: date | None) -> Finding:
    """Whether a supervision lies inside the term; a warning where the term ends before it."""
    label = Label("聘期覆盖指导期", "Term covers the supervision")
    if start < term.start or start > term.end:
        cure = Label("先办理聘任", "Appoint first")
        return Finding("supervision.inside_term", label, Standing.NOT_YET, cure=cure)
    if end is None:
        return Finding("supervision.inside_term", label, Standing.UNKNOWN, severity="warn")
    standing = Standing.MET if end <= term.end else Standing.NOT_YET
    renew = (
        None if end <= term.end else Label(f"聘期 {term.end} 止，届时续聘", f"The term ends on {term.end}; renew it")
    )
    return Finding("supervision.inside_term", label, standing, cure=None if end <= term.end else renew, severity="warn")


def age(born: date, on: date) -> int:
    """Whole years of age; who is born on 29 February turns a year older on 1 March in other years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def warnings(one: Appointee, term: Term, limits: Mapping[str, Limit]) -> tuple[Finding, ...]:
    """Age when the term ends, students at present, further categories, adjunct post: each where a limit is set."""
    found = {
        AGE: (Label("聘期结束时年龄", "Age when the term ends"), age(one.born, term.end) if one.born else None),
        LOAD: (Label("在指导学生数", "Students at present"), one.students),
        CATEGORY: (Label("聘任类别数", "Categories"), len(one.categories | ({term.category} - {None}))),
        ADJUNCT: (
            Label("兼任本校兼职导师", "Adjunct supervisor too"),
            None if one.adjunct is None else int(one.adjunct),
        ),
    }
    return tuple(_at_most(code, label, value, limits[code]) for code, (label, value) in found.items() if code in limits)


def _at_most(code: str, label: Label, value: int | None, limit: Limit) -> Finding:
    most = Label(f"不超过 {limit.value}", f"at most {limit.value}")
    if value is None:
        return Finding(code, label, Standing.UNKNOWN, None, most, severity=limit.severity, basis=limit.basis)
    said, over = Label(str(value), str(value)), value - limit.value
    gap = Label(f"超出 {over}", f"{over} over") if over > 0 else None
    standing = Standing.NOT_YET if over > 0 else Standing.MET
    return Finding(code, label, standing, said, most, gap, severity=limit.severity, basis=limit.basis)
