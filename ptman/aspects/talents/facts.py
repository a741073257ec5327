"""What the records tell of milestones by themselves: enrolled, paired, practice assessed, defended, degree awarded."""

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman.aspects.talents.rows import Pupil
from ptman.models import DegreeApplication, PracticeAssessment, Supervision
from ptman.models.choices import Role
from ptman.models.choices_talents import AssessmentStatus, DegreeResult

Facts = Mapping[tuple[str, str], date]
"""The day on which a student's milestone was reached, by student and code of the milestone."""


def gather(session: Session, pupils: Iterable[Pupil], today: date) -> Facts:
    """Every such day up to today."""
    found = {(one.id, "registration"): one.enrolled_on for one in pupils}
    found |= {(key, "supervisor_assigned"): day for key, day in _paired(session).items()}
    passed = PracticeAssessment.status == AssessmentStatus.PASSED
    for one in session.scalars(select(PracticeAssessment).where(passed, PracticeAssessment.confirmed_on.is_not(None))):
        if one.confirmed_on is not None:
            found[one.student_id, "practice_assess"] = one.confirmed_on
    for each in session.scalars(select(DegreeApplication).where(DegreeApplication.result == DegreeResult.PASS)):
        for code, day in (("defence", each.defended_on), ("degree_award", each.awarded_on)):
            if day is not None:
                found[each.student_id, code] = day
    return {key: day for key, day in found.items() if day <= today}


def _paired(session: Session) -> dict[str, date]:
    """Since when a student has had supervisors of both kinds."""
    query = select(Supervision.student_id, Supervision.role, func.min(Supervision.starts_on)).group_by(
        Supervision.student_id, Supervision.role
    )
    days: dict[str, dict[Role, date]] = {}
    for student, role, day in session.execute(query).all():
        days.setdefault(student, {})[role] = day
    both = (Role.ACADEMIC, Role.INDUSTRY)
    return {
        key: max(known[role] for role in both) for key, known in days.items() if all(role in known for role in both)
    }
