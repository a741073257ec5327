"""Whether practice is long enough, by when it can be, and by how much it must be extended."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from ptman.labels import Label
from ptman.rules import findings, months
from ptman.rules.findings import Finding, Limit, Standing
from ptman.rules.months import Duration, Segment
from ptman.rules.practice import ledger
from ptman.rules.practice.ledger import Stay, Terms

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Case:
    """One student's practice as it is judged.

    `stays` is None where nothing is known of it; `latest` is the last day that may count, None where there is none.
    """

    stays: tuple[Stay, ...] | None
    today: date
    terms: Terms = field(default_factory=Terms)
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement of so many months, of project research alone where `project`."""

    code: str
    label: Label
    limit: Limit
    project: bool = False


def judge(case: Case, test: Requirement) -> Finding:
    """The finding of one requirement; planned days count only once they are past."""
    needed = test.limit.value
    bare = Finding(
        test.code,
        test.label,
        Standing.UNKNOWN,
        threshold=findings.length(Duration(needed, 0)),
        severity=test.limit.severity,
        basis=test.limit.basis,
    )
    if case.stays is None:
        return replace(bare, cure=Label("补录专业实践", "Enter the placements"))
    pieces = ledger.counted(case.stays, case.terms, project=test.project)
    done = months.total(ledger.until(pieces, case.today))
    bare = replace(bare, value=findings.length(months.carried(done)))
    reached = months.reaches(*done, needed)
    if reached.ok:
        first = ledger.first_day(pieces, needed)
        return replace(bare, standing=Standing.MET, borderline=reached.borderline, earliest=first)
    return _short(replace(bare, gap=findings.length(shortage(done, needed))), case, test, pieces)


def shortage(length: Duration, needed: int) -> Duration:
    """What is missing, a month counted as 30 days: 3 months 6 days of 6 leave 2 months 24 days."""
    missing = needed * months.DAYS_OF_A_MONTH - (length.months * months.DAYS_OF_A_MONTH + length.days)
    return Duration(*divmod(max(missing, 0), months.DAYS_OF_A_MONTH))


def _short(bare: Finding, case: Case, test: Requirement, pieces: Sequence[Segment]) -> Finding:
    """Not long enough today: either time will close it, or an extension, or nothing before the last day."""
    planned = ledger.first_day(pieces, test.limit.value)
    if planned is not None:
        cure = Label(f"按计划实践至 {planned}", f"Practise as planned until {planned}")
        return _by(replace(bare, earliest=planned, cure=cure), case)
    start, extends = _goes_on(case, test)
    end = _enough(pieces, start, test.limit.value)
    more = findings.length(months.carried(months.span(start, end)))
    left = findings.length(shortage(months.total(pieces), test.limit.value))
    if extends:
        cure = Label(f"将实践延长 {more.zh}，至 {end}", f"Extend the placement by {more.en}, until {end}")
    else:
        kind = Label("项目研究", " of project research") if test.project else Label("专业实践", "")
        zh = f"再安排{kind.zh} {more.zh}，最早自 {start} 至 {end}"
        cure = Label(zh, f"Arrange {more.en} more{kind.en}, at the earliest {start} to {end}")
    return _by(replace(bare, gap=left, earliest=end, cure=cure), case)


def _by(finding: Finding, case: Case) -> Finding:
    late = case.latest is not None and finding.earliest is not None and finding.earliest > case.latest
    return replace(finding, standing=Standing.IMPOSSIBLE if late else Standing.NOT_YET)


def _goes_on(case: Case, test: Requirement) -> tuple[date, bool]:
    """Where more practice would begin: behind the last stay while that lasts, else today or when the window opens."""
    own = case.terms.own_post
    kept = [
        one for one in case.stays or () if (own or one.form != ledger.OWN_POST) and (one.is_project or not test.project)
    ]
    last = max((one.days.end for one in kept), default=None)
    if last is not None and last >= case.today:
        return last + _DAY, True
    opening = case.terms.window.start if case.terms.window else case.today
    return max(case.today, opening), False


def _enough(pieces: Sequence[Segment], start: date, needed: int) -> date:
    """The day on which practice from `start` on makes the months full, with what is counted already."""
    more = Segment(start, months.add_months(start, needed))
    grown = ledger.first_day(months.union([*pieces, more]), needed)
    if grown is None:
        raise ValueError("practice from a day on makes any number of months")
    return grown
