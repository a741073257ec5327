"""Reads from the records what pairing a cohort needs to know, in one frozen situation."""

import dataclasses
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.assign import hints, offers, periods, places, terms
from ptman.assign.asking import Asked
from ptman.assign.problem import Role
from ptman.assign.situation import Learner, Situation, Standing, Stay, Wish
from ptman.models import (
    DegreeCategory,
    DegreeField,
    Period,
    Person,
    Placement,
    Preference,
    Student,
    Supervision,
    choices,
)
from ptman.models.choices import Chooser, PlacementStatus, StudentStatus
from ptman.models.placements import GONE
from ptman.rules import pinyin

DEFAULT_STAY = "专业实践"
"""The name of the one period a cohort has where the office has set none."""
ROLES = {choices.Role.ACADEMIC: Role.ACADEMIC, choices.Role.INDUSTRY: Role.INDUSTRY}


def load(session: Session, cohort: int, today: date) -> Situation:
    """What stands and what is open for the enrolled students of a cohort on a day."""
    found = stays(session, cohort)
    students = _students(session, cohort, found, today)
    inside = frozenset(one.id for one in students)
    asked = Asked(cohort, found, inside)
    sites = places.sites(session, asked)
    spread = periods.spread(students, found, sites, today)
    return Situation(
        cohort,
        today,
        found,
        tuple(dataclasses.replace(one, stay=spread[one.id]) for one in students),
        offers.academics(session, asked),
        offers.industry(session, asked),
        sites,
        tuple(one for one in _wishes(session) if one.student in inside),
        offers.shared(session),
        hints.load(session, inside),
    )


def stays(session: Session, cohort: int) -> tuple[Stay, ...]:
    """The periods the office has set, else one with the dates of the rule parameters; never empty.

    Raises PtmanError `parameter-missing` or `parameter-bad` where those give no dates.
    """
    rows = session.scalars(
        select(Period)
        .where(Period.cohort_year == cohort, Period.retired_on.is_(None))
        .order_by(Period.starts_on, Period.name)
    )
    found = tuple(Stay(one.id, one.name, one.starts_on, one.ends_on) for one in rows)
    if found:
        return found
    starts = parameters.day(session, "practice.period_start", cohort)
    return (Stay("", DEFAULT_STAY, starts, parameters.day(session, "practice.window_end", cohort)),)


def _students(session: Session, cohort: int, found: tuple[Stay, ...], today: date) -> tuple[Learner, ...]:
    rows = session.execute(
        select(Student, Person, DegreeField.name, DegreeCategory.name)
        .join(Person, Person.id == Student.person_id)
        .join(DegreeCategory, DegreeCategory.code == Student.category_code)
        .outerjoin(DegreeField, DegreeField.code == Student.field_code)
        .where(Student.cohort_year == cohort, Student.status == StudentStatus.ENROLLED, Student.retired_on.is_(None))
        .order_by(Student.student_no)
    ).all()
    paired, placed = _paired(session), _placed(session, found)
    needed, homes = hints.needs(session), hints.homes(session)
    learners = []
    for student, person, field, category in rows:
        mine = placed.get(student.id, {})
        stay = periods.stay_of(tuple(mine), found, today)
        standing = list(paired.get(student.id, []))
        if stay in mine:
            standing.append((Role.BASE, mine[stay]))
        learners.append(
            Learner(
                id=student.id,
                number=student.student_no,
                name=person.name,
                sounds=_sounds(person),
                category=student.category_code,
                field=field or category,
                field_words=terms.words(field),
                topic_words=terms.words(student.topic),
                enrolled_on=student.enrolled_on,
                stay=stay,
                standing=tuple(standing),
                needs=needed.get(student.id, tuple(Role)),
                region=homes.get(student.id, ""),
            )
        )
    return tuple(learners)


def _sounds(person: Person) -> tuple[str, ...]:
    """Pinyin and initials on file; made here for people who came without."""
    return (
        person.name_pinyin or pinyin.full(person.name),
        person.initials or pinyin.initials(person.name),
    )


def _paired(session: Session) -> dict[str, list[tuple[Role, Standing]]]:
    """Supervisions in force, by student. Co-supervisors are beside the assignment."""
    rows = session.scalars(
        select(Supervision)
        .where(Supervision.ends_on.is_(None), Supervision.role.in_(ROLES), Supervision.retired_on.is_(None))
        .order_by(Supervision.role, Supervision.id)
    )
    found = defaultdict(list)
    for one in rows:
        target = one.academic_supervisor_id or one.industry_supervisor_id or ""
        found[one.student_id].append((ROLES[one.role], Standing(one.id, one.version, target, one.locked)))
    return found


def _placed(session: Session, found: Sequence[Stay]) -> dict[str, dict[str, Standing]]:
    """Placements not cancelled in these periods, by student and period; dispatched ones are fixed."""
    rows = session.scalars(
        select(Placement).where(
            Placement.period_id.in_([one.id for one in found]),
            Placement.status.not_in(GONE),
            Placement.retired_on.is_(None),
        )
    )
    placed: dict[str, dict[str, Standing]] = defaultdict(dict)
    for one in rows:
        fixed = one.locked or one.status is not PlacementStatus.PLANNED
        placed[one.student_id][one.period_id] = Standing(one.id, one.version, one.base_id, fixed)
    return placed


def _wishes(session: Session) -> tuple[Wish, ...]:
    """The choices of everybody, by columns: there are ten times as many as students."""
    targets = (Preference.academic_supervisor_id, Preference.industry_supervisor_id, Preference.training_base_id)
    rows = session.execute(
        select(Preference.student_id, Preference.rank, Preference.chosen_by, *targets)
        .where(Preference.retired_on.is_(None))
        .order_by(Preference.id)
    )
    found = []
    for student, rank, by, *chosen in rows:
        role, target = next((role, key) for role, key in zip(Role, chosen, strict=True) if key is not None)
        found.append(Wish(student, role, target, rank, by is Chooser.STUDENT))
    return tuple(found)
