"""Invents some students of two years ago, paired and back from practice, so that the whole way can be seen."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.models import (
    AcademicSupervisor,
    Appointment,
    DegreeField,
    IndustrySupervisor,
    Period,
    Person,
    Placement,
    Student,
    Supervision,
    TrainingBase,
)
from ptman.models.choices import Gender, OrientationType, Origin, PlacementStatus, Role, StudyMode
from ptman.models.choices_placements import PracticeForm
from ptman.rules import pinyin

Guide = TypeVar("Guide", AcademicSupervisor, IndustrySupervisor)
YEARS = 2
CATEGORY = "0854"
# Name, gender, months worked before, first of the two periods, second.
STUDENTS = (
    ("方知远", Gender.MALE, 0, True, True),
    ("苏映雪", Gender.FEMALE, 14, True, True),
    ("程亦航", Gender.MALE, 0, True, True),
    ("叶清如", Gender.FEMALE, 40, True, False),
    ("董明哲", Gender.MALE, 0, True, True),
    ("沈一诺", Gender.FEMALE, 0, True, True),
    ("任锦书", Gender.MALE, 26, True, False),
    ("丁若溪", Gender.FEMALE, 0, True, True),
    ("吕承宇", Gender.MALE, 0, False, True),
    ("魏思齐", Gender.FEMALE, 0, True, True),
    ("蔡文博", Gender.MALE, 6, True, True),
    ("余静姝", Gender.FEMALE, 0, False, False),
)


def fill(session: Session, today: date) -> None:
    """Twelve of them; nothing where nobody is there to guide them."""
    del today
    newest = session.scalar(select(func.max(Student.cohort_year)))
    academics = _guides(session, AcademicSupervisor, lambda one: CATEGORY in (one.category_codes or ""))
    industry = _guides(
        session, IndustrySupervisor, lambda one: one.category_code == CATEGORY and _in_office(session, one)
    )
    bases = session.scalars(
        select(TrainingBase).where(TrainingBase.retired_on.is_(None)).order_by(TrainingBase.base_no)
    )
    sites = [one for one in bases if CATEGORY in (one.category_codes or CATEGORY)]
    if newest is None or not (academics and industry and sites):
        return
    cohort = newest - YEARS
    periods = [_period(session, cohort, at) for at in range(2)]
    for at, (name, gender, worked, *away) in enumerate(STUDENTS):
        one = _student(session, (cohort, at), name, gender, worked)
        guides = (academics[at % len(academics)], industry[at % len(industry)])
        for guide in guides:
            _pair(session, one, guide)
        for period, there in zip(periods, away, strict=True):
            if there:
                _send(session, one, sites[at % len(sites)], period)
    journal.say(session, "登记往届学生样例", "Add sample students of an earlier cohort")


def _guides(session: Session, kind: type[Guide], fits: Callable[[Guide], bool]) -> Sequence[Guide]:
    """Those with the fewest students first."""
    open_ = select(Supervision.academic_supervisor_id, Supervision.industry_supervisor_id)
    held = Counter(key for both in session.execute(open_.where(Supervision.ends_on.is_(None))) for key in both)
    found: list[Guide] = [one for one in session.scalars(select(kind).order_by(kind.id)) if fits(one)]
    return sorted(found, key=lambda one: held[one.id])


def _in_office(session: Session, one: IndustrySupervisor) -> bool:
    return session.scalar(select(Appointment.id).where(Appointment.industry_supervisor_id == one.id)) is not None


def _period(session: Session, cohort: int, at: int) -> Period:
    days = (
        (date(cohort + 1, 9, 1), date(cohort + 2, 2, 28)),
        (date(cohort + 2, 3, 1), date(cohort + 2, 8, 31)),
    )[at]
    made = Period(cohort_year=cohort, name=("第一批", "第二批")[at], starts_on=days[0], ends_on=days[1])
    session.add(made)
    session.flush()  # placements need its id
    return made


def _student(session: Session, of: tuple[int, int], name: str, gender: Gender, worked: int) -> Student:
    cohort, at = of
    person = Person(name=name, gender=gender, name_pinyin=pinyin.full(name), initials=pinyin.initials(name))
    session.add(person)
    session.flush()  # the student needs its id
    made = Student(student_no=f"2{cohort % 100:02d}60{at + 1:03d}", person_id=person.id, cohort_year=cohort)
    fields = select(DegreeField.code).where(DegreeField.category_code == CATEGORY).order_by(DegreeField.code)
    made.category_code, made.field_code = CATEGORY, session.scalars(fields.offset(at % 6).limit(1)).first()
    made.study_mode, made.orientation_type = StudyMode.FULL_TIME, OrientationType.NON_ORIENTED
    made.enrolled_on, made.expected_graduation_on = date(cohort, 9, 1), date(cohort + 3, 6, 30)
    made.prior_work_months, made.department = worked, "工程师学院"
    session.add(made)
    session.flush()  # what belongs to the student needs its id
    return made


def _pair(session: Session, student: Student, guide: AcademicSupervisor | IndustrySupervisor) -> None:
    made = Supervision(student_id=student.id, origin=Origin.HAND, starts_on=date(student.cohort_year, 10, 8))
    if isinstance(guide, AcademicSupervisor):
        made.role, made.academic_supervisor_id = Role.ACADEMIC, guide.id
    else:
        made.role, made.industry_supervisor_id = Role.INDUSTRY, guide.id
    session.add(made)


def _send(session: Session, student: Student, base: TrainingBase, period: Period) -> None:
    first = period.name == "第一批"
    made = Placement(
        placement_no=f"SJ-{student.student_no}-{1 if first else 2}",
        student_id=student.id,
        base_id=base.id,
        period_id=period.id,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
        origin=Origin.HAND,
        status=PlacementStatus.FINISHED,
    )
    made.practice_form = PracticeForm.INDUSTRY_INTERNSHIP if first else PracticeForm.PROJECT_RESEARCH
    made.post_name, made.project_title = "研发工程师（实习）", None if first else "智能产线边缘计算平台研发"
    session.add(made)
