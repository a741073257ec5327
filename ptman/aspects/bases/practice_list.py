"""The practice ledgers of a cohort as a list: months in all and of project research, what is missing, until when."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import ledgers
from ptman.fields import Kind
from ptman.labels import Label
from ptman.ledgers import Practice
from ptman.listing import Column, Listing, Value
from ptman.models import Person, Student
from ptman.register import columns, rows, standing
from ptman.rules import findings, months
from ptman.rules.findings import Finding, Standing

LEDGER = rows.blank(
    "practice-ledger",
    "student",
    Label("专业实践台账", "Practice ledger"),
    (
        *columns.of(Student, "student_no"),
        *columns.of(Person, "name"),
        *columns.of(Student, "cohort_year", "orientation_type", "study_mode"),
        columns.number("placements", "段数", "Placements"),
        Column("done", Label("已实践", "Practised"), Kind.TEXT, 14),
        Column("project", Label("其中项目研究", "Project research"), Kind.TEXT, 14),
        Column("planned", Label("含计划合计", "With what is planned"), Kind.TEXT, 14),
        Column("standing", Label("是否达到", "Standing"), Kind.TEXT, 10),
        Column("gap", Label("还差", "Missing"), Kind.TEXT, 14),
        Column("earliest", Label("最早达到", "Earliest"), Kind.DATE),
        Column("cure", Label("怎么办", "What to do"), Kind.LONG, 36),
        columns.number("overlaps", "重叠天数", "Days twice"),
        columns.number("gaps", "空档天数", "Days between"),
    ),
)


def practice_ledger(session: Session, today: date, cohort: int | None = None) -> Listing:
    """Every student of a cohort (or all in the programme); tags `met`, `not-yet`, `unknown`, `impossible`."""
    query = select(Student, Person).join(Person, Person.id == Student.person_id).where(Student.retired_on.is_(None))
    query = query.where(Student.status.in_(standing.HOLDING))
    if cohort is not None:
        query = query.where(Student.cohort_year == cohort)
    people = session.execute(query.order_by(Student.cohort_year, Student.student_no)).all()
    found = ledgers.ledgers(session, [student.id for student, _ in people], today)
    return rows.listing(LEDGER, (_entry(student, person, found[student.id]) for student, person in people))


def first_gap(practice: Practice) -> Finding | None:
    """The requirement that blocks and is furthest off; none where all are met."""
    order = list(Standing)
    open_ = [one for one in practice.findings if one.blocks]
    return max(open_, key=lambda one: (order.index(one.standing), one.earliest or date.min), default=None)


def _entry(student: Student, person: Person, practice: Practice) -> rows.Entry:
    gap = first_gap(practice)
    state = findings.worst(practice.findings)
    cells: dict[str, Value] = {
        "student_no": student.student_no,
        "name": person.name,
        "cohort_year": student.cohort_year,
        "orientation_type": student.orientation_type,
        "study_mode": student.study_mode,
        "placements": len(practice.placed),
        "done": findings.length(practice.length()),
        "project": findings.length(practice.length(project=True)),
        "planned": findings.length(months.carried(practice.ledger.total)),
        "standing": state.label,
        "gap": gap.gap if gap else None,
        "earliest": gap.earliest if gap else None,
        "cure": gap.cure if gap else None,
        "overlaps": _days(practice.ledger.overlaps) or None,
        "gaps": _days(practice.ledger.gaps) or None,
    }
    find = rows.sounds_of_person(person.name, person.name_pinyin, person.initials)
    return rows.Entry(student.id, cells, find, frozenset({state.value.replace("_", "-")}))


def _days(pieces: tuple[months.Segment, ...]) -> int:
    return sum((one.end - one.start).days + 1 for one in pieces)
