"""Reports on practice as they stand on a day: what is due, submitted, returned, and who is late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.aspects.talents import reading
from ptman.aspects.talents.rows import Pupil
from ptman.fields import Kind
from ptman.labels import Choice, Label
from ptman.listing import Column, Listing
from ptman.models import PracticeReport, Student
from ptman.models.choices_talents import ReportKind, ReportStatus
from ptman.models.practice import WANTED
from ptman.register import columns, rows
from ptman.register.cards import Ref

ORDER = (
    ReportStatus.RETURNED,
    ReportStatus.DUE,
    ReportStatus.SUBMITTED,
    ReportStatus.ACCEPTED,
    ReportStatus.WAIVED,
)
"""What somebody has to do something about comes first."""
ASKED: tuple[Choice, ...] = (
    ReportStatus.DUE,
    ReportStatus.SUBMITTED,
    ReportStatus.RETURNED,
    ReportStatus.ACCEPTED,
)
"""The states people ask for."""
LISTED = rows.blank(
    "practice-reports",
    "practice_report",
    Label("实践报告台账", "Practice reports"),
    (
        Column("number", Label("学号", "Student no."), Kind.IDENTIFIER, 11),
        Column("name", Label("姓名", "Name"), Kind.NAME, 8),
        Column("kind", Label("报告类别", "Kind"), Kind.CHOICE, 8),
        columns.number("cycle", "第几期", "Cycle", 6),
        Column("status", Label("状态", "Status"), Kind.CHOICE, 8),
        Column("due_on", Label("应交日期", "Due"), Kind.DATE, 10),
        columns.number("days_late", "逾期天数", "Days late", 8),
        Column("submitted_on", Label("提交日期", "Submitted on"), Kind.DATE, 10),
        columns.number("times_returned", "退回次数", "Times returned", 8),
        columns.number("chars", "字数", "Characters", 8),
        Column("academic", Label("校内导师", "Academic supervisor"), Kind.TEXT, 10),
        Column("industry", Label("企业导师", "Industry supervisor"), Kind.TEXT, 10),
    ),
)


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report as of a day."""

    ref: Ref
    pupil: Pupil
    kind: ReportKind
    cycle: int
    status: ReportStatus
    due_on: date
    submitted_on: date | None
    times_returned: int
    chars: int | None
    academic: str
    industry: str
    days_late: int


def reports(session: Session, cohort: int | None, today: date) -> tuple[ReportRow, ...]:
    """Every report of a cohort (or of all): by what is to be done, then what is late first."""
    people = {
        one.id: one for one in reading.pupils(session, *(() if cohort is None else (Student.cohort_year == cohort,)))
    }
    academics, industries = reading.guides(session)
    found = []
    for one in session.scalars(select(PracticeReport).where(PracticeReport.retired_on.is_(None))):
        if one.student_id not in people:
            continue
        late = (today - one.due_on).days if one.status in WANTED else 0
        found.append(
            ReportRow(
                Ref("practice_report", one.id, one.version),
                people[one.student_id],
                one.kind,
                one.cycle,
                one.status,
                one.due_on,
                one.submitted_on,
                one.times_returned,
                one.chars,
                academics.get(one.student_id, ""),
                industries.get(one.student_id, ""),
                max(late, 0),
            )
        )
    return tuple(
        sorted(
            found, key=lambda one: (ORDER.index(one.status), -one.days_late, one.due_on, one.pupil.number, one.cycle)
        )
    )


def listing(found: Sequence[ReportRow]) -> Listing:
    """The same as a list, tagged by how they stand."""
    return rows.listing(
        LISTED,
        (
            rows.Entry(
                one.ref.id,
                {
                    "number": one.pupil.number,
                    "name": one.pupil.name,
                    "kind": one.kind,
                    "cycle": one.cycle,
                    "status": one.status,
                    "due_on": one.due_on,
                    "days_late": one.days_late or None,
                    "submitted_on": one.submitted_on,
                    "times_returned": one.times_returned or None,
                    "chars": one.chars,
                    "academic": one.academic,
                    "industry": one.industry,
                },
                one.pupil.sounds,
                rows.tagged(late=one.days_late > 0) | {str(one.status)},
            )
            for one in found
        ),
    )
