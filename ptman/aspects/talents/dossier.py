"""What the forms of one student state: who it is, who guides, where and when the student practises."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.labels import Label, same
from ptman.models import Organisation, Person, Placement, Student, Supervision, TrainingBase
from ptman.models.choices import Role
from ptman.register import names, titles

NEVER = ("cancelled", "rejected")
NOBODY = same("")


@dataclass(frozen=True, slots=True)
class StayFact:
    """One stay at a base."""

    host: str
    base: str
    post: str
    project: str
    form: Label
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class Dossier:
    """One student; supervisors are those of today, empty where there is none."""

    id: str
    number: str
    name: str
    gender: Label
    cohort: int
    category: Label
    field: Label
    mode: Label
    orientation: Label
    department: str
    academic: str
    academic_title: str
    industry: str
    industry_title: str
    industry_unit: str
    stays: tuple[StayFact, ...]

    @property
    def last(self) -> StayFact | None:
        return self.stays[-1] if self.stays else None


def gather(session: Session, student_id: str) -> Dossier:
    """PtmanError `no-record` where the student is gone."""
    student = session.get(Student, student_id)
    if student is None:
        raise titles.gone("student")
    person = session.get_one(Person, student.person_id)
    guides = _guides(session, student_id)
    academic = names.academics(session).get(guides.get(Role.ACADEMIC, ""))
    industry = names.industries(session).get(guides.get(Role.INDUSTRY, ""))
    return Dossier(
        id=student_id,
        number=student.student_no,
        name=person.name,
        gender=person.gender.label if person.gender else NOBODY,
        cohort=student.cohort_year,
        category=names.categories(session).get(student.category_code, NOBODY),
        field=names.degree_fields(session).get(student.field_code or "", NOBODY),
        mode=student.study_mode.label,
        orientation=student.orientation_type.label,
        department=student.department or "",
        academic=academic.name if academic else "",
        academic_title=academic.title or "" if academic else "",
        industry=industry.name if industry else "",
        industry_title=industry.title or industry.post or "" if industry else "",
        industry_unit=industry.organisation if industry else "",
        stays=tuple(_stays(session, student_id)),
    )


def _guides(session: Session, student_id: str) -> dict[Role, str]:
    mine = select(Supervision).where(Supervision.student_id == student_id, Supervision.ends_on.is_(None))
    return {one.role: one.academic_supervisor_id or one.industry_supervisor_id or "" for one in session.scalars(mine)}


def _stays(session: Session, student_id: str) -> Sequence[StayFact]:
    query = (
        select(Placement, TrainingBase.name, Organisation.name)
        .join(TrainingBase, TrainingBase.id == Placement.base_id)
        .join(Organisation, Organisation.id == TrainingBase.host_organisation_id)
        .where(Placement.student_id == student_id, Placement.retired_on.is_(None))
        .order_by(Placement.starts_on)
    )
    return [
        StayFact(
            host,
            base,
            one.post_name or "",
            one.project_title or "",
            one.practice_form.label,
            one.starts_on,
            one.ends_on,
        )
        for one, base, host in session.execute(query).all()
        if str(one.status) not in NEVER
    ]
