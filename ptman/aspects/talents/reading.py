"""Gathers students with their milestones as a matrix, and counts how they stand at each step."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from ptman.aspects.talents import plans
from ptman.aspects.talents.rows import Figures, MilestoneRow, Pupil, Shade, Step, WayRow
from ptman.models import DegreeApplication, Milestone, Person, Student, Supervision
from ptman.models.choices import Role, StudentStatus
from ptman.models.choices_talents import DegreeRoute, MilestoneStatus
from ptman.models.milestones import PENDING
from ptman.register import names
from ptman.register.cards import Ref

STUDYING = (StudentStatus.ENROLLED, StudentStatus.EXTENDED, StudentStatus.SUSPENDED)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Students and steps of a cohort; the figures go by step."""

    cohort: int | None
    steps: tuple[Step, ...]
    rows: tuple[WayRow, ...]
    figures: tuple[Figures, ...]

    @property
    def overdue(self) -> int:
        """How many students have something overdue."""
        return sum(1 for row in self.rows if row.overdue)


def matrix(session: Session, cohort: int | None, today: date) -> Matrix:
    """Everybody of a cohort (or of all) who studies, and every step that is theirs or was entered."""
    people = pupils(session, *(() if cohort is None else (Student.cohort_year == cohort,)))
    known = plans.load(session)
    last = latest(session, today, [one.id for one in people])
    asked = {one.id: {step.code for step in known.steps_of(one)} for one in people}
    used = {code for codes in asked.values() for code in codes} | {code for _, code in last}
    steps = tuple(one for one in known.steps if one.code in used)
    rows = tuple(WayRow(one, tuple(last.get((one.id, step.code)) for step in steps)) for one in people)
    figures = tuple(_figures(step, at, rows, asked) for at, step in enumerate(steps))
    return Matrix(cohort, steps, rows, figures)


def pupils(session: Session, *where: ColumnElement[bool]) -> tuple[Pupil, ...]:
    """Those who study, by their number."""
    return anybody(session, Student.status.in_(STUDYING), *where)


def anybody(session: Session, *where: ColumnElement[bool]) -> tuple[Pupil, ...]:
    """All on file, graduates too, by their number."""
    routes = {
        one.student_id: one.route
        for one in session.scalars(select(DegreeApplication).order_by(DegreeApplication.attempt_no))
    }
    query = (
        select(Student, Person)
        .join(Person, Person.id == Student.person_id)
        .where(Student.retired_on.is_(None), *where)
        .order_by(Student.student_no)
    )
    return tuple(
        Pupil(
            one.id,
            one.student_no,
            person.name,
            tuple(sound for sound in (person.name_pinyin, person.initials) if sound),
            one.cohort_year,
            one.category_code,
            one.enrolled_on,
            one.programme_id or "",
            str(routes.get(one.id, DegreeRoute.THESIS)),
        )
        for one, person in session.execute(query).all()
    )


def latest(session: Session, today: date, students: Sequence[str]) -> dict[tuple[str, str], MilestoneRow]:
    """The last attempt of each of these students at each milestone, by student and code."""
    wanted = set(students)
    query = select(Milestone).where(Milestone.retired_on.is_(None)).order_by(Milestone.attempt_no)
    if len(wanted) == 1:
        query = query.where(Milestone.student_id.in_(wanted))
    mine = (one for one in session.scalars(query) if one.student_id in wanted)
    return {(one.student_id, one.def_code): row(one, today) for one in mine}


def row(one: Milestone, today: date) -> MilestoneRow:
    late = (today - one.due_on).days if one.due_on is not None and one.status in PENDING else 0
    return MilestoneRow(
        Ref("milestone", one.id, one.version),
        one.student_id,
        one.def_code,
        one.attempt_no,
        one.status,
        one.due_on,
        one.delay_count,
        one.submitted_on,
        one.held_on,
        max(late, 0),
    )


def attempts(session: Session, student_id: str, today: date) -> tuple[MilestoneRow, ...]:
    """Every attempt of one student, by milestone and number."""
    mine = select(Milestone).where(Milestone.student_id == student_id, Milestone.retired_on.is_(None))
    return tuple(row(one, today) for one in session.scalars(mine.order_by(Milestone.def_code, Milestone.attempt_no)))


def guides(session: Session) -> tuple[dict[str, str], dict[str, str]]:
    """The names of the academic and of the industry supervisor each student has now, by student."""
    academics, industries = names.academics(session), names.industries(session)
    found: dict[Role, dict[str, str]] = {Role.ACADEMIC: {}, Role.INDUSTRY: {}}
    for one in session.scalars(select(Supervision).where(Supervision.ends_on.is_(None), Supervision.role.in_(found))):
        guide = academics.get(one.academic_supervisor_id or "") or industries.get(one.industry_supervisor_id or "")
        found[one.role][one.student_id] = guide.name if guide else ""
    return found[Role.ACADEMIC], found[Role.INDUSTRY]


def done(rows: Iterable[MilestoneRow]) -> bool:
    """Whether any attempt was passed or waived."""
    return any(one.status in {MilestoneStatus.PASSED, MilestoneStatus.WAIVED} for one in rows)


def _figures(step: Step, at: int, rows: Sequence[WayRow], asked: dict[str, set[str]]) -> Figures:
    counts: Counter[Shade] = Counter()
    for row_ in rows:
        cell = row_.cells[at]
        if cell is not None:
            counts[cell.shade] += 1
        elif step.code in asked[row_.pupil.id]:
            counts[Shade.ABSENT] += 1
    return Figures(step, tuple((shade, counts[shade]) for shade in Shade if counts[shade]))
